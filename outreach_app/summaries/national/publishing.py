"""Suppression of small counts in a national summary.

Decisions 14 and 91 list what is left out, and why the rest is safe.
"""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any

from outreach_app.queries.national import NationalFigures
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import (
    MIN_SHOWN,
    Count,
    Hidden,
    hide_few,
    hide_in_sum,
    hide_part,
    hide_whole,
    leaves_few,
)
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.communication.publishing import publishable_communication
from outreach_app.summaries.national.areas import known, share
from outreach_app.summaries.national.coverage import (
    category_counts,
    category_facts,
    channel_counts,
    channel_facts,
    difference,
)
from outreach_app.summaries.national.plan import (
    OTHER_REGION,
    AreaFacts,
    CategoryFacts,
    ChannelFacts,
    ConcernFacts,
    NationalPlan,
    PublishedRegion,
)

# No two of them are a part and its whole: a reader subtracts nothing within a region.
_OF_SESSIONS = ("participants_noted", "participants_partial", "women_partial")
_COLUMNS = ("sessions", "participants", "associations", "points", "commitments")
# The totals that the public may work out, and those that are only told beside another.
PUBLISHED_TOTALS = frozenset({*_COLUMNS, "unanswered", "kept"})
_PARTS = {
    "sessions": ("participants", "associations"),
    "points": ("unanswered",),
    "commitments": ("kept", "kept_share"),
    "kept": ("kept_share",),
}


def published(plan: NationalPlan, figures: NationalFigures) -> NationalPlan:
    """Return the plan for the public, without any figure where less than five reports came."""
    total, silent = figures.total, _silent(plan)
    if total.reported < MIN_SHOWN:
        return silent
    main, rising = _concerns(plan, figures)
    late = plan.begun_late if isinstance(plan.begun_late, int) else 0
    rests = [Tally.total(way.values()) for way in figures.rests]
    shown = replace(
        silent,
        total=_total(total),
        sessions_before=hide_few(figures.before.sessions),
        before_from=plan.before_from,
        few_from=plan.few_from,
        # The public subtracts no small number of offices from those that reported.
        begun_late=hide_part(late, total.reported),
        published=_regions(plan, figures),
        main=main,
        rising=rising,
        categories=_categories(figures),
        channels=_channels(figures),
        communication=publishable_communication(plan.communication),
    )
    # A total that leaves few beside all that precincts publish; channels add up to it too.
    exposed = {
        name for rest in rests for name in PUBLISHED_TOTALS if leaves_few(getattr(rest, name))
    }
    shown = _without(shown, exposed)
    are_withheld = shown.total.sessions is Hidden.WITHHELD
    met = () if shown.total.associations is Hidden.WITHHELD else shown.categories
    return replace(shown, categories=met, channels=() if are_withheld else shown.channels)


def totals_alone(plan: NationalPlan, hidden: Collection[str]) -> NationalPlan:
    """Return a plan for the public without breakdowns and comparisons, and without some totals."""
    return replace(
        _without(plan, hidden),
        sessions_before=0,
        before_from=None,
        few_from=None,
        begun_late=0,
        published=(),
        main=(),
        rising=(),
        categories=(),
        channels=(),
        communication=CommunicationFacts(plan.before_last, plan.as_of, None, None),
        has_totals_alone=True,
    )


def _without(plan: NationalPlan, hidden: Collection[str]) -> NationalPlan:
    """Return a plan without some totals and those that are told as parts of them."""
    names = {part for name in hidden for part in (name, *_PARTS.get(name, ()))}
    withheld: dict[str, Any] = dict.fromkeys(names, Hidden.WITHHELD)
    return replace(plan, total=replace(plan.total, **withheld))


def _silent(plan: NationalPlan) -> NationalPlan:
    """Return a plan without any figure."""
    return replace(
        plan,
        is_publishable=True,
        total=_untold(),
        sessions_before=Hidden.WITHHELD,
        rumours=Hidden.WITHHELD,
        awaited=None,
        regions=(),
        commands=(),
        main=(),
        rising=(),
        aside=None,
        in_main=None,
        others=None,
        categories=(),
        channels=(),
        states=None,
        late=(),
        late_more=0,
        communication=CommunicationFacts(plan.before_last, plan.as_of, None, None),
        before_from=None,
        few_from=None,
        begun_late=Hidden.WITHHELD,
    )


def _untold() -> AreaFacts:
    names = {field.name for field in fields(AreaFacts)} - {"reported", *_OF_SESSIONS, "late"}
    return AreaFacts(
        reported=Hidden.FEW,
        late=None,
        participants_noted=None,
        participants_partial=False,
        women_partial=False,
        **dict.fromkeys(names, Hidden.WITHHELD),
    )


