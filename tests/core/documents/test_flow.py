"""Page breaks keep groups together, and everything is placed once."""

from hypothesis import example, given
from hypothesis import strategies as st

from outreach_app.documents.elements import Room, Row, Stack, Tied
from outreach_app.documents.flow import paginate
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import styles
from outreach_app.documents.table import FRAME, RuledTable
from outreach_app.i18n import Language

SETTING, STYLE = Setting(Language.FRENCH), styles(Language.FRENCH).cell


def lines_of(count: int) -> ShapedParagraph:
    return SETTING.paragraph("\n".join(["mot"] * count), STYLE, 100.0, ())


def row_of(height: float) -> Row:
    return Row(((0.0, Stack((Room(height),))),))


def rooms(*heights: float) -> tuple[Room, ...]:
    return tuple(Room(height) for height in heights)


def test_the_first_page_may_be_higher_than_the_others() -> None:
    pages = paginate(rooms(40, 50, 60, 30), first_room=100, room=90)

    assert [[placed.element.height for placed in page] for page in pages] == [[40, 50], [60, 30]]


def test_neighbours_keep_the_larger_of_their_gaps_and_a_page_begins_without() -> None:
    elements = (Room(10, above=9, below=3), Room(10, above=5), Room(10, above=2))
    first, second = paginate(elements, first_room=26, room=26)

    assert [placed.offset for placed in first] == [0, 15]
    assert [placed.offset for placed in second] == [0]


def test_a_paragraph_leaves_no_single_line_on_either_page() -> None:
    leading = STYLE.leading
    for lines in range(1, 12):
        for room in range(1, 12):
            pages = paginate((Room(leading), lines_of(lines)), (room + 1) * leading, 12 * leading)
            parts = [
                len(placed.element.lines)
                for page in pages
                for placed in page
                if isinstance(placed.element, ShapedParagraph)
            ]

            assert sum(parts) == lines
            assert len(parts) == 1 or min(parts) >= 2


def test_a_leading_line_stays_with_what_it_leads() -> None:
    leading = STYLE.leading
    led = Stack((lines_of(1), lines_of(4)), is_led=True)
    assert led.split(2.5 * leading) is None
    first, rest = led.split(3.5 * leading) or (None, None)
    assert first is not None
    assert (len(first.parts), rest and rest.is_led) == (2, False)


def broken(heights: list[int], room: int, *, under: int = 0) -> list[RuledTable]:
    """Return the parts of a table below other content, on pages of that height."""
    rows, headings = tuple(row_of(height) for height in heights), row_of(12)
    table = RuledTable(headings, headings, rows, 100.0, page_room=room)
    pages = paginate((Room(under), table), room, room)
    elements = [placed.element for page in pages for placed in page]
    return [element for element in elements if isinstance(element, RuledTable)]


@given(
    heights=st.lists(st.integers(1, 60), min_size=1, max_size=25),
    room=st.integers(100, 160),
    under=st.integers(0, 99),
)
@example(heights=[20, 20, 20, 20, 40, 40, 30], room=100, under=0)
def test_every_row_of_a_table_is_placed_once_and_inside_its_page(
    heights: list[int], room: int, under: int
) -> None:
    parts = broken(heights, room, under=under)
    rows = [row.height for part in parts for row in part.rows]
    # Headings, and the rules of three rows.
    around = 12 + sum(thickness for thickness, _ in (FRAME.headings, FRAME.bottom)) + 3

    assert rows == heights
    assert all(part.height <= room + 0.1 for part in parts)
    if all(sum(heights[at : at + 3]) + around <= room for at in range(len(heights))):
        assert len(heights) == 1 or min(len(part.rows) for part in parts) >= 2


def test_a_break_looks_at_what_is_left() -> None:
    # Four rows fit the first page, but then two and one would be left.
    parts = broken([20, 20, 20, 20, 40, 40, 30], 100)

    assert [len(part.rows) for part in parts] == [3, 2, 2]


@given(rows=st.integers(1, 40), used=st.integers(0, 100))
def test_what_stands_under_a_table_stays_with_its_last_rows(rows: int, used: int) -> None:
    note, total = Room(14), row_of(10)
    table = RuledTable(row_of(12), row_of(12), (row_of(10),) * rows, 100.0, 100.0, total).with_note(
        note
    )
    pages = paginate((Room(used), table, Room(5)), 100, 100)
    parts = [
        placed.element
        for page in pages
        for placed in page
        if isinstance(placed.element, RuledTable)
    ]

    assert [part.notes for part in parts] == [()] * (len(parts) - 1) + [(note,)]
    assert [part.total for part in parts] == [None] * (len(parts) - 1) + [total]
    assert len(parts[-1].rows) >= min(rows, 2) or rows < 4
    assert all(part.height <= 100.1 for part in parts)


def test_a_short_last_element_is_no_page_of_its_own() -> None:
    whole = Tied(Room(60), Room(10), page_room=100)
    first, second = paginate((Room(35), whole), 100, 100)

    assert [placed.element for placed in second] == [whole]
    assert len(first) == 1


def test_a_table_gives_its_last_rows_to_the_short_element_after_it() -> None:
    table = RuledTable(row_of(12), row_of(12), (row_of(10),) * 7, 100.0, 100.0)
    pages = paginate((Tied(table, Room(20), page_room=100),), 100, 100)
    (begun,), (rest,) = ([placed.element for placed in page] for page in pages)

    assert isinstance(begun, RuledTable)
    assert isinstance(rest, Tied)
    assert isinstance(rest.first, RuledTable)
    assert [len(begun.rows), len(rest.first.rows)] == [5, 2]


def test_what_is_too_high_for_a_page_with_its_last_element_is_parted_from_it() -> None:
    pages = paginate((Tied(Room(95), Room(10), page_room=100),), 100, 100)

    assert [[placed.element.height for placed in page] for page in pages] == [[95], [10]]


@given(lines=st.integers(30, 300))
def test_a_row_higher_than_a_page_loses_no_line(lines: int) -> None:
    room = 20 * STYLE.leading
    row = Row(((0.0, Stack((lines_of(lines),))), (50.0, Stack((lines_of(1),)))))
    headings = Row(((0.0, Stack((lines_of(1),))),))
    table = RuledTable(headings, headings, (row,), 100.0, page_room=room)
    cells = [
        [len(part.lines) for part in stack.parts if isinstance(part, ShapedParagraph)]
        for page in paginate((table,), room, room)
        for placed in page
        if isinstance(placed.element, RuledTable)
        for each in placed.element.rows
        for _, stack in each.cells
    ]

    assert sum(sum(counts) for counts in cells) == lines + 1
