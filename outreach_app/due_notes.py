"""Log rows of acts on a whole store, written with the first change that the act commits.

Such an act has transactions of its own. A row in one more could find the disk full, and the act
would be in no log.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import event

from outreach_app import newest_key_file
from outreach_app.access_log import Act, note
from outreach_app.database import Database, SessionValue, StoreSession
from outreach_app.rows_apart import is_apart


@dataclass(slots=True)
class DueNote:
    """The row of an act that is going on in this thread, and whether it is written."""

    database: Database
    act: Act
    verb: str
    record: UUID | None
    is_written: bool = False


_due: ContextVar[DueNote | None] = ContextVar("due", default=None)
# The row that a session has written and not yet committed.
_WRITTEN = SessionValue[DueNote]()


@contextmanager
def due_note(database: Database, act: Act, verb: str, record: UUID | None) -> Iterator[DueNote]:
    """Write a row with the first change of the block; the caller does if the block makes none."""
    due = DueNote(database, act, verb, record)
    token = _due.set(due)
    try:
        yield due
    finally:
        _due.reset(token)


@event.listens_for(StoreSession, "before_commit")
def _write_due(session: StoreSession) -> None:
    due = _due.get()
    if due is None or due.is_written or session.state.database is not due.database:
        return
    if is_apart(session):  # a person who was looked for, or a refusal: the act has changed nothing
        return
    number = _key_file_in(session) if due.act is Act.ACCOUNT else None
    actor = due.database.actor
    note(session, due.act, verb=due.verb, record=due.record, count=number, actor=actor)
    _WRITTEN.keep(session, due)


@event.listens_for(StoreSession, "after_commit")
def _forget_due(session: StoreSession) -> None:
    due = _WRITTEN.take(session)
    if due is not None:
        due.is_written = True


def _key_file_in(session: StoreSession) -> int | None:
    """Return the number of the key file that a change of accounts leaves, which binds the two."""
    kept = newest_key_file.find_kept(session)
    return kept.generation if kept else None
