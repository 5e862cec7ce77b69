"""Records of any noun by uid, and the store's own office."""

from functools import cache
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from outreach_app.database import SessionValue
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import JOURNALED, Meeting, Office, Record
from outreach_app.survivors import MergedT, survivor

RecordT = TypeVar("RecordT", bound=Record)
_OWN_OFFICE = SessionValue[Office]()


def uid_of(name: str) -> UUID:
    """Return the typed uid. Raises NotFound if it is invalid."""
    try:
        return UUID(name)
    except ValueError as error:
        raise NotFound(_("There is no such record: {uid}.").format(uid=name)) from error


def get_record(session: Session, model: type[RecordT], uid: UUID) -> RecordT:
    """Return the record of a uid, deleted or not. Raises NotFound."""
    record = session.scalars(select(model).where(model.uid == uid)).one_or_none()
    if record is None:
        raise NotFound(_("There is no such record: {uid}.").format(uid=uid))
    return record


def get_surviving(session: Session, model: type[MergedT], name: str) -> MergedT:
    """Return the partner or person of a typed uid, or the one it was merged into.

    Raises NotFound, also for a deleted one.
    """
    found = survivor(get_record(session, model, uid_of(name)))
    if found.is_deleted:
        raise NotFound(_("There is no such record: {uid}.").format(uid=name))
    return found


def get_own_office(session: Session) -> Office:
    """Return the office that this store belongs to, the first one in it; read once per session."""
    return _OWN_OFFICE.get_or_make(session, lambda: session.scalars(_select_first()).one())


@cache
def _select_first() -> Select[Office]:
    """Build the query once: nearly every session needs it."""
    return select(Office).order_by(Office.id).limit(1)


def find_meeting_of(record: Record | None) -> UUID | None:
    """Return the meeting that a record is, or belongs to."""
    meeting = record if isinstance(record, Meeting) else getattr(record, "meeting", None)
    return meeting.uid if meeting is not None else None


def find_place(session: Session, uid: UUID) -> tuple[str, int] | None:
    """Return the entity and local id of a record of any noun that is not deleted."""
    for model in JOURNALED:
        statement = select(model.id).where(model.uid == uid, ~model.is_deleted)
        if (record_id := session.scalar(statement)) is not None:
            return model.contract.entity, record_id
    return None
