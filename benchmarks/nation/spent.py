"""Count the CPU that a question takes, of this process and of a server beside it."""

import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session


def cpu(work: Callable[[], object], backend: int | None = None) -> float:
    """Return the milliseconds of CPU that work takes, with those of the server's process for it."""
    start = _nanoseconds(backend)
    work()
    return (_nanoseconds(backend) - start) / 1e6


def _nanoseconds(backend: int | None) -> int:
    """Return the nanoseconds of CPU of this process and of another of this computer."""
    other = Path(f"/proc/{backend}/schedstat").read_text().split()[0] if backend else 0
    return time.process_time_ns() + int(other)


def backend_of(session: Session) -> int | None:
    """Return the process that a server on this computer has for a session; None for a file."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return None
    process: int = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return process
