"""Log rows of acts that were refused for lack of a right: the right alone, no text."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from sqlalchemy import event, select
from sqlalchemy.orm import Session, SessionTransaction

from outreach_app import clock
from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.database import SessionValue, StoreSession
from outreach_app.errors import NotAllowed, StoreFailed
from outreach_app.models import AccessRow
from outreach_app.rows_apart import note_apart

_AGAIN = timedelta(minutes=1)  # a key that is held down is one refusal
_REFUSED = SessionValue[str]()


@contextmanager
def noted(session: Session, right: str) -> Iterator[None]:
    """Log a refusal of the block, under its right, once the session has ended.

    What the session wrote is rolled back, and a row would be with it. The act is refused even if
    the row cannot be written.
    """
    try:
        yield
    except NotAllowed:
        _REFUSED.keep(session, right)
        raise


@event.listens_for(StoreSession, "after_transaction_end")
def _write_refused(session: StoreSession, ended: SessionTransaction) -> None:
    if ended.parent is not None or (right := _REFUSED.take(session)) is None:
        return
    actor, database = session.state.actor, session.state.database
    if database is None or actor is Actor.PROGRAM:
        return
    with suppress(StoreFailed):
        lately = select(AccessRow.n).where(
            AccessRow.act == Act.REFUSED.value,
            AccessRow.verb == right,
            AccessRow.account == session.state.account,
            AccessRow.at > clock.now() - _AGAIN,
        )
        with database.read() as log:
            was_told = log.scalar(lately.limit(1)) is not None
        if not was_told:
            note_apart(database, Act.REFUSED, verb=right, actor=actor)
