"""A reader of a published table who knows the method cannot infer a small count."""

from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.queries.national import ChannelCount
from outreach_app.queries.national_counts import Tally
from outreach_app.rules.masking import MIN_SHOWN, Count, Hidden
from outreach_app.rules.territory import REGIONS
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.blocks import Realised, Table
from tests.core.summaries import nations
from tests.core.summaries.attacker import Printed, numbers_of_channels, numbers_of_regions
from tests.core.summaries.printed import one_session_each, read, tables

COLUMNS = ("sessions", "participants", "associations", "points", "commitments")


def realised(plan: NationalPlan, language: Language) -> Realised:
    return realise_national(plan, language, nations.ISSUED_ON)


def column(table: Table | None, place: int, total: Count) -> Printed:
    """A column of a document."""
    if table is None:
        return Printed(None, total)
    read_cells = (read(row[place]) for row in table.rows)
    return Printed(tuple(cell for cell in read_cells if cell is not None), total)


@st.composite
def small_regions(draw: st.DrawFn) -> Mapping[str | None, Tally]:
    """Return one to four regions with small counts; zero if there was no session."""
    number = draw(st.integers(1, 4))
    grows = draw(st.booleans())
    regions: dict[str | None, Tally] = {}
    for place, code in enumerate(REGIONS[:number]):
        offices = 5 + (place if grows else number - place)
        sessions = draw(st.integers(0, 7))
        others = [draw(st.integers(0, 7)) if sessions else 0 for _ in COLUMNS[1:]]
        counts = dict(zip(COLUMNS, (sessions, *others), strict=True))
        regions[code] = Tally(offices=offices, reported=offices, **counts)
    return regions


@settings(max_examples=60)
@given(small_regions(), st.sampled_from(Language))
@example(one_session_each(4), Language.FRENCH)
def test_every_small_count_of_a_region_could_be_another(
    regions: Mapping[str | None, Tally], language: Language
) -> None:
    plan = nations.plan(regions, publishable=True, topics=(), channels=(), categories=())
    table = tables(realised(plan, language)).get("published")
    columns = [
        column(table, place, getattr(plan.total, name)) for place, name in enumerate(COLUMNS, 1)
    ]
    tallies = list(regions.values())
    order = tuple(sorted(range(len(tallies)), key=lambda place: tallies[place].offices))
    for name, printed, numbers in zip(
        COLUMNS, columns, numbers_of_regions(columns, order), strict=True
    ):
        for place, (tally, could_be) in enumerate(zip(tallies, numbers, strict=True)):
            count = getattr(tally, name)
            assert count in could_be
            assert count >= MIN_SHOWN or len(could_be) >= 2, (name, place, columns)
            if printed.cells is not None and count < MIN_SHOWN:
                assert isinstance(printed.cells[place], Hidden)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(any), min_size=1, max_size=3)
)
def test_every_small_count_of_a_channel_could_be_another(counts: list[tuple[int, int]]) -> None:
    codes = ("ch.inperson", "ch.phone", "ch.video")
    channels = tuple(ChannelCount(code, *pair) for code, pair in zip(codes, counts, strict=False))
    tally = Tally(offices=9, reported=9, sessions=sum(now for now, _ in counts))
    plan = nations.plan(
        {"REGION_02": tally},
        publishable=True,
        before=Tally(sessions=sum(before for _, before in counts)),
        topics=(),
        categories=(),
        channels=channels,
    )
    table = tables(realised(plan, Language.FRENCH)).get("channels")
    if table is None:
        return
    now = column(table, 1, plan.total.sessions)
    before = column(table, 2, plan.sessions_before)
    order = tuple(reversed(range(len(counts))))
    for numbers, actual in zip(
        numbers_of_channels(now, before, order), zip(*counts, strict=True), strict=True
    ):
        for count, could_be in zip(actual, numbers, strict=True):
            assert count in could_be
            assert count >= MIN_SHOWN or len(could_be) >= 2, (now, before)
