"""Rows of rumours, with the finding that prevails, and their state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import Finding, Publication, Rumour
from outreach_app.queries.findings import FindingRow, finding_row
from outreach_app.queries.publications import PublicationRow, publication_row
from outreach_app.queries.rumour_states import is_told, rumour_state, with_finding
from outreach_app.queries.sorting import (
    Orders,
    Sorting,
    office_name,
    rank_among,
    sorted_by,
    written_words,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import VerificationResult
from outreach_app.rules.periods import Period
from outreach_app.rules.rumours import TO_RECTIFY, hours_until
from outreach_app.rules.statuses import RumourState
from outreach_app.search.index import FoundKind, find_names

# States in which somebody still has to act.
OPEN_STATES = (
    RumourState.HEARD,
    RumourState.VERIFYING,
    RumourState.VERIFIED,
    RumourState.CORRECTED,
)
Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class RumourRow:
    """A rumour in a list, with the finding that prevails: headquarters', else the office's own.

    `rectification` is the publication about it, `hours` its delay; None if there is none yet or it
    was published before. `is_told` says whether those concerned were informed of this very result:
    another one may have been established since.
    """

    uid: UUID
    reference: None
    number: str
    text: str
    language: str
    translation: str | None
    form: str
    topic: str
    heard_on: date
    heard_at: time | None
    channel: str | None
    reach: str | None
    is_urgent: bool
    page_network: str | None
    page_name: str | None
    page_address: str | None
    state: str
    finding: FindingRow | None
    rectification: PublicationRow | None
    hours: int | None
    back_on: date | None
    back_channel: str | None
    back_to: str | None
    closed_on: date | None
    closed_reason: str | None
    office: OfficeId
    version: str
    is_told: bool = False

    @property
    def result(self) -> str | None:
        return self.finding.result if self.finding else None

    @property
    def is_closed(self) -> bool:
        return self.state == RumourState.CLOSED

    @property
    def needs_rectification(self) -> bool:
        """Whether it was found false or misleading and nothing is published about it yet."""
        return self.state == RumourState.VERIFIED and self.result in TO_RECTIFY

    @property
    def has_result_to_tell(self) -> bool:
        """Whether the result can be carried back: rectified, or with nothing to rectify.

        Nothing is carried back about an unofficial page.
        """
        if self.result in (None, VerificationResult.UNOFFICIAL):
            return False
        return self.rectification is not None or self.result not in TO_RECTIFY

    @property
    def can_carry_back(self) -> bool:
        """Whether the result still has to be carried back to those who reported the rumour."""
        is_out = self.state in (RumourState.VERIFIED, RumourState.CORRECTED)
        return is_out and not self.needs_rectification

    @property
    def is_by_day(self) -> bool:
        """Whether of the rumour, or of its rectification, no more than the day is known."""
        out = self.rectification
        return self.hours is not None and None in {self.heard_at, out and out.published_at}


@dataclass(frozen=True, slots=True)
class RumourFilter:
    """A filter of the list; None and "" do not filter.

    `is_open` takes those on which somebody still has to act; `offices` are local ids; `heard_in`
    includes both days.
    """

    text: str = ""
    state: str | None = None
    channel: str | None = None
    result: str | None = None
    heard_in: Period | None = None
    is_rectified: bool | None = None
    is_open: bool = False
    offices: frozenset[OfficeId] | None = None


def list_rumours(session: Session, limit: int | None = None) -> list[RumourRow]:
    """Return the rumours, last heard first."""
    statement = _order(_select().where(~Rumour.is_deleted)).limit(limit)
    return [_row(*found) for found in session.execute(statement)]


def list_rumour_ids(
    session: Session, wanted: RumourFilter, sorting: Sorting | None = None
) -> list[int]:
    """Return the local ids of the rumours, last heard first."""
    if sorting is not None and sorting.column == "delay":
        return _list_by_delay(session, wanted, is_descending=sorting.is_descending)
    return list(session.scalars(select_rumours(session, wanted, sorting)))


def _list_by_delay(session: Session, wanted: RumourFilter, *, is_descending: bool) -> list[int]:
    """Sort here: the engines have no sum of a day and an hour in common."""
    out = (Publication.published_on, Publication.published_at)
    found = session.execute(
        select_rumours(session, wanted).add_columns(Rumour.heard_on, Rumour.heard_at, *out)
    ).all()
    hours = {each[0]: hours_until(*each[1:]) if each[3] else None for each in found}
    sign = -1 if is_descending else 1
    return sorted(hours, key=lambda record: (hours[record] is None, sign * (hours[record] or 0)))


def select_rumours(
    session: Session, wanted: RumourFilter, sorting: Sorting | None = None
) -> Select[int]:
    """Select the local ids of the rumours of a filter, last heard first."""
    joined = with_finding(select(Rumour.id)).where(*_conditions(session, wanted))
    return _order(sorted_by(joined, _ORDERS, sorting))


def list_rumours_by_id(session: Session, ids: Iterable[int]) -> dict[int, RumourRow]:
    """Return the rows of rumours by local id, without deleted ones."""
    statement = _select().where(Rumour.id.in_(list(ids)), ~Rumour.is_deleted)
    return {found[0].id: _row(*found) for found in session.execute(statement)}


def get_rumour(session: Session, uid: UUID) -> RumourRow:
    """Return the row of a rumour, deleted or not. Raises NotFound."""
    found = session.execute(_select().where(Rumour.uid == uid)).one_or_none()
    if found is None:
        raise NotFound(_("There is no such record: {uid}.").format(uid=uid))
    return _row(*found)


def find_last_rumour_number(session: Session, office_id: int, year: int, station: str) -> int:
    """Return the last number that a station gave in a year, or 0; deleted rumours count."""
    statement = select(func.max(Rumour.number_sequence)).where(
        Rumour.office_id == office_id,
        Rumour.number_year == year,
        Rumour.number_station == station,
    )
    return session.scalar(statement) or 0


def rumour_number(rumour: Rumour) -> str:
    """Return `07/2026`, or `07-B/2026` from a second PC; "" without a number."""
    if rumour.number_sequence is None:
        return ""
    station = f"-{rumour.number_station}" if rumour.number_station else ""
    return f"{rumour.number_sequence:02d}{station}/{rumour.number_year}"


_ORDERS: Orders = {
    "words": lambda: (written_words(Rumour.text, Rumour.translation, Rumour.language),),
    "heard": lambda: (Rumour.heard_on, Rumour.heard_at),
    "state": lambda: (rank_among(rumour_state(), RumourState),),
    "office": lambda: (office_name(Rumour.office_id),),
}


def _order(statement: Select[*Columns]) -> Select[*Columns]:
    return statement.order_by(Rumour.heard_on.desc(), Rumour.id.desc())


@cache
def _select() -> Select[Rumour, Finding, Publication, str, bool]:
    return with_finding(select(Rumour, Finding, Publication, rumour_state(), is_told()))


def _conditions(session: Session, wanted: RumourFilter) -> Iterator[ColumnElement[bool]]:
    yield ~Rumour.is_deleted
    if wanted.text.strip():
        found = find_names(session, wanted.text, kinds=[FoundKind.RUMOUR])
        yield Rumour.id.in_([hit.record_id for hit in found])
    if wanted.state is not None:
        yield rumour_state() == wanted.state
    if wanted.channel is not None:
        yield Rumour.channel == wanted.channel
    if wanted.result is not None:
        yield Finding.result == wanted.result
    if wanted.heard_in is not None:
        yield Rumour.heard_on.between(wanted.heard_in.first, wanted.heard_in.last)
    if wanted.is_rectified is not None:
        is_out = Publication.id.is_not(None)
        yield is_out if wanted.is_rectified else ~is_out
    if wanted.is_open:
        yield rumour_state().in_(OPEN_STATES)
    if wanted.offices is not None:
        yield Rumour.office_id.in_(wanted.offices)


def _row(
    rumour: Rumour,
    finding: Finding | None,
    publication: Publication | None,
    state: str,
    is_told: bool,
) -> RumourRow:
    return RumourRow(
        uid=rumour.uid,
        reference=None,
        number=rumour_number(rumour),
        text=rumour.text,
        language=rumour.language,
        translation=rumour.translation,
        form=rumour.form,
        topic=rumour.topic,
        heard_on=rumour.heard_on,
        heard_at=rumour.heard_at,
        channel=rumour.channel,
        reach=rumour.reach,
        is_urgent=rumour.is_urgent,
        page_network=rumour.page_network,
        page_name=rumour.page_name,
        page_address=rumour.page_address,
        state=state,
        finding=finding_row(finding) if finding else None,
        rectification=publication_row(publication) if publication else None,
        hours=_hours(rumour, publication) if publication else None,
        back_on=rumour.back_on,
        back_channel=rumour.back_channel,
        back_to=rumour.back_to,
        closed_on=rumour.closed_on,
        closed_reason=rumour.closed_reason,
        office=OfficeId(rumour.office_id),
        version=rumour.version,
        is_told=is_told,
    )


def _hours(rumour: Rumour, out: Publication) -> int | None:
    return hours_until(rumour.heard_on, rumour.heard_at, out.published_on, out.published_at)
