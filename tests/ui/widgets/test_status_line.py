"""The last action is shown, and undone once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests.ui.rest import settle
from ui import languages
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


def test_without_undo_the_keys_are_left_to_the_field(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Saved", lambda: None)
    assert line.undo_action.isEnabled()
    line.say("Saved")
    assert not line.undo_action.isEnabled()


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
