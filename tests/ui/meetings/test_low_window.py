"""In a low window the points have the room that the foot does not use."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.context import AppContext

Key = Qt.Key


def test_the_foot_is_one_line_until_it_is_used(context: AppContext, qtbot: QtBot) -> None:
    page = active_page(context, qtbot)
    page.resize(968, 560)
    keys = Keyboard(page)
    keys.press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    foot, table = page.editor.foot, page.editor.body.table
    QApplication.processEvents()
    assert foot.next_on.isVisible()
    assert not foot.next_place.isVisible()
    before = table.height()
    keys.press(Key.Key_F6, times=2)
    QApplication.processEvents()
    assert foot.next_place.isVisible()
    assert table.height() < before
    foot.next_on.setFocus()
    keys.type("10/12")
    keys.press(Key.Key_F6)
    assert foot.next_place.isVisible()  # what was typed stays in sight
    page.resize(968, 736)
    foot.next_on.clear()
    foot.next_on.edited.emit(foot.next_on.text())
    page.editor.head.subject.setFocus()
    QApplication.processEvents()
    assert foot.next_place.isVisible()
