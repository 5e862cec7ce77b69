"""Interruption of work on a store: by SQLite, or by a server's end."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, event
from sqlalchemy.exc import OperationalError

_STEP, _STATEMENTS = 40, 40


@contextmanager
def broken_off(connection: Connection, at: int) -> Iterator[None]:
    """Interrupt the work on a store: at a step of SQLite, at a statement of a server."""
    calls = iter(range(1, 1_000_000))
    if connection.dialect.name != "postgresql":
        bare = connection.connection.driver_connection
        assert bare is not None
        bare.set_progress_handler(lambda: next(calls) == at, _STEP)
        try:
            yield
        finally:
            bare.set_progress_handler(None, 0)
        return

    def stop(*_asked: object) -> None:
        if next(calls) == at % _STATEMENTS:
            raise OperationalError("broken off", None, InterruptedError())

    event.listen(connection, "before_cursor_execute", stop)
    try:
        yield
    finally:
        event.remove(connection, "before_cursor_execute", stop)
