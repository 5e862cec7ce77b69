"""A table shows its rows or an empty state, and reports the current row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.i18n import Language
from tests.ui.rest import settle
from ui import languages
from ui.settings import Settings, TableLayout
from ui.tables.columns import Column, Icon
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.empty_state import EmptyState

COLUMNS = (
    Column[str](lambda: f"Name {i18n.current().value}", lambda row: row, "name"),
    Column[str](lambda: "State", str.upper, icon=lambda _row: Icon("clock", "late"), width=120),
    Column[str](lambda: "Day", str.title, "day", width=96),
)


def load(ids: Sequence[int]) -> Mapping[int, str]:
    return {number: f"row {number}" for number in ids}


@pytest.fixture
def table(qtbot: QtBot, settings: Settings) -> Table[str]:
    return make_table(qtbot, settings)


def make_table(qtbot: QtBot, settings: Settings) -> Table[str]:
    empty = EmptyState("chats", lambda: "Nothing yet", lambda: "Log the first one")
    table = Table("rows", lambda: "Rows", RowsModel(COLUMNS, load), empty, settings)
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    return table


def test_an_empty_table_says_what_to_do(table: Table[str]) -> None:
    assert not table.view.isVisible()
    table.model.show_ids([1])
    assert table.view.isVisible()


def test_the_row_a_person_goes_to_is_told(qtbot: QtBot, table: Table[str]) -> None:
    table.model.show_ids([5, 6, 7])
    table.select(0)
    with qtbot.waitSignal(table.chosen) as signal:
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert signal.args == ["row 6"]
    assert table.row == "row 6"
    with qtbot.waitSignal(table.opened) as signal:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert signal.args == ["row 6"]


def test_rows_are_36_pixels_high_and_fill_the_width(table: Table[str]) -> None:
    table.model.show_ids(range(3))
    assert table.view.rowHeight(0) == 36
    header = table.view.horizontalHeader()
    assert header.length() == table.view.viewport().width()
    assert header.sectionSize(1) == 120


@pytest.fixture
def strip(qtbot: QtBot, table: Table[str]) -> Iterator[QLabel]:
    """Return a hidden strip under a table with many rows."""
    window, strip = QWidget(), QLabel("Actions")
    strip.setFixedHeight(120)
    strip.hide()
    column = QVBoxLayout(window)
    column.addWidget(table, 1)
    column.addWidget(strip)
    window.resize(600, 400)
    window.show()
    table.model.show_ids(range(50))
    yield strip
    table.setParent(None)
    window.close()


def is_in_sight(table: Table[str]) -> bool:
    row = table.view.visualRect(table.view.currentIndex())
    return table.view.viewport().rect().contains(row.center())


def test_the_chosen_row_stays_in_sight_over_a_strip_that_grows(
    qtbot: QtBot, table: Table[str], strip: QLabel
) -> None:
    table.chosen.connect(lambda _row: strip.show())
    lowest = table.view.rowAt(table.view.viewport().height() - 1)
    before = table.height()
    table.select(lowest)
    qtbot.waitUntil(lambda: table.height() < before)
    assert is_in_sight(table)


@pytest.mark.parametrize(("chosen", "scrolled"), [(2, 900), (49, 100)])
def test_a_row_that_was_scrolled_away_does_not_come_back_by_itself(
    qtbot: QtBot, table: Table[str], strip: QLabel, chosen: int, scrolled: int
) -> None:
    table.select(chosen)
    table.view.verticalScrollBar().setValue(scrolled)
    before = table.height()
    strip.show()
    qtbot.waitUntil(lambda: table.height() < before)
    assert table.view.verticalScrollBar().value() == scrolled


def test_headers_follow_the_language(qtbot: QtBot, table: Table[str]) -> None:
    header = table.model.headerData
    assert header(0, Qt.Orientation.Horizontal) == "Name ar"
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: header(0, Qt.Orientation.Horizontal) == "Name fr")


def test_the_bar_of_the_chosen_row_leads(qtbot: QtBot, table: Table[str]) -> None:
    table.model.show_ids([1])
    table.select(0)

    def bar_is_at_the_left() -> bool:
        image = table.view.viewport().grab().toImage()
        left, right = image.pixelColor(1, 18), image.pixelColor(image.width() - 2, 18)
        assert left != right
        return left.name() < right.name()  # the accent is darker than the tint

    assert not bar_is_at_the_left()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(bar_is_at_the_left)


def places(table: Table[str]) -> list[int]:
    header = table.view.horizontalHeader()
    return [header.logicalIndex(place) for place in range(header.count())]


def click_title(table: Table[Any], number: int) -> None:
    header = table.view.horizontalHeader()
    settle(table)  # the stretching column is resized a moment later
    middle = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.height() // 2)
    )


def test_columns_are_remembered_per_language(
    qtbot: QtBot, table: Table[str], settings: Settings
) -> None:
    table.model.show_ids([1, 2, 3])
    header = table.view.horizontalHeader()
    header.resizeSection(1, 200)
    header.moveSection(2, 1)
    click_title(table, 2)
    assert table.sort == ("day", False)
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: header.sectionSize(1) == 120)
    assert places(table) == [0, 1, 2]
    assert table.sort == ("", False)
    languages.switch(Language.ARABIC)
    qtbot.waitUntil(lambda: header.sectionSize(1) == 200)
    assert places(table) == [0, 2, 1]
    assert table.sort == ("day", False)
    again = make_table(qtbot, settings)
    assert again.view.horizontalHeader().sectionSize(1) == 200
    assert places(again) == [0, 2, 1]
    assert again.sort == ("day", False)
    assert again.view.horizontalHeader().sortIndicatorSection() == 2


def test_only_columns_that_sort_show_the_arrow(qtbot: QtBot, table: Table[str]) -> None:
    asked: list[tuple[str, bool]] = []
    table.model.sort_asked.connect(lambda key, is_descending: asked.append((key, is_descending)))
    header = table.view.horizontalHeader()
    for number in (0, 0, 1, 0):
        click_title(table, number)
        assert header.sortIndicatorSection() != 1
    assert asked == [("name", False), ("name", True), ("", False)]


def test_a_layout_of_another_version_is_as_declared(qtbot: QtBot, settings: Settings) -> None:
    for layout in (
        TableLayout((1, 2), (0, 1)),
        TableLayout((1, 2, 3), (0, 0, 1)),
        TableLayout((1, 2, 3), (0, 2, 1), "gone"),
    ):
        settings.tables["rows.ar"] = layout
        table = make_table(qtbot, settings)
        assert places(table) == [0, 1, 2]
        assert table.view.horizontalHeader().sectionSize(1) == 120


def test_every_column_stays_in_a_window_that_has_no_room_for_their_widths(
    table: Table[str], settings: Settings
) -> None:
    table.model.show_ids([1])
    header = table.view.horizontalHeader()
    header.resizeSection(1, 300)
    table.resize(400, 400)
    assert header.length() == table.view.viewport().width()
    assert min(header.sectionSize(number) for number in range(3)) >= 90  # each has its title
    assert header.sectionSize(2) == 96  # the widest shrinks first
    header.moveSection(2, 1)
    table.resize(900, 400)
    assert header.sectionSize(1) == 300
    assert settings.tables["rows.ar"].widths[1:] == (300, 96)


def test_columns_that_have_no_room_now_come_back_as_wide_as_they_were(
    table: Table[str], settings: Settings
) -> None:
    table.model.show_ids([1])
    header = table.view.horizontalHeader()
    header.resizeSection(2, 130)
    for count, shown in ((2, [False, False, True]), (3, [False, False, False])):
        table.show_columns(count)
        assert [header.isSectionHidden(number) for number in range(3)] == shown
        assert header.length() == table.view.viewport().width()
    assert header.sectionSize(2) == 130
    assert settings.tables["rows.ar"].widths[2] == 130


def test_the_first_title_stands_over_its_cells(qtbot: QtBot, table: Table[str]) -> None:
    table.model.show_ids([1])
    table.view.clearSelection()

    def starts(*, from_right: bool) -> list[int]:
        pictures = [table.view.horizontalHeader().grab(), table.view.viewport().grab()]
        return [_first_ink(picture.toImage(), from_right=from_right) for picture in pictures]

    header, cell = starts(from_right=True)
    assert abs(header - cell) <= 2
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: not table.view.isRightToLeft())
    header, cell = starts(from_right=False)
    assert abs(header - cell) <= 2


def _first_ink(image: QImage, *, from_right: bool) -> int:
    """Return the distance of the first dark pixel from the leading edge."""
    width = image.width()
    for distance in range(width):
        x = width - 1 - distance if from_right else distance
        if any(image.pixelColor(x, y).lightness() < 140 for y in range(4, 28)):
            return distance
    raise AssertionError("nothing is written")


def test_columns_leave_in_their_order_where_there_is_no_room(
    qtbot: QtBot, settings: Settings
) -> None:
    columns = (
        *COLUMNS[:1],
        Column[str](lambda: "Kind", str.upper, width=150, leaves=2),
        Column[str](lambda: "Number", str.upper, width=100, leaves=1),
        Column[str](lambda: "Day", str.title, width=90),
    )
    empty = EmptyState("chats", lambda: "Nothing yet", lambda: "Log the first one")
    table = Table("rows", lambda: "Rows", RowsModel(columns, load), empty, settings)
    qtbot.addWidget(table)
    table.show()
    table.model.show_ids([1])
    header = table.view.horizontalHeader()
    for width, hidden in ((600, []), (400, [2]), (300, [1, 2]), (600, [])):
        table.resize(width, 400)
        assert [number for number in range(4) if header.isSectionHidden(number)] == hidden
    assert header.sectionSize(1) == 150


def test_rows_in_memory_sort_by_their_value_and_the_chosen_one_stays_chosen(
    qtbot: QtBot, settings: Settings
) -> None:
    columns: tuple[Column[int], ...] = (
        Column(lambda: "N", str, sort_key="number", by=lambda row: row or None),
        Column(lambda: "W", lambda row: "أبجد"[row % 4], sort_key="words", width=90),
    )
    table = Table("sorted", str, RowsModel(columns), EmptyState("x", str, str), settings)
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()
    table.model.show_rows([10, 9, 0, 100])
    select_row(table, lambda row: row == 9)
    for shown in ([9, 10, 100, 0], [100, 10, 9, 0], [10, 9, 0, 100]):
        click_title(table, 0)
        assert (list(table.model.rows), table.row) == (shown, 9)
    click_title(table, 1)
    again = Table("sorted", str, RowsModel(columns), EmptyState("x", str, str), settings)
    qtbot.addWidget(again)
    again.model.show_rows([3, 2, 1, 0])
    assert list(again.model.rows) == [0, 1, 2, 3]  # as it was left
