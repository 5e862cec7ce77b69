"""Awareness actions: meetings held to inform the public."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from datetime import date
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, TextClause, case, distinct, func, select, text
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.models.meetings import IS_AWARENESS
from outreach_app.queries.attendances import PARTNERS_PRESENT
from outreach_app.queries.meeting_lists import MAX_FOUND
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.portions import is_of
from outreach_app.queries.sorting import (
    Orders,
    Sorting,
    in_own_language,
    office_name,
    rank_by_label,
    sorted_by,
)
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.search.index import find_meetings
from outreach_app.search.terms import Facet
from outreach_app.vocabulary import rank

Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class AwarenessRow:
    """An awareness action in a list; what was not counted is None; beneficiaries include pupils."""

    uid: UUID
    reference: str | None
    number: str
    kind: str
    held_on: date
    last_on: date | None
    subject: Bilingual
    place: Bilingual
    establishments: int | None
    pupils: int | None
    beneficiaries: int | None
    associations: int | None
    office: OfficeId
    version: str


@dataclass(frozen=True, slots=True)
class AwarenessFilter:
    """A filter of the list; None and "" do not filter.

    `offices` are local ids, `begun_in` includes both days.
    """

    text: str = ""
    kind: str | None = None
    begun_in: Period | None = None
    offices: frozenset[OfficeId] | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """The number of actions, and their audience as far as it was counted; all 0 without any.

    Without `beneficiaries`, an action counts its pupils, or else those who came. The `…_noted`
    fields are the numbers of actions that a sum covers; an action without `associations` counts
    those on its list of who came; `apart` came to actions that did not count
    pupils, `beside` are the actions that also counted other participants than this audience.
    """

    actions: int = 0
    establishments: int = 0
    pupils: int = 0
    beneficiaries: int = 0
    associations: int = 0
    establishments_noted: int = 0
    pupils_noted: int = 0
    beneficiaries_noted: int = 0
    associations_noted: int = 0
    apart: int = 0
    apart_noted: int = 0
    beside: int = 0

    @classmethod
    def total(cls, parts: Iterable["Reached"]) -> "Reached":
        """Add up the actions of several kinds."""
        return cls(*map(sum, zip(*map(astuple, parts), strict=True)))


def list_awareness(session: Session, limit: int | None = None) -> list[AwarenessRow]:
    """Return the awareness actions, newest first."""
    ids = _select(session, AwarenessFilter()).limit(limit)
    found = select(Meeting).options(PARTNERS_PRESENT).where(Meeting.id.in_(ids))
    statement = _newest_first(found)
    return [_row(meeting) for meeting in session.scalars(statement)]


def list_awareness_ids(
    session: Session, wanted: AwarenessFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the awareness actions, newest first."""
    return list(session.scalars(_select(session, wanted, sorting)))


def list_awareness_by_id(session: Session, ids: Iterable[int]) -> dict[int, AwarenessRow]:
    """Return the rows of awareness actions, by local id, without deleted ones."""
    found = select(Meeting).options(PARTNERS_PRESENT)
    statement = found.where(Meeting.id.in_(list(ids)), ~Meeting.is_deleted)
    return {meeting.id: _row(meeting) for meeting in session.scalars(statement)}


def count_awareness(session: Session, wanted: AwarenessFilter) -> Reached:
    """Count the actions of a filter, and add up their audience."""
    return Reached.total(count_kinds(session, wanted).values())


def count_actions(session: Session, period: Period, offices: frozenset[OfficeId]) -> int:
    """Count the actions of offices in a period."""
    return count_awareness(session, AwarenessFilter(begun_in=period, offices=offices)).actions


def count_kinds(session: Session, wanted: AwarenessFilter) -> dict[str, Reached]:
    """Count the actions of a filter and their audience by kind, in the order of the list."""
    statement = select(Meeting.kind, *_audience())
    conditions = _conditions(session, wanted)
    rows = session.execute(statement.where(*conditions).group_by(Meeting.kind)).all()
    return {kind: Reached(*counts) for kind, *counts in sorted(rows, key=lambda row: rank(row[0]))}


