"""What a heading tells of its column: the order of the rows, and whether a click sorts them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.settings import Settings
from ui.tables.columns import Column
from ui.tables.header import Header
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.empty_state import EmptyState

COLUMNS: tuple[Column[str], ...] = (
    Column(lambda: "Points", lambda row: row, width=160),
    Column(lambda: "Date", lambda row: row, width=160, sort_key="day", usual="falling"),
    Column(lambda: "Objet", lambda row: row, sort_key="words"),
)


def test_the_order_at_first_has_its_arrow_and_only_headings_that_sort_invite_a_click(
    qtbot: QtBot, settings: Settings
) -> None:
    table = Table("x", lambda: "x", RowsModel(COLUMNS), EmptyState("table", str, str), settings)
    table.model.show_rows(["a", "b"])
    qtbot.addWidget(table)
    table.resize(640, 200)
    table.show()
    header = table.view.horizontalHeader()
    assert isinstance(header, Header)
    assert header.order == (1, True)

    def pointed(column: int) -> Qt.CursorShape:
        middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        QTest.mouseMove(header.viewport(), QPoint(middle, 8))
        QTest.mouseMove(header.viewport(), QPoint(middle, 12))
        return header.cursor().shape()

    assert pointed(0) == Qt.CursorShape.ArrowCursor
    assert pointed(1) == Qt.CursorShape.PointingHandCursor
    assert pointed(0) == Qt.CursorShape.ArrowCursor
    header.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    assert header.order == (2, False)
