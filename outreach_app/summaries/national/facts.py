"""Computes the plan of a national summary from the figures of a period."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from outreach_app import vocabulary
from outreach_app.models import Office
from outreach_app.queries.communication import RumoursTold
from outreach_app.queries.national import LateOffice, NationalFigures, TopicCount
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.rules.territory import REGIONS
from outreach_app.summaries.communication.facts import (
    awareness_facts,
    engagement_facts,
    publication_facts,
    remark_facts,
    rumour_facts,
)
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.national.areas import area_facts
from outreach_app.summaries.national.coverage import (
    category_counts,
    category_facts,
    channel_counts,
    channel_facts,
)
from outreach_app.summaries.national.plan import (
    MIN_RANKED,
    OTHER_REGION,
    CategoryFacts,
    ChannelFacts,
    CommandFacts,
    ConcernFacts,
    EndingFacts,
    LateFacts,
    NationalPlan,
    RegionFacts,
    StateFacts,
)
from outreach_app.summaries.national.publishing import published
from outreach_app.summaries.national.writer import others_met
from outreach_app.summaries.prose.store_words import office_facts

SHOWN = 5
# With those equal to the last one.
MAX_SHOWN = 10
_PREPOSITION = re.compile(r" (?:d['’]|de |du |des )")
# A topic raised less often than this in the period before is not said to rise.
MIN_BEFORE = 30
REGIONS_NAMED = 2
# Of the period before, the part that may lack without a word, at least a week, and the share of
# offices for which more may, if it is told.
MAX_UNRECORDED = 0.1
FIRST_WEEK = timedelta(days=7)
MAX_BEGUN_LATE = 0.05


def plan_national(
    office: Office, figures: NationalFigures, due_on: date, *, publishable: bool = False
) -> NationalPlan:
    """Collect the facts of a period, or only the publishable ones.

    `due_on` is the day its reports were due. Its number comes with its edition.
    """
    late = tuple(_late(figures.late))
    shown = len(late) if len(late) == SHOWN + 1 else min(SHOWN, len(late))
    plan = NationalPlan(
        office=office_facts(office),
        number="",
        is_publishable=False,
        first=figures.period.first,
        last=figures.period.last,
        before_first=figures.period.previous().first,
        before_last=figures.period.previous().last,
        due_on=due_on,
        as_of=figures.as_of,
        total=area_facts(figures.total),
        sessions_before=figures.before.sessions,
        rumours=figures.total.rumours,
        awaited=len(figures.late),
        regions=tuple(_regions(figures.regions)),
        published=(),
        commands=_commands(figures.commands),
        main=_main(figures.topics),
        rising=_rising(figures.topics),
        categories=_categories(figures),
        channels=_channels(figures),
        states=_states(figures.total),
        late=late[:shown],
        late_more=len(late) - shown,
        had_actions=figures.actions_before > 0,
        communication=_communication(figures),
    )
    plan = _with_late_registers(_with_listed(plan, figures.total), figures)
    plan = replace(plan, others=others_met(plan), active=_active(figures))
    plan = published(plan, figures) if publishable else plan
    return plan if plan.before_from is None else _without_changes(plan)


def _without_changes(plan: NationalPlan) -> NationalPlan:
    """Return the plan without growth: the period before was hardly recorded, or not at all."""
    if plan.is_before_unrecorded:
        plan = replace(
            plan,
            main=tuple(replace(row, before=None) for row in plan.main),
            categories=tuple(replace(row, before=None) for row in plan.categories),
            channels=tuple(replace(row, before=None) for row in plan.channels),
        )
    return replace(
        plan,
        main=tuple(replace(row, change=None) for row in plan.main),
        rising=(),
        channels=tuple(replace(row, change=None) for row in plan.channels),
    )


def _active(figures: NationalFigures) -> int | None:
    """Return how many of the offices held anything; None where each of them did."""
    return None if figures.active == figures.total.reported else figures.active


def _begun_late(figures: NationalFigures) -> list[date]:
    """Return the first days of the registers that lack much of the period before."""
    before, starts = figures.period.previous(), figures.recorded_from
    most = max((before.last - before.first) * MAX_UNRECORDED, FIRST_WEEK)
    return [start for start in starts if start - before.first > most]


def _are_many(late: Sequence[date], figures: NationalFigures) -> bool:
    """Return whether too many registers begin late to compare the period before."""
    return len(late) > len(figures.recorded_from) * MAX_BEGUN_LATE


def _told_before(figures: NationalFigures) -> RumoursTold | None:
    """Return the rumours of the period before, if it is compared."""
    is_compared = figures.told_before.heard and not _are_many(_begun_late(figures), figures)
    return figures.told_before if is_compared else None


def _communication(figures: NationalFigures) -> CommunicationFacts:
    return CommunicationFacts(
        figures.period.previous().last,
        figures.as_of,
        publication_facts(figures.published, figures.published_before or None),
        rumour_facts(figures.told, _told_before(figures)),
        remarks=remark_facts(figures.remarks),
        awareness=awareness_facts(figures.awareness, figures.talks, figures.actions),
        engagement=engagement_facts(
            figures.read,
            min(figures.period.last, figures.as_of),
            sum(figures.published.values()),
        ),
    )


def _regions(tallies: Mapping[str | None, Tally]) -> Iterable[RegionFacts]:
    """Yield every region of the country, then the offices that are in none."""
    for code in REGIONS:
        yield RegionFacts(code, area_facts(tallies[code]) if code in tallies else None)
    if None in tallies:
        yield RegionFacts(OTHER_REGION, area_facts(tallies[None]))


def _commands(commands: Mapping[Bilingual, Tally]) -> tuple[CommandFacts, ...]:
    """Return the commands by name, ignoring prepositions; offices without one come last."""
    names = sorted(
        commands,
        key=lambda command: (command.fr is None, _PREPOSITION.sub(" ", command.fr or "")),
    )
    return tuple(
        CommandFacts(number, name, area_facts(commands[name]))
        for number, name in enumerate(names, start=1)
    )


def _main(topics: Iterable[TopicCount]) -> tuple[ConcernFacts, ...]:
    """Return the topics raised most; all of them where none was raised often enough to rank."""
    raised = [topic for topic in topics if topic.now]
    raised.sort(key=lambda topic: (-topic.now, vocabulary.rank(topic.topic)))
    is_ranked = bool(raised) and raised[0].now >= MIN_RANKED
    return tuple(
        ConcernFacts(topic.topic, topic.now, topic.before, topic.now - topic.before, _most(topic))
        for topic in (_first(raised, lambda topic: topic.now) if is_ranked else raised)
    )


def _first(topics: list[TopicCount], number: Callable[[TopicCount], int]) -> list[TopicCount]:
    """Return the first topics and those equal to the last of them, else none of these."""
    if len(topics) <= SHOWN:
        return topics
    least = number(topics[SHOWN - 1])
    listed = [topic for topic in topics if number(topic) >= least]
    above = [topic for topic in topics if number(topic) > least]
    return above if above and len(listed) > MAX_SHOWN else listed


def _with_late_registers(plan: NationalPlan, figures: NationalFigures) -> NationalPlan:
    """Return the plan with how many registers begin late, and on which day the first of these.

    One without any meeting until the end of the period has none before that day either.
    """
    late = _begun_late(figures)
    if not late:
        return plan
    number = len(late) + figures.total.reported - len(figures.recorded_from)
    if _are_many(late, figures):
        return replace(plan, before_from=late[0], begun_late=number)
    return replace(plan, few_from=late[0], begun_late=number)


def _with_listed(plan: NationalPlan, total: Tally) -> NationalPlan:
    """Return the plan with how many points the list of topics holds, or does not."""
    listed = sum(row.now for row in plan.main)
    if plan.ranks_concerns:
        return replace(plan, in_main=listed)
    return replace(plan, aside=total.points - listed)


def _rising(topics: Iterable[TopicCount]) -> tuple[ConcernFacts, ...]:
    """Return the topics that grew most, in percent of how often they were raised before."""
    grown = [topic for topic in topics if topic.now > topic.before >= MIN_BEFORE]
    grown.sort(key=lambda topic: (-_growth(topic), vocabulary.rank(topic.topic)))
    return tuple(
        ConcernFacts(topic.topic, topic.now, topic.before, _growth(topic), _most(topic))
        for topic in _first(grown, _growth)
    )


def _growth(topic: TopicCount) -> int:
    grown, before = topic.now - topic.before, topic.before
    return (200 * grown + before) // (2 * before)


def _most(topic: TopicCount) -> tuple[str, ...]:
    """Return the regions that a topic was raised in most, the first first."""
    regions = sorted(topic.regions, key=lambda code: (-topic.regions[code], REGIONS.index(code)))
    return tuple(regions[:REGIONS_NAMED])


def _categories(figures: NationalFigures) -> tuple[CategoryFacts, ...]:
    return tuple(
        category_facts(count.category, count.known, count.met, count.met_before)
        for count in category_counts(figures)
    )


def _channels(figures: NationalFigures) -> tuple[ChannelFacts, ...]:
    return tuple(
        channel_facts(count.channel, count.now, count.before) for count in channel_counts(figures)
    )


def _states(total: Tally) -> StateFacts | None:
    if not total.commitments:
        return None
    ended = total.commitments - total.kept - total.running - total.late
    counts = {
        CommitmentStatus.DROPPED: total.dropped,
        CommitmentStatus.BLOCKED: total.blocked,
        CommitmentStatus.REFERRED: total.referred,
    }
    endings = tuple(EndingFacts(code, number) for code, number in counts.items() if number)
    are_known = sum(counts.values()) == ended
    return StateFacts(*(total.kept, total.running, total.late, ended), endings if are_known else ())


def _late(offices: Iterable[LateOffice]) -> Iterable[LateFacts]:
    for number, office in enumerate(offices, start=1):
        yield LateFacts(
            number=number,
            name=office.name,
            command=office.command,
            until=office.covered_until,
            missing=office.missing,
        )
