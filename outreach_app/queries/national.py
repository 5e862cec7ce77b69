"""Figures of a period over all precincts of a consolidated store."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.queries.awareness import AwarenessFilter, Reached, count_actions, count_kinds
from outreach_app.queries.communication import RumoursTold, count_rumours_told
from outreach_app.queries.month_totals import Total, Totals, read_totals
from outreach_app.queries.national_counts import TOTALS, Tally, count_partners_known, tally
from outreach_app.queries.precinct_papers import Papers
from outreach_app.queries.publications import count_publications
from outreach_app.queries.readings import Engagement, get_engagement
from outreach_app.queries.recording_offices import count_recording
from outreach_app.queries.records import get_own_office
from outreach_app.queries.registered_offices import (
    OfficePlace,
    SilentPlace,
    list_precincts,
    list_silent,
)
from outreach_app.queries.remark_figures import RemarksTold, count_remarks_told
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period, missing_months

Part = TypeVar("Part")
Reports = Mapping[UUID, date]
_Place = OfficePlace | SilentPlace


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How often a topic is a concern, now and in the period before; `regions` counts it now."""

    topic: str
    now: int
    before: int
    regions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """Partners of a category: registered, met in the period, met in the one before."""

    category: str
    known: int
    met: int
    met_before: int


@dataclass(frozen=True, slots=True)
class ChannelCount:
    """Sessions by a channel, now and in the period before."""

    channel: str
    now: int
    before: int


@dataclass(frozen=True, slots=True)
class LateOffice:
    """An office whose report of the period is missing; None if no report ever came."""

    name: Bilingual
    command: Bilingual
    covered_until: date | None
    missing: int | None


@dataclass(frozen=True, slots=True)
class NationalFigures:
    """A period counted over the offices whose reports cover it, and the one before over the same.

    `commands` are counted by name, one without names for offices whose letterhead gives none.
    `as_of` is the day for the state of commitments. `published` counts headquarters' publications
    by kind. `regions` are counted by code, None for offices whose city is in no known region.
    `recorded_from` are the days of the first meeting that each of the offices recorded. `papers`
    are the precincts' public papers, and those of the period before, each by two ways of counting;
    empty if they do not matter. `active` precincts held a meeting.
    """

    period: Period
    as_of: date
    total: Tally
    before: Tally
    regions: Mapping[str | None, Tally]
    commands: Mapping[Bilingual, Tally]
    topics: tuple[TopicCount, ...]
    categories: tuple[CategoryCount, ...]
    channels: tuple[ChannelCount, ...]
    late: tuple[LateOffice, ...]
    told: RumoursTold
    told_before: RumoursTold
    published: Mapping[str, int]
    published_before: Mapping[str, int]
    read: Engagement
    remarks: RemarksTold
    awareness: Reached
    actions: Mapping[str, int]
    talks: Reached
    actions_before: int = 0
    recorded_from: tuple[date, ...] = ()
    papers: Sequence[Papers] = ()
    papers_before: Sequence[Papers] = ()
    active: int | None = None


def national_figures(
    session: Session, period: Period, reports: Reports, as_of: date
) -> NationalFigures:
    """Count a period; `reports` has the last day that each office's reports cover.

    `as_of` is today: what is open and was due earlier is late. An office counts once its reports
    reach the last day of the period; the period before counts the same ones.
    """
    precincts: dict[int, OfficePlace] = {each.id: each for each in list_precincts(session)}
    places: list[_Place] = [*precincts.values(), *list_silent(session, min(period.last, as_of))]
    reported, earlier = _reported(precincts, reports, period.last), period.previous()
    now = _Counted.of(session, period, as_of, places, reported)
    before = _Counted.of(session, earlier, as_of, places, reported)
    offices, own = frozenset(map(OfficeId, reported)), frozenset({_own(session)})
    actions = count_kinds(session, AwarenessFilter(begun_in=period, offices=offices))
    begun, active = count_recording(session, period, offices)
    return NationalFigures(
        period=period,
        as_of=as_of,
        total=Tally.total(now.tallies.values()),
        before=Tally.total(before.tallies.values()),
        regions=_by(now, lambda area: area[0]),
        commands=_by(now, lambda area: area[1]),
        topics=_topics(now, before),
        categories=_categories(session, now, before),
        channels=_channels(now, before),
        late=_late(now, reports, min(period.last, as_of)),
        told=count_rumours_told(session, period, as_of, offices),
        told_before=count_rumours_told(session, earlier, earlier.last, offices),
        published=count_publications(session, period, own),
        published_before=count_publications(session, earlier, own),
        read=get_engagement(session, period, min(period.last, as_of), own),
        remarks=count_remarks_told(session, period, as_of, offices),
        awareness=Reached.total(actions.values()),
        actions={kind: reached.actions for kind, reached in actions.items()},
        talks=actions.get(MeetingKind.SCHOOL, Reached()),
        actions_before=count_actions(session, earlier, offices),
        recorded_from=begun,
        active=active,
    )


