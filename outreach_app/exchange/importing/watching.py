"""A folder that is looked into again and again for exchange files that came."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from outreach_app.exchange.format.files import SUFFIX

_Look = tuple[int, int]  # size, and when it was written


class Watch:
    """Tells which files are ready: new or written again, and no longer growing.

    Whoever copies a file onto a share needs a while: one counts once two looks saw the same.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._seen: dict[Path, _Look] = {}
        self._done: dict[Path, _Look] = {}

    def ready(self) -> list[Path]:
        """Look once, and return what is ready; a folder that is out of reach holds nothing."""
        before, self._seen = self._seen, dict(self._looks())
        return sorted(
            path
            for path, look in self._seen.items()
            if before.get(path) == look != self._done.get(path)
        )

    def take_off(self, paths: Sequence[Path]) -> None:
        """Leave these out from here on, unless they are written again."""
        self._done |= {path: self._seen[path] for path in paths}

    def _looks(self) -> Iterator[tuple[Path, _Look]]:
        for folder in self._folders:
            for path in folder.rglob(f"*{SUFFIX}"):
                try:
                    found = path.stat()
                except OSError:  # taken away between the two
                    continue
                yield path, (found.st_size, found.st_mtime_ns)
