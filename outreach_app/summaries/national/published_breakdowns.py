"""The breakdowns of a published national summary, without small counts.

None follows from its own figures, nor beside the papers of precincts (decisions 14, 91, 101).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from outreach_app.queries.national import NationalFigures
from outreach_app.queries.precinct_papers import Papers, leave_few, left_by_region
from outreach_app.rules.masking import (
    MIN_SHOWN,
    Count,
    Hidden,
    hide_few,
    hide_in_sum,
    hide_whole,
    leaves_few,
)
from outreach_app.summaries.national.coverage import (
    category_counts,
    category_facts,
    channel_counts,
    channel_facts,
    difference,
)
from outreach_app.summaries.national.plan import (
    OTHER_REGION,
    CategoryFacts,
    ChannelFacts,
    ConcernFacts,
    NationalPlan,
    PublishedRegion,
)

# No two of them are a part and its whole: a reader subtracts nothing within a region.
COLUMNS = ("sessions", "participants", "associations", "points", "commitments")


def hidden_beside(count: int, papers: Sequence[Papers], name: str) -> Count:
    """Return a count of which the papers of precincts leave none, or five and more."""
    return Hidden.WITHHELD if leave_few(papers, name) else hide_few(count)


def published_regions(plan: NationalPlan, figures: NationalFigures) -> tuple[PublishedRegion, ...]:
    """Return the regions; none at all if no count of sessions can be shown.

    Those with the fewest precincts are withheld first; one without a report has no count.
    """
    tallies = {code or OTHER_REGION: tally for code, tally in figures.regions.items()}
    tallies = {code: tally for code, tally in tallies.items() if tally.reported}
    codes = [row.code for row in plan.regions if row.code in tallies]
    order = sorted(range(len(codes)), key=lambda place: tallies[codes[place]].offices)
    columns = {
        name: hide_in_sum(
            [getattr(tallies[code], name) for code in codes], order, *_left(codes, figures, name)
        )
        for name in COLUMNS
    }
    if not _any_shown(columns["sessions"]):
        return ()
    rows = {
        code: {name: column[place] for name, column in columns.items()}
        | {
            "participants_partial": tallies[code].people_blank > 0,
            "partners_partial": tallies[code].unnamed > 0,
        }
        for place, code in enumerate(codes)
    }
    nothing = dict.fromkeys(COLUMNS)
    return tuple(PublishedRegion(row.code, **rows.get(row.code, nothing)) for row in plan.regions)


def _left(codes: Sequence[str], figures: NationalFigures, name: str) -> Iterator[list[int]]:
    """Yield what the papers of precincts leave of a figure in each region, by way of counting."""
    for papers in figures.papers:
        left = {code or OTHER_REGION: rest for code, rest in left_by_region(papers, name).items()}
        yield [left.get(code, 0) for code in codes]


def _any_shown(cells: Iterable[Count | None]) -> bool:
    """Return whether any of them is a number."""
    return not all(isinstance(cell, Hidden) for cell in cells)


def published_concerns(
    plan: NationalPlan, figures: NationalFigures
) -> tuple[tuple[ConcernFacts, ...], tuple[ConcernFacts, ...]]:
    """Return the main and the rising concerns without their regions.

    The least of them is left out where the points but these, all of them or those that the papers
    of precincts leave, would be one to four.
    """
    listed = (row for row in (*plan.main, *plan.rising) if row.now >= MIN_SHOWN)
    raised = {row.code: row.now for row in listed if not leave_few(figures.papers, row.code)}
    while raised and (
        leaves_few(figures.total.points - sum(raised.values()))
        or leave_few(figures.papers, "points", *raised)
    ):
        del raised[min(raised, key=raised.__getitem__)]
    before = {
        topic.topic: hidden_beside(topic.before, figures.papers_before, topic.topic)
        for topic in figures.topics
    }
    main = (_concern(row, before[row.code]) for row in plan.main if row.code in raised)
    # How much it grew tells how often it was raised before.
    rising = (
        replace(row, regions=())
        for row in plan.rising
        if row.code in raised and not isinstance(before[row.code], Hidden)
    )
    return tuple(main), tuple(rising)


def _concern(row: ConcernFacts, before: Count) -> ConcernFacts:
    return replace(row, before=before, change=difference(row.now, before), regions=())


def published_categories(figures: NationalFigures) -> tuple[CategoryFacts, ...]:
    """Return the categories; none if no number can be shown."""
    counts = category_counts(figures)
    met = _of_partners([(row.category, row.met) for row in counts], figures.papers)
    before = _of_partners([(row.category, row.met_before) for row in counts], figures.papers_before)
    rows = tuple(
        category_facts(count.category, hide_whole(count.known, count.met), now, then)
        for count, now, then in zip(counts, met, before, strict=True)
    )
    return (
        rows
        if _any_shown(cell for row in rows for cell in (row.known, row.met, row.before))
        else ()
    )


def _of_partners(counts: Sequence[tuple[str, int]], papers: Sequence[Papers]) -> list[Count]:
    """Return how many partners of each category were met.

    Those of a paper add up to a number that it prints: the last of the catalogue is withheld where
    few are left of all.
    """
    cells = [hidden_beside(number, papers, code) for code, number in counts]
    if cells and leave_few(papers, "partners") and all(isinstance(cell, int) for cell in cells):
        cells[-1] = Hidden.WITHHELD
    return cells


def published_channels(figures: NationalFigures) -> tuple[ChannelFacts, ...]:
    """Return the channels, the last of the catalogue withheld first; none where all would be."""
    counts = channel_counts(figures)
    codes = [count.channel for count in counts]
    now = _in_sessions(codes, [count.now for count in counts], figures.papers)
    before = _in_sessions(codes, [count.before for count in counts], figures.papers_before)
    if not _any_shown(now):
        return ()
    return tuple(
        channel_facts(code, *cells)
        for code, cells in zip(codes, zip(now, before, strict=True), strict=True)
    )


def _in_sessions(
    codes: Sequence[str], numbers: Sequence[int], papers: Sequence[Papers]
) -> list[Count]:
    """Return the meetings by channel, which add up to all: none where all are withheld."""
    if leave_few(papers, "sessions"):
        return [Hidden.WITHHELD] * len(codes)
    left = ([sum(paper.left(code) for paper in way) for code in codes] for way in papers)
    return hide_in_sum(numbers, range(len(codes) - 1, -1, -1), *left)
