"""Two records compared field by field, before one is merged into the other."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Meeting, Partner, Person
from outreach_app.queries.duplicates import name_of
from outreach_app.queries.records import get_record
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import group_ids, is_shown, survivor_ids

# In the order of the forms; columns that change together have one name.
_FIELDS = {
    "partner": (
        *("name_ar", "name_fr", "category", "type", "place", "phone", "email", "others"),
        "receipt",
        *("note", "is_active", "sensitive_reason"),
    ),
    "person": (
        *("name_ar", "name_fr", "capacity_ar", "capacity_fr", "language", "phone", "email"),
        "others",
        *("mandate", "information", "inform_by", "is_active"),
    ),
}
# The columns of an identity, if there is one.
_OF_IDENTITIES = ("name_ar", "name_fr", "phone", "email", "others", "note", "place")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two records, with its number of meetings and people."""

    uid: UUID
    version: str
    name: Bilingual
    meetings: int
    people: int


@dataclass(frozen=True, slots=True)
class ComparedField:
    """A field of both records, by column."""

    name: str
    winner: dict[str, object]
    loser: dict[str, object]

    @property
    def is_same(self) -> bool:
        """Whether there is nothing to choose."""
        return self.winner == self.loser

    @property
    def is_filled_by_loser(self) -> bool:
        """Whether only the loser has a value: taking it loses nothing."""
        return not says(self.winner) and says(self.loser)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records compared. The one with more meetings and people stays, or else the older one."""

    entity: str
    winner: Side
    loser: Side
    fields: tuple[ComparedField, ...]


def get_comparison(session: Session, entity: str, first: UUID, second: UUID) -> Comparison:
    """Compare two partners or two people. Raises NotFound, also if one is deleted or merged."""
    pair = [_get_shown(session, entity, uid) for uid in (first, second)]
    sides = {record: _side(session, record) for record in pair}
    winner, loser = sorted(pair, key=lambda record: _last_is_merged(sides[record]))
    fields = (
        ComparedField(name, _values(winner, name), _values(loser, name)) for name in _FIELDS[entity]
    )
    told = tuple(field for field in fields if says(field.winner) or says(field.loser))
    return Comparison(entity, sides[winner], sides[loser], told)


def _get_shown(session: Session, entity: str, uid: UUID) -> Partner | Person:
    record: Partner | Person
    if entity == "partner":
        record = get_record(session, Partner, uid)
    else:
        record = get_record(session, Person, uid)
    if record.is_deleted or survivor_ids(session, type(record)).get(record.id) not in (
        None,
        record.id,
    ):
        raise NotFound(_("One of the two was merged or deleted in the meantime."))
    return record


def _last_is_merged(side: Side) -> tuple[int, UUID]:
    return -side.meetings - side.people, side.uid


def _side(session: Session, record: Partner | Person) -> Side:
    is_partner = isinstance(record, Partner)
    group = group_ids(session, type(record), [record.uid])
    attends = (Attendance.partner_id if is_partner else Attendance.person_id).in_(group)
    meetings = (
        select(func.count(func.distinct(Attendance.meeting_id)))
        .join(Attendance.meeting)
        .where(attends, ~Attendance.is_deleted, ~Meeting.is_deleted)
    )
    speaks = select(func.count(Person.id)).where(Person.partner_id.in_(group), is_shown(Person))
    return Side(
        uid=record.uid,
        version=record.version,
        name=name_of(record),
        meetings=session.scalar(meetings) or 0,
        people=session.scalar(speaks) or 0 if is_partner else 0,
    )


def _values(record: Partner | Person, name: str) -> dict[str, object]:
    together = {field.name: field.columns for field in record.contract.fields}
    held = [record.identity, record] if name in _OF_IDENTITIES else [record]
    return {
        column: next(filter(None, (getattr(holder, column, None) for holder in held)), None)
        for column in together.get(name, (name,))
    }


def says(values: dict[str, object]) -> bool:
    """Return whether a field has a value in one of its columns."""
    return any(value not in (None, "") for value in values.values())
