"""The activity of each precinct in a period and its open work; each figure names its list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.offices import list_office_places
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.registered_offices import OfficePlace
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus, PointState, ReviewState

Counted = Literal["held", "to_review", "unanswered"]


@dataclass(frozen=True, slots=True)
class PrecinctCoverage:
    """A precinct in a period; `has_reported` once its files cover the last day of it.

    Meetings `held`, those of them `to_review`, and points raised in them that are `unanswered`.
    """

    place: OfficePlace
    has_reported: bool
    held: int
    to_review: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """The sums of the precincts of a region; `region` is None for those in no known one."""

    region: str | None
    offices: int
    reported: int
    held: int


def list_coverage(
    session: Session, period: Period, reports: Mapping[UUID, date]
) -> list[PrecinctCoverage]:
    """Return every precinct whose records are here; `reports` come from `list_reports`."""
    totals = read_totals(session, period, Total.HELD, Total.TO_REVIEW, Total.UNANSWERED)
    return [
        PrecinctCoverage(
            place=place,
            has_reported=reports.get(place.uid, date.min) >= period.last,
            held=totals.number(Total.HELD, place.id),
            to_review=totals.number(Total.TO_REVIEW, place.id),
            unanswered=totals.number(Total.UNANSWERED, place.id),
        )
        for place in list_office_places(session)
    ]


def by_region(precincts: list[PrecinctCoverage]) -> dict[str | None, RegionCoverage]:
    """Add up the precincts of each region."""
    regions: dict[str | None, RegionCoverage] = {}
    for row in precincts:
        sum_ = regions.get(row.place.region, RegionCoverage(row.place.region, 0, 0, 0))
        regions[row.place.region] = RegionCoverage(
            sum_.region,
            sum_.offices + 1,
            sum_.reported + row.has_reported,
            sum_.held + row.held,
        )
    return regions


def listed(
    counted: Counted, period: Period, offices: frozenset[OfficeId]
) -> MeetingFilter | PointFilter:
    """Return the filter of the list that a figure of these precincts counts."""
    meetings = MeetingFilter(first_day=period.first, last_day=period.last, offices=offices)
    match counted:
        case "held":
            return replace(meetings, status=MeetingStatus.HELD)
        case "to_review":
            return replace(meetings, review=ReviewState.RECEIVED)
        case "unanswered":
            return PointFilter(state=PointState.RECEIVED, held_in=period, offices=offices)


def reported(precincts: Iterable[PrecinctCoverage]) -> frozenset[OfficeId]:
    """Return those whose reports cover the period: others are not compared."""
    return frozenset(row.place.id for row in precincts if row.has_reported)