def _reported(precincts: Mapping[int, OfficePlace], reports: Reports, last: date) -> frozenset[int]:
    """Return the precincts whose reports reach a day."""
    return frozenset(
        key for key, precinct in precincts.items() if reports.get(precinct.uid, date.min) >= last
    )


_Area = tuple[str | None, Bilingual]


def _area(precinct: _Place) -> _Area:
    """Return the region and the command of a precinct."""
    return precinct.region, precinct.command or Bilingual(None, None)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Add up one period by area: adding up its offices one by one would take far longer.

    Only offices in `reported` count; `totals` are by the place of the area in `tallies`.
    """

    period: Period
    precincts: Sequence[_Place]
    reported: frozenset[int]
    totals: Totals
    tallies: Mapping[_Area, Tally]

    @classmethod
    def of(
        cls,
        session: Session,
        period: Period,
        as_of: date,
        precincts: Sequence[_Place],
        reported: frozenset[int],
    ) -> "_Counted":
        offices = Counter(map(_area, precincts))
        places = {area: place for place, area in enumerate(offices)}
        groups: dict[int, int] = {
            each.id: places[_area(each)]
            for each in precincts
            if isinstance(each, OfficePlace) and each.id in reported
        }
        counting = Counter(groups.values())
        totals = read_totals(session, period, *TOTALS, groups=groups)
        return cls(
            period=period,
            precincts=precincts,
            reported=reported,
            totals=totals,
            tallies={
                area: tally(totals, place, as_of, offices[area], counting[place])
                for area, place in places.items()
            },
        )

    def by_area(self, total: Total) -> Iterator[tuple[_Area, Counter[str]]]:
        """Yield a total of each area by its code."""
        for place, area in enumerate(self.tallies):
            yield area, self.totals.by_code(total, place)

    def sums(self, total: Total) -> Counter[str]:
        """Add up a total by its code."""
        return self.totals.sums(total, range(len(self.tallies)))


def _own(session: Session) -> OfficeId:
    return OfficeId(get_own_office(session).id)


def _by(counted: _Counted, part: Callable[[_Area], Part]) -> dict[Part, Tally]:
    found: defaultdict[Part, list[Tally]] = defaultdict(list)
    for area, tally_ in counted.tallies.items():
        found[part(area)].append(tally_)
    return {place: Tally.total(tallies) for place, tallies in found.items()}


def _topics(now: _Counted, before: _Counted) -> tuple[TopicCount, ...]:
    regions: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (region, _command), numbers in now.by_area(Total.CONCERNS):
        if region is not None:
            for topic, number in numbers.items():
                regions[topic][region] += number
    raised, were = now.sums(Total.CONCERNS), before.sums(Total.CONCERNS)
    return tuple(
        TopicCount(topic, raised[topic], were[topic], dict(regions[topic]))
        for topic in sorted(raised.keys() | were.keys())
    )


def _channels(now: _Counted, before: _Counted) -> tuple[ChannelCount, ...]:
    held, were = now.sums(Total.HELD), before.sums(Total.HELD)
    return tuple(
        ChannelCount(code, held.get(code, 0), were.get(code, 0))
        for code in sorted(held.keys() | were.keys())
    )


def _categories(session: Session, now: _Counted, before: _Counted) -> tuple[CategoryCount, ...]:
    met, were = now.sums(Total.MET), before.sums(Total.MET)
    known = Counter[str]()
    for office, category, number in count_partners_known(session):
        known[category] += number if office in now.reported else 0
    return tuple(
        CategoryCount(code, known.get(code, 0), met.get(code, 0), were.get(code, 0))
        for code in sorted((+known).keys() | met.keys() | were.keys())
    )


def _late(counted: _Counted, reports: Reports, until_day: date) -> tuple[LateOffice, ...]:
    """Return the offices that are awaited, with the months that were over by a day."""
    rows = []
    for precinct in counted.precincts:
        if isinstance(precinct, OfficePlace) and precinct.id in counted.reported:
            continue
        until = reports.get(precinct.uid)
        missing = missing_months(until, until_day) if until else None
        command = precinct.command or Bilingual(None, None)
        rows.append(LateOffice(precinct.name, command, until, missing))
    return tuple(sorted(rows, key=_most_missing_first))


def _most_missing_first(office: LateOffice) -> tuple[bool, int, str]:
    return office.missing is not None, -(office.missing or 0), office.name.fr or ""