def _total(total: Tally) -> AreaFacts:
    offices = hide_whole(total.offices, total.reported)
    commitments = hide_few(total.commitments)
    kept = hide_part(total.kept, total.commitments)
    participants = known(total, total.participants, total.people_blank)
    return AreaFacts(
        offices=offices,
        reported=total.reported,
        coverage=share(total.reported, offices),
        sessions=hide_few(total.sessions),
        participants=None if participants is None else hide_few(participants),
        women=Hidden.WITHHELD,  # only some meetings counted them: too few of all that came
        associations=hide_few(total.associations),
        points=hide_few(total.points),
        unanswered=hide_part(total.unanswered, total.points),
        commitments=commitments,
        kept=kept,
        kept_share=share(kept, commitments),
        late=None,
        participants_noted=None,
        participants_partial=0 < total.people_blank < total.sessions,
        women_partial=False,
    )


def _regions(plan: NationalPlan, figures: NationalFigures) -> tuple[PublishedRegion, ...]:
    """Return the regions; none at all if no count of sessions can be shown.

    Those with the fewest precincts are withheld first; one without a report has no count.
    """
    tallies = {code or OTHER_REGION: tally for code, tally in figures.regions.items()}
    tallies = {code: tally for code, tally in tallies.items() if tally.reported}
    codes = [row.code for row in plan.regions if row.code in tallies]
    order = sorted(range(len(codes)), key=lambda place: tallies[codes[place]].offices)
    # By region, what is left beside the precincts' own public reports.
    known = [{code or OTHER_REGION: rest for code, rest in way.items()} for way in figures.rests]
    columns = {
        name: hide_in_sum(
            [getattr(tallies[code], name) for code in codes],
            order,
            *([getattr(way.get(code, Tally()), name) for code in codes] for way in known),
        )
        for name in _COLUMNS
    }
    if not _any_shown(columns["sessions"]):
        return ()
    rows = {
        code: {name: column[place] for name, column in columns.items()}
        | {"participants_partial": tallies[code].people_blank > 0}
        for place, code in enumerate(codes)
    }
    nothing = dict.fromkeys(_COLUMNS)
    return tuple(PublishedRegion(row.code, **rows.get(row.code, nothing)) for row in plan.regions)


def _any_shown(cells: Iterable[Count | None]) -> bool:
    """Return whether any of them is a number."""
    return not all(isinstance(cell, Hidden) for cell in cells)


def _concerns(
    plan: NationalPlan, figures: NationalFigures
) -> tuple[tuple[ConcernFacts, ...], tuple[ConcernFacts, ...]]:
    """Return the main and the rising concerns without their regions.

    The least of them is left out where all the points but these would be one to four.
    """
    raised = {row.code: row.now for row in (*plan.main, *plan.rising) if row.now >= MIN_SHOWN}
    if raised and 0 < figures.total.points - sum(raised.values()) < MIN_SHOWN:
        del raised[min(raised, key=raised.__getitem__)]
    before = {topic.topic: hide_few(topic.before) for topic in figures.topics}
    main = (_concern(row, before[row.code]) for row in plan.main if row.code in raised)
    rising = (replace(row, regions=()) for row in plan.rising if row.code in raised)
    return tuple(main), tuple(rising)


def _concern(row: ConcernFacts, before: Count) -> ConcernFacts:
    return replace(row, before=before, change=difference(row.now, before), regions=())


def _categories(figures: NationalFigures) -> tuple[CategoryFacts, ...]:
    """Return the categories; none if no number can be shown."""
    rows = tuple(
        category_facts(
            count.category,
            hide_whole(count.known, count.met),
            hide_few(count.met),
            hide_few(count.met_before),
        )
        for count in category_counts(figures)
    )
    return (
        rows
        if _any_shown(cell for row in rows for cell in (row.known, row.met, row.before))
        else ()
    )


def _channels(figures: NationalFigures) -> tuple[ChannelFacts, ...]:
    """Return the channels, the last of the catalogue withheld first; none where all would be."""
    counts = channel_counts(figures)
    order = range(len(counts) - 1, -1, -1)
    now = hide_in_sum([count.now for count in counts], order)
    before = hide_in_sum([count.before for count in counts], order)
    if not _any_shown(now):
        return ()
    return tuple(
        channel_facts(count.channel, *cells)
        for count, cells in zip(counts, zip(now, before, strict=True), strict=True)
    )
