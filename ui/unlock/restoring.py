"""Puts a backup in the place of a store that is damaged or missing."""

from pathlib import Path

from outreach_app import clock, startup, vault
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.startup import OpenOffice


def restore_and_open(file: Path, folder: Path, secret: str, progress: Progress) -> OpenOffice:
    """Restore a backup into the folder and open it; what was there is set aside whole.

    Raises what startup.restore and startup.open_office raise; then what was there is back.
    """
    progress.step(0, 2)
    aside = folder / f"damaged-{clock.now():%Y%m%d-%H%M%S}"
    moved = _move([path for path in folder.glob("outreach.*") if _is_of_store(path)], aside)
    try:
        startup.restore(file, folder, secret)
    except BaseException:
        _move(moved, folder)
        if moved:
            aside.rmdir()
        raise
    return startup.open_office(folder, secret)


def _is_of_store(path: Path) -> bool:
    return path.name.startswith(STORE_FILE) or path.name in {vault.KEY_FILE, vault.KEY_FILE_COPY}


def _move(paths: list[Path], folder: Path) -> list[Path]:
    if paths:
        folder.mkdir(exist_ok=True)
    return [path.rename(folder / path.name) for path in paths]
