"""What is asked in a cell of the points, and why its text is refused, is said above it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.meetings.keyboard import Keyboard
from tests.ui.meetings.typed_points import LIT
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
REACTION = PointColumn.REACTION


def test_each_step_of_a_promise_and_a_day_that_is_none_are_said_at_the_cell(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard
) -> None:
    body.points.show_lines([LIT, LIT])
    QApplication.processEvents()
    height = body.table.height()
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return)
    line, guide = body.table.line, body.table.line.guide
    assert "1" in guide.words.text()
    keyboard.press(Key.Key_Return)
    asked = guide.words.text()
    assert line.placeholderText() in asked
    assert "2" in asked
    keyboard.type("abc")
    assert guide.words.text() == asked  # also while something is typed
    keyboard.press(Key.Key_Return)
    assert line.text() == "abc"
    assert guide.isVisible()
    assert guide.words.text() not in (asked, "")
    assert guide.geometry().bottom() + 1 == line.y() + body.table.viewport().y()
    assert page.editor.failure.isHidden()
    assert body.table.height() == height
    assert page.editor.save() is None
    assert body.table.line.text() == "abc"
    assert QApplication.focusWidget() is body.table.line


def test_shift_tab_asks_again_for_the_answer_before(body: BodyBand, keyboard: Keyboard) -> None:
    body.points.show_lines([LIT, LIT])
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return)
    line = body.table.line
    keyboard.type("دورية")
    keyboard.press(Key.Key_Return)
    keyboard.type("15/12/2026")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Backtab)
    assert (line.cell.column(), line.text()) == (REACTION, "15/12/2026")
    keyboard.press(Key.Key_Backtab)
    assert (line.cell.column(), line.text()) == (REACTION, "دورية")
    keyboard.press(Key.Key_Backtab)
    assert line.cell.column() == PointColumn.WORDS
    (promise,) = body.points.line(0).commitments
    assert (promise.text, promise.due_on) == ("دورية", date(2026, 12, 15))


def test_words_that_are_no_reaction_stay_under_pasted_lines_and_are_refused(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.points.show_lines([LIT, LIT])
    body.table.edit_cell(0, REACTION)
    keyboard.type("غدا نصلح المصابيح")
    QGuiApplication.clipboard().setText("الكلاب الضالة\nالإنارة ضعيفة\n")
    keyboard.press(Key.Key_V, CONTROL)
    assert (body.table.line.cell.row(), body.table.line.cell.column()) == (0, REACTION)
    kept = body.table.line.text(), body.points.lines
    assert kept == ("غدا نصلح المصابيح", (LIT, LIT))
    assert body.table.line.guide.words.text()


def test_a_right_click_on_another_point_leaves_no_cell_that_is_half_typed(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.points.show_lines([LIT, LIT])
    QApplication.processEvents()
    body.table.edit_cell(0, REACTION)
    keyboard.type("غدا نصلح المصابيح")
    view = body.table.viewport()
    place = body.table.visualRect(body.points.index(1, PointColumn.WORDS)).center()
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=place)
    body.table.customContextMenuRequested.emit(place)
    assert QApplication.activePopupWidget() is None
    assert body.table.currentIndex().row() == 0
    assert QApplication.focusWidget() is body.table.line
    assert body.table.line.guide.isVisible()
    body.table.line.clear()
    body.table.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert body.table.currentIndex().row() == 1
    assert not body.table.line.is_open