def count_kinds_by_office(session: Session, period: Period) -> Mapping[int, Mapping[str, Reached]]:
    """Count the actions of a period and their audience by office and kind."""
    conditions = _conditions(session, AwarenessFilter(begun_in=period))
    statement = select(Meeting.office_id, Meeting.kind, *_audience()).where(*conditions)
    found: defaultdict[int, dict[str, Reached]] = defaultdict(dict)
    for office, kind, *counts in session.execute(
        statement.group_by(Meeting.office_id, Meeting.kind)
    ):
        found[office][kind] = Reached(*counts)
    return found


def _audience() -> tuple[ColumnElement[int], ...]:
    """Return the columns of `Reached`, added up."""
    beneficiaries = func.coalesce(Meeting.beneficiaries, Meeting.pupils, Meeting.headcount)
    apart = case((Meeting.pupils.is_(None), beneficiaries))
    # Null where one of both was not counted.
    beside = case((Meeting.headcount != func.coalesce(Meeting.beneficiaries, Meeting.pupils), 1))
    added = (Meeting.establishments, Meeting.pupils, beneficiaries, _associations())
    return (
        func.count(),
        *(func.coalesce(func.sum(each), 0) for each in added),
        *(func.count(each) for each in added),
        func.coalesce(func.sum(apart), 0),
        func.count(apart),
        func.count(beside),
    )


def _associations() -> ColumnElement[int | None]:
    """Return how many associations came to an action: as typed, else as they were listed."""
    listed = (
        select(func.nullif(func.count(distinct(Attendance.partner_id)), 0))
        .join(Attendance.partner)
        .where(Attendance.meeting_id == Meeting.id, Attendance.is_present, ~Attendance.is_deleted)
        .where(Partner.category == PartnerCategory.ASSOCIATION)
        .correlate(Meeting)
        .scalar_subquery()
    )
    return func.coalesce(Meeting.associations, listed)


def _associations_of(meeting: Meeting) -> int | None:
    if meeting.associations is not None:
        return meeting.associations
    came = (row for row in meeting.attendances if row.is_present and not row.is_deleted)
    listed = {row.partner_id for row in came if row.partner.category == PartnerCategory.ASSOCIATION}
    return len(listed) or None


_ORDERS: Orders = {
    "words": lambda: (
        in_own_language(Meeting.subject_ar, Meeting.subject_fr),
        rank_by_label(Meeting.kind, "mt"),
    ),
    "day": lambda: (Meeting.held_on, Meeting.last_on),
    "establishments": lambda: (Meeting.establishments,),
    "pupils": lambda: (Meeting.pupils,),
    "beneficiaries": lambda: (Meeting.beneficiaries,),
    "associations": lambda: (_associations(),),
    "office": lambda: (office_name(Meeting.office_id),),
}


def _select(
    session: Session, wanted: AwarenessFilter, sorting: Sorting | None = None
) -> Select[int]:
    actions = select(Meeting.id).where(*_conditions(session, wanted))
    return _newest_first(sorted_by(actions, _ORDERS, sorting))


def _newest_first(statement: Select[*Columns]) -> Select[*Columns]:
    return statement.order_by(Meeting.held_on.desc(), Meeting.id.desc())


def _conditions(
    session: Session, wanted: AwarenessFilter
) -> Iterator[ColumnElement[bool] | TextClause]:
    yield from (~Meeting.is_deleted, Meeting.status == MeetingStatus.HELD)
    yield text(IS_AWARENESS)  # as the index of these actions is declared
    kinds = AWARENESS_KINDS if wanted.kind is None else (wanted.kind,)
    if wanted.kind is not None:
        yield Meeting.kind == wanted.kind
    if wanted.text.strip():
        filters = {Facet.KIND: kinds}
        yield Meeting.id.in_(find_meetings(session, wanted.text, MAX_FOUND, filters=filters))
    if wanted.begun_in is not None:
        yield Meeting.held_on.between(wanted.begun_in.first, wanted.begun_in.last)
    if wanted.offices is not None:
        yield is_of(Meeting.office_id, wanted.offices)


def _row(meeting: Meeting) -> AwarenessRow:
    return AwarenessRow(
        uid=meeting.uid,
        reference=meeting.reference,
        number=meeting_number(meeting),
        kind=meeting.kind,
        held_on=meeting.held_on,
        last_on=meeting.last_on,
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        establishments=meeting.establishments,
        pupils=meeting.pupils,
        beneficiaries=meeting.beneficiaries,
        associations=_associations_of(meeting),
        office=OfficeId(meeting.office_id),
        version=meeting.version,
    )
