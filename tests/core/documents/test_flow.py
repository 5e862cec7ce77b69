"""Pages break where nothing is torn apart, and everything is placed once."""

from hypothesis import given
from hypothesis import strategies as st

from outreach_app.documents.elements import Room, Row, Stack
from outreach_app.documents.flow import paginate
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.styles import styles
from outreach_app.documents.table import RuledTable
from outreach_app.i18n import Language

SETTING, STYLE = Setting(Language.FRENCH), styles(Language.FRENCH).cell


def lines_of(count: int) -> ShapedParagraph:
    return SETTING.paragraph("\n".join(["mot"] * count), STYLE, 100.0, ())


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


@given(
    heights=st.lists(st.integers(1, 30), min_size=1, max_size=25),
    room=st.integers(100, 160),
)
def test_every_row_of_a_table_is_placed_once_and_inside_its_page(
    heights: list[int], room: int
) -> None:
    rows = tuple(Row(((0.0, Stack((Room(height),))),)) for height in heights)
    headings = Row(((0.0, Stack((Room(12),))),))
    table = RuledTable(headings, headings, rows, 100.0, page_room=room)
    pages = paginate((Room(20), table), room, room)
    parts = [
        placed.element
        for page in pages
        for placed in page
        if isinstance(placed.element, RuledTable)
    ]

    assert [row for part in parts for row in part.rows] == list(rows)
    assert all(part.height <= room + 0.1 for part in parts)


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
