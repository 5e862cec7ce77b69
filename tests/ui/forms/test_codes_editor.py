"""Several entries of a list are ticked in a menu, and shown in the field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from ui import languages
from ui.forms.choice_editor import from_catalogues
from ui.forms.codes_editor import CodesEditor


def test_what_is_ticked_is_the_value_in_the_order_of_the_list(qtbot: QtBot) -> None:
    editor = CodesEditor(from_catalogues("pc"))
    qtbot.addWidget(editor)
    editor.set_value(("pc.x",))
    (radio,) = (action for action in editor.list.actions() if action.data() == "pc.radio")
    with qtbot.waitSignal(editor.edited):
        radio.trigger()
    assert editor.value() == ("pc.radio", "pc.x")
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: editor.currentText() == "Radio · X (ex-Twitter)")
    assert editor.value() == ("pc.radio", "pc.x")


def test_nothing_ticked_is_said_too(qtbot: QtBot) -> None:
    editor = CodesEditor(from_catalogues("pc"))
    qtbot.addWidget(editor)
    assert (editor.value(), editor.currentText()) == ((), "لا شيء")


def test_the_list_stays_open_while_entries_are_ticked(qtbot: QtBot) -> None:
    editor = CodesEditor(from_catalogues("pc"))
    qtbot.addWidget(editor)
    editor.show()
    editor.showPopup()
    first, second = editor.list.actions()[:2]
    for action in (first, second):
        place = editor.list.actionGeometry(action).center()
        QTest.mouseClick(editor.list, Qt.MouseButton.LeftButton, pos=place)
    assert editor.value() == (first.data(), second.data())
    assert editor.list.isVisible()
    editor.list.setActiveAction(first)
    QTest.keyClick(editor.list, Qt.Key.Key_Space)
    assert editor.value() == (second.data(),)
    QTest.keyClick(editor.list, Qt.Key.Key_Escape)
    assert not editor.list.isVisible()


def test_the_click_that_opened_the_list_ticks_nothing_under_the_mouse(qtbot: QtBot) -> None:
    editor = CodesEditor(from_catalogues("pc"))
    qtbot.addWidget(editor)
    editor.show()
    editor.showPopup()
    place = editor.list.actionGeometry(editor.list.actions()[1]).center()
    QTest.mouseRelease(editor.list, Qt.MouseButton.LeftButton, pos=place)
    assert editor.value() == ()
    assert editor.list.isVisible()
