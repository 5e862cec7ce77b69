"""Rows of the access log in transactions of their own, which are no change of an act."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.access_log import Act, note
from outreach_app.actors import Actor
from outreach_app.database import Database, SessionValue
from outreach_app.errors import OutreachError, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.models import AccessRow
from outreach_app.store_problems import StoreProblem

_AGAIN = timedelta(minutes=10)  # seeing a card again within this time is the same consultation
_APART = SessionValue[bool]()  # whether a session writes rows of the log alone


class NotLogged(OutreachError):
    """The access log cannot record who would see a person, so the person must not be shown."""

    code = "not_logged"

    def __init__(self, cause: StoreFailed) -> None:
        if cause.code == StoreProblem.NO_ROOM:
            message = _(
                "The register's disk is full, so the access log cannot record who views a person: "
                "no person is shown and no name can be searched. Everything else can be read. "
                "Empty the recycle bin or move files elsewhere, then try again."
            )
        else:
            message = _(
                "The access log cannot be written at the moment, so it cannot record who views a "
                "person: no person is shown and no name can be searched. Everything else can be "
                "read. Try again in a moment; if that does not help, close the register and open "
                "it again."
            )
        super().__init__(message, details={"cause": cause.code})


def note_apart(
    database: Database,
    act: Act,
    records: Collection[UUID | None] = (None,),
    *,
    verb: str | None = None,
    actor: Actor | None = None,
) -> None:
    """Log an act in a transaction of its own, one row for each record, before or after it.

    Such a row is no change of the use case that goes on around it. Raises StoreFailed.
    """
    actor = actor or database.actor
    if actor is not Actor.PROGRAM:
        with database.write() as session:
            _APART.keep(session, True)
            for record in records:
                note(session, act, verb=verb, record=record, actor=actor)


def is_apart(session: Session) -> bool:
    """Return whether `note_apart` made this session."""
    return bool(_APART.find(session))


def note_seen(
    database: Database,
    act: Act,
    records: Collection[UUID | None],
    *,
    verb: str | None = None,
) -> None:
    """Log that records were viewed, except those that the account viewed in the last ten minutes.

    In a transaction of its own, as viewing changes nothing. Call it before anything is shown: it
    raises NotLogged if the log cannot be written, and the records must then stay hidden.
    """
    if database.actor is Actor.PROGRAM:
        return
    recent = select(AccessRow.record).where(
        AccessRow.act == act.value,
        AccessRow.account == database.account,
        AccessRow.at > clock.now() - _AGAIN,
    )
    with database.read() as session:
        seen = set(session.scalars(recent))
    unseen = [record for record in records if record not in seen]
    if unseen:
        try:
            note_apart(database, act, unseen, verb=verb)
        except StoreFailed as error:
            raise NotLogged(error) from error
