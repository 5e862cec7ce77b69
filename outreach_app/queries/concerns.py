"""Concerns of all precincts: those that rise, and those that several precincts share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.queries.month_totals import Total, read_totals
from outreach_app.queries.point_lists import (
    HeadquartersReply,
    PointFilter,
    list_points_by_id,
    select_points,
)
from outreach_app.queries.points import PointRow
from outreach_app.rules.alike_texts import AlikeTexts
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.rules.rising import is_rising
from outreach_app.rules.rumours import stems_of

MAX_SHARED = 12  # proposed at most: a person reviews each
MAX_COMPARED = 3_000  # the newest without headquarters' reply: answered ones give way to older


@dataclass(frozen=True, slots=True)
class RisingConcern:
    """A topic that is a concern more often than in the period before; `wanted` lists it.

    `offices` is the number of precincts in which it was raised.
    """

    topic: str
    now: int
    before: int
    offices: int
    wanted: PointFilter


@dataclass(frozen=True, slots=True)
class SharedConcern:
    """What seems to be one concern of several precincts: its points, oldest first."""

    topic: str
    points: tuple[PointRow, ...]

    @property
    def offices(self) -> frozenset[OfficeId]:
        return frozenset(point.office for point in self.points)


@dataclass(frozen=True, slots=True)
class SharedConcerns:
    """Proposals, those of most precincts first; `is_cut` if older concerns were not compared."""

    proposed: tuple[SharedConcern, ...]
    is_cut: bool


def concerns_of(
    period: Period, offices: frozenset[OfficeId], topic: str | None = None
) -> PointFilter:
    """Return the filter of the concerns, requests and suggestions of a period."""
    return PointFilter(is_concern=True, held_in=period, offices=offices, topic=topic)


def list_rising_concerns(
    session: Session, period: Period, offices: frozenset[OfficeId]
) -> list[RisingConcern]:
    """Return the topics that rise in these precincts, steepest first."""
    now = _by_topic(session, period, offices)
    before = _by_topic(session, period.previous(), offices)
    rising = [
        RisingConcern(topic, count, was, len(raised), concerns_of(period, offices, topic))
        for topic, raised in now.items()
        if is_rising(count := sum(raised), was := sum(before.get(topic, ())))
    ]
    return sorted(rising, key=lambda row: (row.before - row.now, row.topic))


def list_shared_concerns(
    session: Session, period: Period, offices: frozenset[OfficeId]
) -> SharedConcerns:
    """Return unanswered points of several precincts in similar words, as one concern each.

    Candidates only; a person confirms. The newest MAX_COMPARED of the period are compared.
    """
    found = _newest(session, period, offices)
    compared = found[:MAX_COMPARED]
    groups = [group for group in _grouped(compared[::-1]) if len(group.offices) > 1]
    groups.sort(key=lambda group: (-len(group.offices), -len(group.points), group.topic))
    chosen = groups[:MAX_SHARED]
    rows = list_points_by_id(session, [number for group in chosen for number in group.points])
    return SharedConcerns(
        tuple(SharedConcern(group.topic, _in_order(rows, group.points)) for group in chosen),
        is_cut=len(found) > len(compared),
    )


def _in_order(rows: Mapping[int, PointRow], numbers: Iterable[int]) -> tuple[PointRow, ...]:
    told = [rows[number] for number in numbers if number in rows]
    return tuple(sorted(told, key=lambda row: (row.held_on, row.uid)))


@dataclass(slots=True)
class _Group:
    """Points that are similar to the first of them."""

    topic: str
    points: list[int] = field(default_factory=list)
    offices: set[int] = field(default_factory=set)


class _Raised(NamedTuple):
    """The columns of a concern that are compared."""

    id: int
    office: int
    topic: str
    phrase: str | None
    text: str | None


def _newest(session: Session, period: Period, offices: frozenset[OfficeId]) -> list[_Raised]:
    """Return the newest concerns of a period without headquarters' reply, and one to see a cut."""
    wanted = concerns_of(period, offices)
    unreplied = replace(wanted, headquarters_reply=HeadquartersReply.NONE)
    statement = select_points(unreplied).limit(MAX_COMPARED + 1)
    columns = (Point.id, Point.office_id, Point.topic, Point.phrase, Point.text)
    return [_Raised(*row) for row in session.execute(statement.with_only_columns(*columns))]


def _grouped(rows: Sequence[_Raised]) -> list[_Group]:
    """Group each concern with the first similar one: of one frequent point, or in similar words."""
    stems = {
        number: stems_of(text or "") for number, _of, _topic, phrase, text in rows if not phrase
    }
    frequency = Counter(chain.from_iterable(stems.values()))
    phrased: dict[tuple[str, str], _Group] = {}
    worded: defaultdict[str, AlikeTexts[_Group]] = defaultdict(lambda: AlikeTexts(frequency))
    groups: list[_Group] = []
    for number, office, topic, phrase, _text in rows:
        like = phrased.get((topic, phrase)) if phrase else worded[topic].find(stems[number])
        group = like or _Group(topic)
        if like is None:
            groups.append(group)
            if phrase:
                phrased[topic, phrase] = group
            else:
                worded[topic].add(stems[number], group)
        group.points.append(number)
        group.offices.add(office)
    return groups


def _by_topic(
    session: Session, period: Period, offices: frozenset[OfficeId]
) -> dict[str, list[int]]:
    """Return how often a topic was a concern, for each office that raised it."""
    totals = read_totals(session, period, Total.CONCERNS)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for office in offices:
        for topic, number in totals.by_code(Total.CONCERNS, office).items():
            found[topic].append(number)
    return found
