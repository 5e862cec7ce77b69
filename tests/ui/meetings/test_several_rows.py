"""Several meetings are chosen with the mouse and the keyboard, and copied whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.meetings.keyboard import active_page
from ui.context import AppContext


def test_shift_and_the_mouse_and_all_by_the_keyboard(context: AppContext, qtbot: QtBot) -> None:
    database = context.office.database
    partners = [makers.write_partner(database, name_ar=name) for name in ("جمعية", "<b>تعاونية")]
    present = tuple((uid, True) for uid in partners)
    for _each in range(3):
        makers.write_meeting(database, attendances=present)
    page = active_page(context, qtbot)
    table = page.list.table
    view = table.view

    def click(number: int, keys: Qt.KeyboardModifier) -> None:
        place = view.visualRect(table.model.index(number, 1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)

    click(0, Qt.KeyboardModifier.NoModifier)
    click(1, Qt.KeyboardModifier.ShiftModifier)
    assert table.chosen_numbers() == [0, 1]
    click(0, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.chosen_numbers() == [0, 1, 2]
    table.copy_rows()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("جمعية · <b>تعاونية") == 3
    pasted = QGuiApplication.clipboard().mimeData().html()
    assert pasted.count("<tr>") == 4
    assert '<table dir="rtl"' in pasted
    assert pasted.count("جمعية · &lt;b&gt;تعاونية") == 3
