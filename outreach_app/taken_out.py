"""Log rows of what leaves the program: one before it does, and one more if it then was not made.

A file cannot be called back. If the power fails in between, the log has a row too many, never one
too few.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from uuid import UUID

from outreach_app.access_log import Act
from outreach_app.atomic_files import require_free
from outreach_app.database import Database, StoreSession
from outreach_app.errors import StoreFailed
from outreach_app.rows_apart import note_apart


@contextmanager
def taken_out(
    database: Database, act: Act, *, verb: str | None = None, to: Path | None = None
) -> Iterator[None]:
    """Log that the block lets data leave, each time, before it does.

    Raises StoreFailed, and WriteFailed for a register's own file; then nothing may leave.
    """
    note_taken_out(database, act, verb=verb, to=to)
    with undone_if_not_made(database, verb or act):
        yield


def names_taken_out(
    session: StoreSession, verb: str, given: Sequence[object]
) -> AbstractContextManager[None]:
    """Return the log rows of a use case that lets names out, to the path it is given if any."""
    path = next((each for each in given if isinstance(each, Path)), None)
    database = session.state.database
    return taken_out(database, Act.NAMES_OUT, verb=verb, to=path) if database else nullcontext()


def note_taken_out(
    database: Database, act: Act, *, verb: str | None = None, to: Path | None = None
) -> None:
    """Log that data leaves, in a transaction of its own. Raises what `taken_out` does."""
    if to is not None:
        require_free(to)
    note_apart(database, act, verb=verb)


@contextmanager
def undone_if_not_made(
    database: Database, verb: str, records: Collection[UUID | None] = (None,)
) -> Iterator[None]:
    """Log, if the block fails, that what the log has just said to leave was not made."""
    try:
        yield
    except BaseException:
        note_not_made(database, verb, records)
        raise


def note_not_made(
    database: Database, verb: str, records: Collection[UUID | None] = (None,)
) -> None:
    """Log that what was to leave was not made; on a full disk the first row stands alone.

    `verb` is the use case, or the act itself where it has none: it says what was not made.
    """
    with suppress(StoreFailed):
        note_apart(database, Act.NOT_MADE, records, verb=verb)
