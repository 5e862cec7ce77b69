"""Computes the plan of a national summary from the figures of a period."""

from collections.abc import Iterable, Mapping
from datetime import date

from outreach_app import vocabulary
from outreach_app.models import Office
from outreach_app.queries.national import Command, LateOffice, NationalFigures, TopicCount
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import Count, hide_few
from outreach_app.rules.territory import REGIONS
from outreach_app.summaries.national_areas import areas
from outreach_app.summaries.national_coverage import categories, channels, difference
from outreach_app.summaries.national_plan import (
    AreaFacts,
    CommandFacts,
    ConcernFacts,
    LateFacts,
    NationalPlan,
    RegionFacts,
    StateFacts,
)
from outreach_app.summaries.session_facts import office_facts
from outreach_app.summaries.session_plan import Bilingual

SHOWN = 5
# A topic raised less often than this in the period before is not said to rise.
LEAST_BEFORE = 30
REGIONS_NAMED = 2
OTHER_REGION = "other"


def plan_national(
    office: Office, figures: NationalFigures, due_on: date, *, publishable: bool = False
) -> NationalPlan:
    """The facts of a period; `due_on` is the day its reports were due.

    The publishable plan hides counts under five with what would give them back, and says
    nothing of commands, awaited reports or single offices.
    """
    regions, total = _regions(figures, publishable=publishable)
    late = () if publishable else tuple(_late(figures.late))
    shown = len(late) if len(late) == SHOWN + 1 else min(SHOWN, len(late))
    before = figures.before.sessions
    return NationalPlan(
        office=office_facts(office),
        number=figures.period.number(),
        is_publishable=publishable,
        first=figures.period.first,
        last=figures.period.last,
        before_first=figures.period.previous().first,
        before_last=figures.period.previous().last,
        due_on=due_on,
        as_of=figures.as_of,
        total=total,
        sessions_before=hide_few(before) if publishable else before,
        rumours=_few(figures.total.rumours, publishable=publishable),
        awaited=None if publishable else len(figures.late),
        regions=regions,
        commands=() if publishable else _commands(figures.commands),
        main=_main(figures.topics, publishable=publishable),
        rising=_rising(figures.topics),
        categories=categories(figures, total, publishable=publishable),
        channels=channels(figures, publishable=publishable),
        states=None if publishable else _states(figures.total),
        late=late[:shown],
        late_more=len(late) - shown,
    )


def _few(count: int, *, publishable: bool) -> Count:
    return hide_few(count) if publishable else count


def _regions(
    figures: NationalFigures, *, publishable: bool
) -> tuple[tuple[RegionFacts, ...], AreaFacts]:
    tallies = {code or OTHER_REGION: tally for code, tally in figures.regions.items()}
    order = [*REGIONS, *([OTHER_REGION] if OTHER_REGION in tallies else [])]
    known = [code for code in order if code in tallies]
    facts, total = areas([tallies[code] for code in known], figures.total, hides=publishable)
    found = dict(zip(known, facts, strict=True))
    return tuple(RegionFacts(code, found.get(code)) for code in order), total


def _commands(commands: Mapping[Command, Tally]) -> tuple[CommandFacts, ...]:
    """In the order of their names, offices without a command last."""
    names = sorted(commands, key=lambda command: (command.fr is None, command.fr or ""))
    facts, _total = areas([commands[name] for name in names], Tally(), hides=False)
    return tuple(
        CommandFacts(number, Bilingual(name.ar, name.fr), area)
        for number, (name, area) in enumerate(zip(names, facts, strict=True), start=1)
    )


def _main(topics: Iterable[TopicCount], *, publishable: bool) -> tuple[ConcernFacts, ...]:
    """The topics raised most; a publishable plan leaves out those raised less than five times."""
    least = 5 if publishable else 1
    order = list(vocabulary.catalogue("tp"))
    raised = [topic for topic in topics if topic.now >= least]
    raised.sort(key=lambda topic: (-topic.now, order.index(topic.topic)))
    concerns = []
    for topic in raised[:SHOWN]:
        before = _few(topic.before, publishable=publishable)
        change = difference(topic.now, before)
        concerns.append(ConcernFacts(topic.topic, topic.now, before, change, _most(topic)))
    return tuple(concerns)


def _rising(topics: Iterable[TopicCount]) -> tuple[ConcernFacts, ...]:
    """The topics that grew most, in percent of how often they were raised before."""
    order = list(vocabulary.catalogue("tp"))
    grown = [topic for topic in topics if topic.now > topic.before >= LEAST_BEFORE]
    grown.sort(key=lambda topic: (-_growth(topic), order.index(topic.topic)))
    return tuple(
        ConcernFacts(topic.topic, topic.now, topic.before, _growth(topic), _most(topic))
        for topic in grown[:SHOWN]
    )


def _growth(topic: TopicCount) -> int:
    return round(100 * (topic.now - topic.before) / topic.before)


def _most(topic: TopicCount) -> tuple[str, ...]:
    """The regions it was raised in most, the first first."""
    regions = sorted(topic.regions, key=lambda code: (-topic.regions[code], REGIONS.index(code)))
    return tuple(regions[:REGIONS_NAMED])


def _states(total: Tally) -> StateFacts | None:
    if not total.commitments:
        return None
    other = total.commitments - total.kept - total.running - total.late
    return StateFacts(total.kept, total.running, total.late, other)


def _late(offices: Iterable[LateOffice]) -> Iterable[LateFacts]:
    for number, office in enumerate(offices, start=1):
        yield LateFacts(
            number=number,
            name=Bilingual(office.name_ar, office.name_fr),
            command=Bilingual(office.command.ar, office.command.fr),
            until=office.covered_until,
            missing=office.missing,
        )
