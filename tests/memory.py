"""Where the tests write: in memory, if it has room, since nothing there outlasts the run."""

import os
import shutil
from pathlib import Path

_MEMORY = Path("/dev") / "shm"


def find_memory(room: int) -> Path | None:
    """Return a folder in memory in which `room` bytes are free and programs can be started."""
    if not _MEMORY.is_dir() or shutil.disk_usage(_MEMORY).free < room:
        return None
    return None if os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC else _MEMORY
