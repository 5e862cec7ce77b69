"""Measure the CPU time of a query, of this process and of a local server."""

import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session


def cpu(work: Callable[[], object], backend: int | None = None) -> float:
    """Return the CPU milliseconds of some work, including the server's process."""
    start = _nanoseconds(backend)
    work()
    return (_nanoseconds(backend) - start) / 1e6


def _nanoseconds(backend: int | None) -> int:
    """Return the CPU nanoseconds of this process and of another one on this computer."""
    other = Path(f"/proc/{backend}/schedstat").read_text().split()[0] if backend else 0
    return time.process_time_ns() + int(other)


def backend_of(session: Session) -> int | None:
    """Return the backend process of a session on a local server; None for a file."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        return None
    process: int = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    return process
