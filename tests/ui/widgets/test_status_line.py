"""The last action is shown, and undone once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests.ui.rest import settle
from ui import languages
from ui.widgets.layouts import column_in
from ui.widgets.status_line import StatusLine


def test_undo_happens_once(qtbot: QtBot) -> None:
    undone: list[str] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.say("Deleted", lambda: undone.append("undone"))
    assert line.message == "Deleted"
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    line.undo()
    assert undone == ["undone"]


def test_the_keys_are_left_to_the_field_that_is_typed_in(qtbot: QtBot) -> None:
    window, undone = QWidget(), []
    line, field = StatusLine(), QLineEdit()
    column = column_in(window)
    column.addWidget(field)
    column.addWidget(line)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    line.say("Saved", lambda: undone.append(1))
    field.setFocus()
    QTest.keyClicks(field, "word")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), undone) == ("", [])


def test_a_field_where_nothing_was_typed_since_leaves_the_keys_to_the_window(qtbot: QtBot) -> None:
    window, undone = QWidget(), list[QWidget]()
    line, fields = StatusLine(), (QLineEdit(), QPlainTextEdit())
    column = column_in(window)
    for widget in (*fields, line):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for field in fields:
        field.setFocus()
        QTest.keyClicks(field, "word")
        line.say("Deleted", partial(undone.append, field))
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert undone == [field]
        undone.clear()
    (field, _other) = fields
    line.say("Deleted", lambda: undone.append(field))
    field.setFocus()
    QTest.keyClicks(field, "!")
    for _time in range(4):  # more often than something was typed: the act is not undone by it
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []


def test_acts_are_undone_one_by_one_back_to_one_that_cannot(qtbot: QtBot) -> None:
    line, undone = StatusLine(), []
    qtbot.addWidget(line)

    def undoes(name: str) -> Callable[[], None]:
        def undo() -> None:
            undone.append(name)
            line.say("Undone.")

        return undo

    line.say("Imported", undoes("lost"))
    line.say("Issued")
    line.say("Put off", undoes("first"))
    line.say("Dropped", undoes("second"))
    for _step in range(2):
        line.undo_action.trigger()
        assert line.message == "Undone."
    assert undone == ["second", "first"]
    line.undo_action.trigger()
    assert line.message == _("There is nothing to undo.")
    assert len(undone) == 2


def test_a_notice_leaves_what_can_be_undone(qtbot: QtBot) -> None:
    line, undone = StatusLine(), []
    qtbot.addWidget(line)
    line.show()
    line.say("Dropped", lambda: undone.append("dropped"))
    line.say("The draft is kept.", is_notice=True)
    settle(line)
    offers = (line._undo_button, line._undo_keys)
    assert not [each for each in offers if each.isVisible()]  # the notice is not to be undone
    line.leave()
    assert line.message == _("The last action can be undone.")
    assert line._undo_button.isVisible()
    line.say("The draft is kept.", is_notice=True)
    line.undo_action.trigger()
    assert undone == ["dropped"]


def test_a_refusal_has_no_tick(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    drawn = []
    for is_refusal in (False, True):
        line.say("Deleted", is_refusal=is_refusal)
        drawn.append(line._check._name)
    assert drawn == ["check", "warning-circle"]


def test_what_follows_is_offered_by_its_name_until_it_is_done(qtbot: QtBot) -> None:
    done: list[str] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.show()
    line.say("Saved", go_on=lambda: done.append("opened"), onward=lambda: "Open the folder")
    assert line.go_on_button.text() == "Open the folder"
    line.go_on_button.click()
    assert done == ["opened"]
    assert not line.go_on_button.isVisible()


def test_nothing_is_said_in_the_language_that_was_left(qtbot: QtBot) -> None:
    undone: list[str] = []
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("تم الحذف", lambda: undone.append("undone"))
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: line.message == _("The last action can be undone."))
    line.undo()
    assert undone == ["undone"]
    line.say("Enregistré")
    languages.switch(Language.ARABIC)
    line.say("تم الحفظ")  # as the page does that asked for the switch
    languages.switch(Language.ARABIC)
    settle(line)
    assert line.message == "تم الحفظ"
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: not line.message)


def test_what_is_offered_takes_the_room_of_how_things_stand(qtbot: QtBot) -> None:
    line, offer = StatusLine(), QLabel("What is to be done today is shown on the first page.")
    qtbot.addWidget(line)
    line.show_state("Commitments due: 3")
    line.add_offer(offer)
    offer.hide()
    line.resize(480, 32)
    line.show()
    qtbot.waitUntil(line._state.isVisible)
    offer.show()
    qtbot.waitUntil(line._state.isHidden)
    line.resize(960, 32)
    qtbot.waitUntil(line._state.isVisible)


def test_what_was_done_is_read_before_the_keys_and_in_whole_words(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Annulé : La rencontre a été déplacée au 01/03/2027, à 10:30.", lambda: None)
    line.show()
    words = line._message
    for width, has_keys, is_whole in ((700, True, True), (500, False, True), (320, False, False)):
        line.resize(width, 32)
        settle(line)
        assert line._undo_keys.isVisible() == has_keys
        assert line._undo_button.isVisible()
        assert (words.width() >= words.sizeHint().width()) == is_whole
        assert bool(words.toolTip()) != is_whole  # the whole is read there


def test_what_was_done_goes_with_its_page_unless_it_can_be_undone(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    forgotten = []
    for go_on in (None, lambda: None):
        line.say("Imported", go_on=go_on)
        line.leave()
        assert line.message == "Imported"  # it led to this page
        settle(line)
        line.leave()
        forgotten.append(line.message)
        assert line.go_on_button.isHidden()
    line.say("Deleted", lambda: None)
    settle(line)
    line.leave()
    assert (forgotten, line.message) == (["", ""], "Deleted")
