"""What of a national summary may be published: nothing that tells a count under five.

Decision 14 says what is left out, and why the rest is safe.
"""

from collections.abc import Iterable
from dataclasses import fields, replace

from outreach_app.queries.national import NationalFigures
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import (
    LEAST,
    Count,
    Hidden,
    hide_few,
    hide_in_sum,
    hide_part,
    hide_whole,
)
from outreach_app.summaries.communication.plan import (
    AwarenessFacts,
    CommunicationFacts,
    EngagementFacts,
    PublicationFacts,
    RemarkFacts,
)
from outreach_app.summaries.national.areas import share
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
_COLUMNS = ("sessions", "participants", "associations", "points", "commitments")


def published(plan: NationalPlan, figures: NationalFigures) -> NationalPlan:
    """Return the plan for the public, without any figure where less than five reports came."""
    total = figures.total
    silent = replace(
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
        categories=(),
        channels=(),
        states=None,
        late=(),
        late_more=0,
        communication=CommunicationFacts(plan.before_last, plan.as_of, None, None),
    )
    if total.reported < LEAST:
        return silent
    main, rising = _concerns(plan, figures)
    return replace(
        silent,
        total=_total(total),
        sessions_before=hide_few(figures.before.sessions),
        published=_regions(plan, figures),
        main=main,
        rising=rising,
        categories=_categories(figures),
        channels=_channels(figures),
        communication=_communication(plan.communication),
    )


def _communication(facts: CommunicationFacts) -> CommunicationFacts:
    return replace(
        facts,
        publications=_publications(facts.publications),
        rumours=None,
        remarks=_remarks(facts.remarks),
        awareness=_awareness(facts.awareness),
        engagement=_engagement(facts.engagement),
    )


def _publications(facts: PublicationFacts | None) -> PublicationFacts | None:
    """Return what was published, not by kind where a kind has less than five; None below that."""
    if facts is None or facts.count < LEAST:
        return None
    before = facts.before if facts.before is not None and facts.before >= LEAST else None
    rows = [row for row in facts.kinds if row.count]
    is_told = all(row.count >= LEAST for row in rows)
    kinds = (replace(row, before=None) for row in rows if is_told)
    return PublicationFacts(facts.count, before, tuple(kinds))


def _remarks(facts: RemarkFacts | None) -> RemarkFacts | None:
    """Return how many came, by channel where none has few; how they were answered is not told."""
    if facts is None or facts.count < LEAST:
        return None
    is_told = all(row.count >= LEAST for row in facts.channels)
    return RemarkFacts(facts.count, facts.channels if is_told else (), None, None, None)


def _awareness(facts: AwarenessFacts | None) -> AwarenessFacts | None:
    """Return the actions and whom they reached, without a small number or one that leaves one."""
    if facts is None or facts.count < LEAST:
        return None
    talks = hide_part(facts.talks or 0, facts.count)
    told = None if isinstance(talks, Hidden) else talks
    schools, pupils = (facts.establishments, facts.pupils) if told else (None, None)
    reached = _enough(facts.beneficiaries)
    if reached is not None and pupils and isinstance(hide_part(pupils, reached), Hidden):
        pupils = None
    return replace(
        facts,
        talks=told,
        establishments=_enough(schools),
        pupils=_enough(pupils),
        beneficiaries=reached,
        associations=_enough(facts.associations),
        are_talks_partial=facts.are_talks_partial and told is not None,
        others=(),
        schools_noted=None,
        pupils_noted=None,
        noted=None,
    )


def _enough(number: int | None) -> int | None:
    return number if number is not None and number >= LEAST else None


def _engagement(facts: EngagementFacts | None) -> EngagementFacts | None:
    """Return what was read without any number under five, nor what leaves one."""
    if facts is None or facts.interactions is None or facts.interactions < LEAST:
        return None
    is_top_told = facts.top_interactions is not None and facts.top_interactions >= LEAST
    accounts = (row for row in facts.accounts if row.followers >= LEAST)
    return replace(
        facts,
        read=None,
        published=None,
        top=facts.top if is_top_told else None,
        top_interactions=facts.top_interactions if is_top_told else None,
        accounts=tuple(
            row if abs(row.growth or 0) >= LEAST else replace(row, growth=None, since=None)
            for row in accounts
        ),
    )


