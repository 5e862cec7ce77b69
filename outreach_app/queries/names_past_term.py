"""Names kept beyond their term: since the last meeting, or since the end of the mandate."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Attendance, Identity, JournalEvent, Meeting, Partner, Person
from outreach_app.queries.days import day_of_stamp
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_past_term import DueRow
from outreach_app.rules.retention import Kept, due_on
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.survivors import survivor, survivor_ids


def due_names(session: Session, terms: Mapping[Kept, int], today: date) -> Iterator[DueRow]:
    """Yield the names of this office whose first term is over, in no particular order.

    They are names of people, and of practices named after somebody. The last meeting is one in the
    future, or one at which they were present; if there is none, the term runs from the day the card
    was created.
    """
    met = {model: _last_met(session, model, today) for model in (Person, Partner)}
    for identity in session.scalars(_names(session)):
        standing = _owner_of(identity)
        if standing is None:
            continue
        day = met[type(standing)].get(standing.id) or _recorded_on(session, standing)
        terms_over = [(due_on(day, terms[Kept.NAME]), day, Kept.NAME)] if day else []
        until = standing.mandate_until if isinstance(standing, Person) else None
        if until is not None:
            terms_over.append((due_on(until, terms[Kept.MANDATE]), until, Kept.MANDATE))
        due, since, kind = min(terms_over, default=(date.max, date.max, Kept.NAME))
        if due <= today:
            body = standing.partner if isinstance(standing, Person) else standing
            category = survivor(body).category
            yield DueRow(kind, "identity", str(identity.uid), since, due, code=category)


def _owner_of(identity: Identity) -> Person | Partner | None:
    """Return the record that a name belongs to, or the one it was merged into."""
    if identity.person is not None:
        return survivor(identity.person)
    return survivor(identity.partner) if identity.partner is not None else None


def _names(session: Session) -> Select[Identity]:
    own = get_own_office(session).id
    return (
        select(Identity)
        .options(joinedload(Identity.person), joinedload(Identity.partner))
        .where(Identity.office_id == own, ~Identity.is_deleted)
        .where(or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None)))
    )


def _last_met(
    session: Session, model: type[Person] | type[Partner], today: date
) -> Mapping[int, date]:
    """Return the day of the last past or future meeting of each, by the id of the survivor."""
    column = Attendance.person_id if model is Person else Attendance.partner_id
    # A country has millions of attendances, and headquarters few names of its own.
    own = select(model.id).where(model.office_id == get_own_office(session).id)
    was_met = (Meeting.status == MeetingStatus.HELD) & Attendance.is_present
    statement = (
        select(column, func.max(Meeting.held_on))
        .join(Attendance.meeting)
        .where(column.in_(own), ~Attendance.is_deleted, ~Meeting.is_deleted)
        .where(or_(was_met, Meeting.held_on >= today))
        .group_by(column)
    )
    ends, found = survivor_ids(session, model), defaultdict[int, date](lambda: date.min)
    for record_id, day in session.execute(statement):
        if record_id is None:
            continue
        standing = ends.get(record_id, record_id)
        found[standing] = max(found[standing], day)
    return dict(found)


def _recorded_on(session: Session, record: Person | Partner) -> date | None:
    first = select(func.min(JournalEvent.t)).where(JournalEvent.record == record.uid)
    t = session.scalar(first)
    return day_of_stamp(t) if t is not None else None
