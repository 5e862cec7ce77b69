"""Edits of points are taken back one by one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext
from ui.meetings.points_model import PointColumn

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TOPIC, WORDS = PointColumn.TOPIC, PointColumn.WORDS


def test_ctrl_z_takes_back_the_words_that_were_typed_over_and_a_paste(
    context: AppContext, qtbot: QtBot
) -> None:
    page = active_page(context, qtbot)
    page.new_session()
    body, keyboard = page.editor.body, Keyboard(page)
    QGuiApplication.clipboard().setText("- الإنارة منعدمة\n2) قلة الدوريات ليلا")
    body.table.edit_cell(0, WORDS)
    keyboard.press(Key.Key_V, CONTROL)
    assert body.points.line(0).point.text == "الإنارة منعدمة"
    body.table.edit_cell(1, WORDS)
    keyboard.press(Key.Key_A, CONTROL)
    keyboard.type("لا")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Escape)
    assert body.points.line(1).point.text == "لا"
    keyboard.press(Key.Key_Z, CONTROL)
    assert body.points.line(1).point.text == "قلة الدوريات ليلا"
    assert body.table.currentIndex().row() == 1
    body.table.edit_cell(0, TOPIC)  # nothing is typed in the open cell: what was before goes
    keyboard.press(Key.Key_Z, CONTROL)
    assert not body.points.lines
    assert not body.table.history.has_steps
