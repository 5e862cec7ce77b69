"""Figures of communication in a period, with the period before; each names its list."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from sqlalchemy.orm import Session

from outreach_app.queries.awareness_figures import AwarenessFigures, get_awareness_figures
from outreach_app.queries.figures import Figure
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.points import count_rumours_answered, list_rumours_told
from outreach_app.queries.publications import PublicationFilter, count_publications
from outreach_app.queries.readings import Followers, ReadingFilter, get_engagement
from outreach_app.queries.records import get_own_office
from outreach_app.queries.remark_figures import RemarkFigures, get_remark_figures
from outreach_app.queries.rumours import (
    RumourFilter,
    RumourRow,
    list_rumour_ids,
    list_rumours_by_id,
)
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.periods import Period
from outreach_app.rules.rumours import TO_RECTIFY
from outreach_app.rules.shares import share_of
from outreach_app.vocabulary import rank

Offices = frozenset[OfficeId] | None


@dataclass(frozen=True, slots=True)
class KindCounted:
    """The publications of one kind, and their share of all in percent.

    One that is a total counts as its number, so the list may have fewer rows.
    """

    kind: str
    figure: Figure
    share: Decimal


@dataclass(frozen=True, slots=True)
class Delays:
    """The delays of rectifications, halves rounded up; None if there are none."""

    median: int | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class FollowersCounted:
    """The followers of an official account (`pc.*`), with those before the period."""

    account: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class CommunicationFigures:
    """Rumours heard in a period, how many were rectified and how soon; publications; the rest.

    `different` counts rumours that headquarters joined once; each precinct's delay counts
    separately. Kinds are those of the period, in the order of the list.
    """

    rumours: Figure
    different: int
    rectified: Figure
    hours: Delays
    hours_before: Delays
    publications: Figure
    kinds: tuple[KindCounted, ...]
    remarks: RemarkFigures
    awareness: AwarenessFigures
    interactions: Figure
    followers: tuple[FollowersCounted, ...]


@dataclass(frozen=True, slots=True)
class RumoursTold:
    """Rumours heard in a period, as a document reports them, in their state on a day.

    Those that partners told in a meeting count even if they were not recorded separately; those
    that headquarters joined count once. `offices` is the number of offices that heard any,
    `no_need` the numbers by result (`vr.*`) that needed no rectification, `to_rectify` the number
    still waiting for one, `carried` the number of rectifications carried back to partners,
    `closed` the number that ended without a result, `followed` that of these
    which were not filed but answered or acted on, `from_meetings` that of those told in meetings
    whose result is awaited. `days` are the delays from day to day, as those of answers are counted;
    `is_by_day` if there is one rectification, and when it or the rumour came is known by the day.
    `…_since` and `…_until` are when the oldest and the newest were heard, None where none is.
    """

    heard: int
    offices: int
    rectified: int
    hours: Delays
    no_need: Mapping[str, int]
    carried: int
    to_rectify: int = 0
    unverified_since: date | None = None
    to_rectify_since: date | None = None
    unverified_until: date | None = None
    to_rectify_until: date | None = None
    from_meetings: int = 0
    closed: int = 0
    followed: int = 0
    days: Delays = Delays(None, None)
    is_by_day: bool = False

    @property
    def unverified(self) -> int:
        """The number whose result is awaited."""
        settled = self.rectified + sum(self.no_need.values()) + self.closed
        return self.heard - settled - self.to_rectify


def get_communication_figures(session: Session, period: Period) -> CommunicationFigures:
    """Count a period and the one before; a precinct counts only its own."""
    before, own = period.previous(), own_alone(session)
    heard, heard_before = (_list_heard(session, each, own) for each in (period, before))
    published, published_before = (
        count_publications(session, each, own) for each in (period, before)
    )
    total = sum(published.values())
    of_read = PublicationFilter(published_in=period, is_read=True, offices=own)
    read, was_read = (get_engagement(session, each, each.last, own) for each in (period, before))

    def published_of(kind: str | None, now: int, was: int) -> Figure:
        return Figure(now, was, PublicationFilter(kind=kind, published_in=period, offices=own))

    return CommunicationFigures(
        rumours=Figure(len(heard), len(heard_before), RumourFilter(heard_in=period, offices=own)),
        different=len(_different(heard)),
        rectified=Figure(
            len(_rectified(heard)),
            len(_rectified(heard_before)),
            RumourFilter(heard_in=period, is_rectified=True, offices=own),
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
        remarks=get_remark_figures(session, period, own),
        awareness=get_awareness_figures(session, period, own),
        interactions=Figure(read.interactions or 0, was_read.interactions or 0, of_read),
        followers=tuple(_followers(row, own) for row in read.followers),
    )


def _followers(row: Followers, own: Offices) -> FollowersCounted:
    before = None if row.growth is None else row.count - row.growth
    return FollowersCounted(
        row.account, Figure(row.count, before, ReadingFilter(account=row.account, offices=own))
    )


def count_rumours_told(
    session: Session, period: Period, as_of: date, offices: Offices
) -> RumoursTold:
    """Count the rumours that some offices heard in a period, in their state on a day."""
    heard = _list_heard(session, period, offices)
    tellers, told = _count_told(session, period, offices)
    answered = count_rumours_answered(session, period, as_of, offices) if told else Counter()
    filed = (
        count_rumours_answered(session, period, as_of, offices, are_filed=True) if told else None
    )
    told -= answered
    rectified = [row for row in _rectified(heard) if _published_by(row, as_of)]
    carried = [row for row in rectified if row.is_told and row.back_on and row.back_on <= as_of]
    waiting = [row for row in heard if _waits(row, as_of)]
    settled = {id(row) for row in (*rectified, *waiting)}
    left = [row for row in heard if id(row) not in settled and not _needs_none(row, as_of)]
    closed = [row for row in left if _closed_by(row, as_of)]
    open_ = [row for row in left if not _closed_by(row, as_of)]
    unverified = [*(row.heard_on for row in open_), *map(date.fromisoformat, told)]
    to_rectify = [row.heard_on for row in waiting]
    return RumoursTold(
        heard=len(_different(heard)) + told.total() + answered.total(),
        offices=len({row.office for row in heard} | tellers),
        rectified=len(_different(rectified)),
        hours=_hours(rectified),
        days=_days(rectified),
        is_by_day=len(rectified) == 1 and rectified[0].is_by_day,
        no_need=_by_result(row for row in heard if _needs_none(row, as_of)),
        carried=len(carried),
        to_rectify=len(_different(waiting)),
        unverified_since=min(unverified, default=None),
        to_rectify_since=min(to_rectify, default=None),
        unverified_until=max(unverified, default=None),
        to_rectify_until=max(to_rectify, default=None),
        from_meetings=told.total() + _count_raised(session, as_of, heard, open_),
        closed=len(_different(closed)) + answered.total(),
        followed=answered.total() - (filed.total() if filed else 0),
    )


def own_alone(session: Session) -> Offices:
    """Return a precinct's own office, as it also holds headquarters' answers; else None."""
    office = get_own_office(session)
    if office.role == OfficeRole.HEADQUARTERS:
        return None
    return frozenset({OfficeId(office.id)})


def _list_heard(session: Session, period: Period, offices: Offices) -> list[RumourRow]:
    wanted = RumourFilter(heard_in=period, offices=offices)
    return list(list_rumours_by_id(session, list_rumour_ids(session, wanted)).values())


def _count_told(
    session: Session, period: Period, offices: Offices
) -> tuple[set[int], Counter[str]]:
    """Count by day what was told as a rumour in a meeting and not recorded; and where."""
    totals = read_totals(session, period, Total.TOLD)
    tellers = set(totals.offices(Total.TOLD))
    wanted = tellers if offices is None else tellers & offices
    return wanted, totals.sums(Total.TOLD, wanted)


def _count_raised(
    session: Session, as_of: date, heard: Iterable[RumourRow], open_: Collection[RumourRow]
) -> int:
    """Count the different rumours without a result that a meeting told; `open_` have none."""
    waiting = {row.uid for row in open_}
    told = list_rumours_told(session, as_of, waiting) if waiting else set()
    settled = _different(row for row in heard if row.uid not in waiting)
    return len(_different(row for row in open_ if row.uid in told) - settled)


def _different(rows: Iterable[RumourRow]) -> set[str]:
    """Return the keys of different rumours: those that headquarters joined share a cluster."""
    return {_identity(row) for row in rows}


def _identity(row: RumourRow) -> str:
    return (row.finding and row.finding.cluster) or str(row.uid)


def _by_result(rows: Iterable[RumourRow]) -> dict[str, int]:
    """Count the results of different rumours, in the order of the list of results."""
    found = {_identity(row): row.result or "" for row in rows}
    counts = Counter(found.values())
    return {code: counts[code] for code in sorted(counts, key=rank)}


def _rectified(rows: Iterable[RumourRow]) -> list[RumourRow]:
    return [row for row in rows if row.rectification is not None]


def _published_by(row: RumourRow, day: date) -> bool:
    return row.rectification is not None and row.rectification.published_on <= day


def _closed_by(row: RumourRow, day: date) -> bool:
    return row.closed_on is not None and row.closed_on <= day


def _needs_none(row: RumourRow, day: date) -> bool:
    """Return whether a result was known by a day, and required no rectification."""
    finding = row.finding
    if finding is None or finding.result in (None, *TO_RECTIFY):
        return False
    return finding.found_on is None or finding.found_on <= day


def _waits(row: RumourRow, day: date) -> bool:
    """Return whether a result required a rectification that was not published by a day."""
    finding = row.finding
    if finding is None or finding.result not in TO_RECTIFY or _published_by(row, day):
        return False
    if _closed_by(row, day):
        return False
    return finding.found_on is None or finding.found_on <= day


def _hours(rows: Sequence[RumourRow]) -> Delays:
    return _delays([row.hours for row in rows if row.hours is not None])


def _days(rows: Sequence[RumourRow]) -> Delays:
    came = [(row.heard_on, row.rectification.published_on) for row in rows if row.rectification]
    return _delays([max(0, (published - heard).days) for heard, published in came])


def _delays(known: Sequence[int]) -> Delays:
    return Delays(int(median(known) + 0.5), max(known)) if known else Delays(None, None)
