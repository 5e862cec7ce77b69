"""The breakdowns of a published national summary, without small counts.

None follows from its own figures, nor beside the papers of precincts (decisions 14, 91, 101).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from outreach_app.queries.national import NationalFigures
from outreach_app.queries.national_counts import Tally
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

    Those with the fewest precincts are withheld first; one without a report has no count. The
    numbers of one in which a single precinct met would be this precinct's: it is told with others.
    """
    found = {code or OTHER_REGION: tally for code, tally in figures.regions.items()}
    found = {code: tally for code, tally in found.items() if tally.reported}
    merged = _told_together(found, figures)
    tallies = {code: tally for code, tally in found.items() if code not in merged}
    if merged:
        tallies[OTHER_REGION] = Tally.total(
            tally for code, tally in found.items() if code in merged
        )
    shown = [row.code for row in plan.regions if row.code not in merged - {OTHER_REGION}]
    shown += [OTHER_REGION] if merged and OTHER_REGION not in shown else []
    codes = [code for code in shown if code in tallies]
    order = sorted(range(len(codes)), key=lambda place: tallies[codes[place]].offices)
    columns = {
        name: hide_in_sum(
            [getattr(tallies[code], name) for code in codes],
            order,
            *_left(codes, merged, figures, name),
        )
        for name in COLUMNS
    }
    if (merged and len(codes) < 2) or not _any_shown(columns["sessions"]):
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
    return tuple(PublishedRegion(code, **rows.get(code, nothing)) for code in shown)


def _told_together(tallies: Mapping[str, Tally], figures: NationalFigures) -> set[str]:
    """Return the regions that are told as one: none of them, or two precincts met in them."""
    counts = Counter({code: tally.reported for code, tally in tallies.items()})
    for papers in figures.papers[:1]:
        active = (paper.region for paper in papers if paper.counted.get("sessions", 0))
        counts = Counter(code or OTHER_REGION for code in active)
    merged = {code for code in tallies if counts[code] == 1}
    if merged and OTHER_REGION in tallies:
        merged.add(OTHER_REGION)
    others = sorted(tallies.keys() - merged, key=lambda code: (tallies[code].offices, code))
    while others and sum(counts[code] for code in merged) == 1:
        merged.add(others.pop(0))
    return merged


def _left(
    codes: Sequence[str], merged: Collection[str], figures: NationalFigures, name: str
) -> Iterator[list[int]]:
    """Yield what the papers of precincts leave of a figure in each region, by way of counting."""
    for papers in figures.papers:
        counts = Counter[str]()
        for code, rest in left_by_region(papers, name).items():
            told = code or OTHER_REGION
            counts[OTHER_REGION if told in merged else told] += rest
        yield [counts[code] for code in codes]


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