def _untold() -> AreaFacts:
    names = {field.name for field in fields(AreaFacts)} - {"reported", "late"}
    return AreaFacts(reported=Hidden.FEW, late=None, **dict.fromkeys(names, Hidden.WITHHELD))


def _total(total: Tally) -> AreaFacts:
    offices = hide_whole(total.offices, total.reported)
    commitments = hide_few(total.commitments)
    kept = hide_part(total.kept, total.commitments)
    return AreaFacts(
        offices=offices,
        reported=total.reported,
        coverage=share(total.reported, offices),
        sessions=hide_few(total.sessions),
        participants=hide_few(total.participants),
        women=hide_part(total.women, total.participants),
        associations=hide_few(total.associations),
        points=hide_few(total.points),
        unanswered=hide_part(total.unanswered, total.points),
        commitments=commitments,
        kept=kept,
        kept_share=share(kept, commitments),
        late=None,
    )


def _regions(plan: NationalPlan, figures: NationalFigures) -> tuple[PublishedRegion, ...]:
    """Return the regions; none at all where no count of sessions may stand.

    Those with the fewest precincts are withheld first.
    """
    tallies = {code or OTHER_REGION: tally for code, tally in figures.regions.items()}
    codes = [row.code for row in plan.regions if row.code in tallies]
    order = sorted(range(len(codes)), key=lambda place: tallies[codes[place]].offices)
    columns = {
        name: hide_in_sum([getattr(tallies[code], name) for code in codes], order)
        for name in _COLUMNS
    }
    if not _tell(columns["sessions"]):
        return ()
    rows = {
        code: {name: column[place] for name, column in columns.items()}
        for place, code in enumerate(codes)
    }
    nothing = dict.fromkeys(_COLUMNS)
    return tuple(PublishedRegion(row.code, **rows.get(row.code, nothing)) for row in plan.regions)


def _tell(cells: Iterable[Count]) -> bool:
    """Whether any of them is a number."""
    return not all(isinstance(cell, Hidden) for cell in cells)


def _concerns(
    plan: NationalPlan, figures: NationalFigures
) -> tuple[tuple[ConcernFacts, ...], tuple[ConcernFacts, ...]]:
    """Return the main and the rising concerns without their regions.

    The least of them is left out where all the points but these would be one to four.
    """
    raised = {row.code: row.now for row in (*plan.main, *plan.rising) if row.now >= LEAST}
    if raised and 0 < figures.total.points - sum(raised.values()) < LEAST:
        del raised[min(raised, key=raised.__getitem__)]
    before = {topic.topic: hide_few(topic.before) for topic in figures.topics}
    main = (_concern(row, before[row.code]) for row in plan.main if row.code in raised)
    rising = (replace(row, regions=()) for row in plan.rising if row.code in raised)
    return tuple(main), tuple(rising)


def _concern(row: ConcernFacts, before: Count) -> ConcernFacts:
    return replace(row, before=before, change=difference(row.now, before), regions=())


def _categories(figures: NationalFigures) -> tuple[CategoryFacts, ...]:
    """Return the categories; none where no number would stand."""
    rows = tuple(
        category_facts(
            count.category,
            hide_whole(count.known, count.met),
            hide_few(count.met),
            hide_few(count.met_before),
        )
        for count in category_counts(figures)
    )
    return rows if _tell(cell for row in rows for cell in (row.known, row.met, row.before)) else ()


def _channels(figures: NationalFigures) -> tuple[ChannelFacts, ...]:
    """Return the channels, the last of the catalogue withheld first; none where all would be."""
    counts = channel_counts(figures)
    order = range(len(counts) - 1, -1, -1)
    now = hide_in_sum([count.now for count in counts], order)
    before = hide_in_sum([count.before for count in counts], order)
    if not _tell(now):
        return ()
    return tuple(
        channel_facts(count.channel, *cells)
        for count, cells in zip(counts, zip(now, before, strict=True), strict=True)
    )
