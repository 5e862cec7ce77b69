"""The watch on a folder into which exchange files arrive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from outreach_app.exchange.format.files import find_files

_Look = tuple[int, int]  # size, and time of the last write


class Watch:
    """Finds the files that are ready: new or rewritten, and no longer growing.

    Copying onto a share takes time: a file is ready once its size and time are unchanged between
    two polls.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._seen: dict[Path, _Look] = {}
        self._done: dict[Path, _Look] = {}

    def ready(self) -> list[Path]:
        """Poll once, and return the ready files; a folder that is out of reach counts as empty."""
        before, self._seen = self._seen, dict(self._looks())
        return sorted(
            path
            for path, look in self._seen.items()
            if before.get(path) == look != self._done.get(path)
        )

    def take_off(self, paths: Sequence[Path]) -> None:
        """Ignore these files from now on, unless they are written again."""
        self._done |= {path: self._seen[path] for path in paths}

    def _looks(self) -> Iterator[tuple[Path, _Look]]:
        for folder in self._folders:
            for path in find_files(folder):
                try:
                    found = path.stat()
                except OSError:  # removed between the two calls
                    continue
                yield path, (found.st_size, found.st_mtime_ns)
