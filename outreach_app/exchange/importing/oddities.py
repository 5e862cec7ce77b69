"""Oddities: records of which a signed value means nothing, told to whoever received them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.database.statements import change_in
from outreach_app.errors import NotFound
from outreach_app.events import Scalar, fold
from outreach_app.exchange.importing.columns import MODELS, layout_of
from outreach_app.exchange.importing.odd_values import odd_values
from outreach_app.exchange.importing.projection import Projected
from outreach_app.i18n import gettext as _
from outreach_app.journal import events_of
from outreach_app.models import Oddity, Office, OwnedRecord, Record
from outreach_app.queries.records import find_meeting_of, get_own_office
from outreach_app.queries.registered_offices import registered_name
from outreach_app.rights import Right, use_case
from outreach_app.rules.names import Bilingual


@dataclass(frozen=True, slots=True)
class OddityRow:
    """A record with the values that mean nothing, by column, as they were signed.

    `office` is the one whose record it is, None where that is this one's; `meeting` the one that
    the record is of.
    """

    entity: str
    record: UUID
    office: Bilingual | None
    meeting: UUID | None
    values: dict[str, Scalar]


def note_oddities(session: Session, projected: Projected, now: datetime) -> None:
    """Keep the list of oddities in step with the events of these records."""
    if session.scalars(select(Oddity.record).limit(1)).first() is not None:
        delete = "DELETE FROM oddities WHERE record IN"
        change_in(session.connection(), delete, projected.folded)
    session.add_all(
        Oddity(record=UUID(bytes=uid), entity=entity, found_at=now)
        for uid, entity in projected.odd.items()
    )


def list_oddities(session: Session) -> list[OddityRow]:
    """Return the oddities that nobody noted yet, the oldest first."""
    return list(_open(session))


def count_oddities(session: Session) -> int:
    """Count the oddities that wait for a person."""
    return len(list_oddities(session))


@use_case(Right.RECORD)
def note_oddity(session: Session, record: UUID) -> None:
    """Take an oddity off the list: a person saw it. Raises NotFound."""
    _get(session, record).seen_at = clock.now()


@use_case(Right.RECORD)
def show_oddity_again(session: Session, record: UUID) -> None:
    """Undo what `note_oddity` did. Raises NotFound."""
    _get(session, record).seen_at = None


def _get(session: Session, record: UUID) -> Oddity:
    found = session.get(Oddity, record)
    if found is None:
        raise NotFound(_("This was corrected meanwhile."))
    return found


def _open(session: Session) -> Iterator[OddityRow]:
    """Yield those that are odd still: this store may have changed its own record since."""
    statement = select(Oddity).where(Oddity.seen_at.is_(None)).order_by(Oddity.found_at)
    own = get_own_office(session).id
    for row in session.scalars(statement):
        state, layout = fold(events_of(session, row.record)), layout_of(row.entity)
        values = odd_values(row.entity, state.fields, layout.values(state.fields))
        if not values or state.is_deleted:
            continue
        model = MODELS[row.entity]
        record = session.scalars(select(model).where(model.uid == row.record)).one_or_none()
        yield OddityRow(
            entity=row.entity,
            record=row.record,
            office=_other_office(session, record, own),
            meeting=find_meeting_of(record),
            values=values,
        )


def _other_office(session: Session, record: Record | None, own: int) -> Bilingual | None:
    """Return whose record it is; None where that is this store's office."""
    office = record if isinstance(record, Office) else None
    if isinstance(record, OwnedRecord):
        office = session.get(Office, record.office_id)
    if office is None or office.id == own:
        return None
    return registered_name(session, office)
