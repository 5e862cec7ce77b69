"""Figures of communication over a period, beside the period before; each names its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from sqlalchemy.orm import Session

from outreach_app.queries.figures import Figure
from outreach_app.queries.publications import PublicationFilter, count_publications
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumour_ids,
    list_rumours_by_id,
)
from outreach_app.rules.periods import Period
from outreach_app.rules.shares import share_of


@dataclass(frozen=True, slots=True)
class KindCounted:
    """The publications of one kind, and their share of all in a hundred.

    One that is a total counts as many as it says, so the list may have fewer rows.
    """

    kind: str
    figure: Figure
    share: Decimal


@dataclass(frozen=True, slots=True)
class Hours:
    """The delays of rectifications in hours, a half rounded up; None where there is none."""

    median: int | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class CommunicationFigures:
    """Rumours heard in a period and how many of them were rectified, with the delays; publications.

    `different` counts those once that headquarters found to be one; each precinct's delay counts
    for itself. Kinds are those of the period, in the order of the list.
    """

    rumours: Figure
    different: int
    rectified: Figure
    hours: Hours
    hours_before: Hours
    publications: Figure
    kinds: tuple[KindCounted, ...]


def get_communication_figures(session: Session, period: Period) -> CommunicationFigures:
    """Count a period and the one before."""
    before = period.previous()
    heard, heard_before = (_delays(session, each) for each in (period, before))
    published, published_before = (count_publications(session, each) for each in (period, before))
    total = sum(published.values())

    def published_of(kind: str | None, now: int, was: int) -> Figure:
        return Figure(now, was, PublicationFilter(kind=kind, published_in=period))

    return CommunicationFigures(
        rumours=Figure(len(heard), len(heard_before), RumourFilter(heard_in=period)),
        different=len({delay.rumour for delay in heard}),
        rectified=Figure(
            _rectified(heard),
            _rectified(heard_before),
            RumourFilter(heard_in=period, is_rectified=True),
        ),
        hours=_hours(heard),
        hours_before=_hours(heard_before),
        publications=published_of(None, total, sum(published_before.values())),
        kinds=tuple(
            KindCounted(
                kind,
                published_of(kind, number, published_before.get(kind, 0)),
                share_of(number, total),
            )
            for kind, number in published.items()
        ),
    )


@dataclass(frozen=True, slots=True)
class _Delay:
    """Which rumour it was, whether it was rectified, and after how many hours if that is known."""

    rumour: str
    is_rectified: bool
    hours: int | None


def _delays(session: Session, period: Period) -> list[_Delay]:
    rows = list_rumours_by_id(session, list_rumour_ids(session, RumourFilter(heard_in=period)))
    return [_Delay(_which(row), row.rectification is not None, row.hours) for row in rows.values()]


def _which(row: RumourRow) -> str:
    """Return what rumours that are one have in common."""
    return (row.finding and row.finding.cluster) or str(row.uid)


def _rectified(delays: Sequence[_Delay]) -> int:
    return sum(delay.is_rectified for delay in delays)


def _hours(delays: Sequence[_Delay]) -> Hours:
    known = [delay.hours for delay in delays if delay.hours is not None]
    if not known:
        return Hours(None, None)
    return Hours(int(median(known) + 0.5), max(known))
