"""Cells are copied as a spreadsheet reads them."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.tables.clipboard import copy_table
from ui.tables.columns import Column


def test_a_spreadsheet_can_read_the_day_and_the_hour_that_are_copied(qtbot: QtBot) -> None:
    copy_table([Column(lambda: "When", str)], ["\u206602/12/2026\u2069 · \u206611:00\u2069"])
    assert QGuiApplication.clipboard().text() == "When\n02/12/2026 11:00"
