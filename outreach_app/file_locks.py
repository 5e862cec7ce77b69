"""Exclusive locks on files, which end with the process that holds them."""

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_TAKEN = {errno.EAGAIN, errno.EACCES}


class FileLock:
    """A lock on a file, which is created if missing and stays; any thread may release it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_locked(self) -> bool:
        """Return whether this lock is held here."""
        return self._descriptor is not None

    @property
    def is_lost(self) -> bool:
        """Return whether the file was deleted or replaced since: another may hold the new one.

        Where the whole folder is missing, its disk is: nobody else holds anything there.
        """
        if self._descriptor is None:
            return False
        try:
            return not os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except FileNotFoundError:
            return self._path.parent.is_dir()
        except OSError:
            return False

    def acquire(self) -> bool:
        """Take the lock; return False if another holder, here or elsewhere, has it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno not in _TAKEN:
                raise
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let others take the lock; a lock that is not held is left as it is."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            try:
                _unlock(descriptor)
            finally:
                os.close(descriptor)
