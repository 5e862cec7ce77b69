"""Ctrl+K: anything is found in either script and opened without the mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from outreach_app import i18n
from outreach_app.actors import Actor
from outreach_app.i18n import isolate
from outreach_app.queries.found_rows import FoundRow
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded, type_words
from ui.find.entries import commands_named, named_commands
from ui.find.overlay import FindOverlay
from ui.requests import LogSession, NewPartner, OpenMeeting, OpenPartner, ShowMeetings
from ui.widgets.commands import Command

MARCH = (date(2025, 3, 1), date(2025, 3, 31))


@pytest.fixture
def overlay(qtbot: QtBot, recorded: Recorded) -> FindOverlay:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    overlay = FindOverlay(recorded.context, window)
    overlay.appear()
    return overlay


def test_what_nothing_is_called_is_said_and_can_be_registered_at_once(
    qtbot: QtBot, recorded: Recorded, overlay: FindOverlay
) -> None:
    type_words(overlay.line, "xyz")
    qtbot.waitUntil(lambda: "xyz" in overlay.advice.text())
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == []  # it was looked for, not named
    QTest.keyClick(overlay.line, Qt.Key.Key_Down)
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [NewPartner("xyz")]


def test_a_month_opens_its_meetings_and_fewer_words_are_offered_where_all_find_nothing(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    makers.write_meeting(office.database)
    type_words(overlay.line, "xyz مارس 2025")
    qtbot.waitUntil(lambda: "xyz" in overlay.advice.text())
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    (asked,) = recorded.requests
    assert isinstance(asked, ShowMeetings)
    assert asked.wanted == MeetingFilter("xyz", None, None, None, None, None, *MARCH)
    overlay.appear()
    type_words(overlay.line, "الزقاق xyz")
    qtbot.waitUntil(lambda: isinstance(overlay.entry, Command) and "xyz" in overlay.advice.text())
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert overlay.line.text() == "الزقاق"
    assert overlay.isVisible()
    assert [row.kind for row in overlay.rows] == ["meeting", "point"]


def test_the_command_of_that_name_comes_first_and_colours_are_found() -> None:
    def named(words: str) -> Command:
        return Command(lambda: words, "plus", lambda: None)

    of_page = [named("Fusionner deux partenaires")]
    everywhere = [named("Ajouter un partenaire"), named("Partenaires"), named("Couleurs sombres")]
    _heading, first, *_others = named_commands(of_page, everywhere, "partenaires")
    assert first is everywhere[1]
    assert commands_named(everywhere, "sombre") == [everywhere[2]]


def test_a_reader_is_not_offered_to_register_what_is_not_found(
    office: OpenOffice, recorded: Recorded, overlay: FindOverlay, qtbot: QtBot
) -> None:
    office.database.actor = Actor.READER
    type_words(overlay.line, "xyz")
    qtbot.waitUntil(lambda: "xyz" in overlay.advice.text())
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == []


def test_a_reader_begins_no_session_with_what_is_found(
    office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    makers.write_partner(office.database)
    assert "Ctrl+Enter" in overlay.keys.text()
    office.database.actor = Actor.READER
    overlay.appear()
    type_words(overlay.line, "annakhil")
    assert overlay.rows
    QTest.keyClick(overlay.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert recorded.requests == []
    assert "Ctrl+Enter" not in overlay.keys.text()


def test_before_a_letter_is_typed_what_was_written_last_is_there(
    office: OpenOffice, overlay: FindOverlay
) -> None:
    makers.write_meeting(office.database)
    partner = makers.write_partner(office.database)
    overlay.appear()
    assert [row.kind for row in overlay.rows] == ["partner", "meeting"]
    assert overlay.rows[0].uid == partner


def test_a_command_is_found_by_its_words_and_done(qtbot: QtBot, recorded: Recorded) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    log = Command(lambda: "جلسة جديدة", "plus", lambda: done.append("log"))
    lock = Command(lambda: "قفل السجل", "lock-simple", lambda: done.append("lock"))
    overlay = FindOverlay(recorded.context, window, (log, lock))
    for typed in ("> قفل", "> سجل"):  # with the article or without it
        done.clear()
        type_words(overlay.line, typed)
        QTest.keyClick(overlay.line, Qt.Key.Key_Return)
        assert done == ["lock"]


@pytest.mark.parametrize("sign", [">", "<"])  # a line from right to left shows each as the other
def test_either_sign_lists_the_commands_and_the_hint_shows_the_key(
    qtbot: QtBot, recorded: Recorded, sign: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = [Command(lambda: "قفل السجل", "lock-simple", lambda: None)] * 4
    overlay = FindOverlay(recorded.context, window, commands)
    assert isolate(">") in overlay.keys.text()
    QTest.keyClicks(overlay.line, sign)
    assert overlay.line.text() == sign  # as the keyboard gives it: Qt mirrors only what it shows
    qtbot.waitUntil(lambda: overlay.results.count() == 1 + len(commands))
    assert not overlay.advice.text()
    type_words(overlay.line, f"{sign} طباعة")
    qtbot.waitUntil(lambda: overlay.results.count() == 0)
    assert "طباعة" in overlay.advice.text()


def test_ctrl_enter_logs_a_session_with_the_partner_and_tab_goes_to_the_next_kind(
    office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    partner = makers.write_partner(office.database)
    makers.write_meeting(office.database, attendances=((partner, True),))
    type_words(overlay.line, "annakhil")
    QTest.keyClick(overlay.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert recorded.requests == [LogSession((partner,))]
    overlay.appear()
    assert isinstance(overlay.entry, FoundRow)
    assert overlay.entry.kind == "partner"
    QTest.keyClick(overlay.line, Qt.Key.Key_Tab)
    assert isinstance(overlay.entry, FoundRow)
    assert overlay.entry.kind == "meeting"


@pytest.mark.parametrize("words", ["النخيل", "annakhil"])
def test_a_partner_is_found_in_either_script_and_opened_with_enter(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay, words: str
) -> None:
    partner = makers.write_partner(office.database)
    type_words(overlay.line, words)
    qtbot.waitUntil(lambda: len(overlay.rows) == 1)
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenPartner(partner)]
    assert overlay.isHidden()


def test_a_partner_found_by_its_other_name_shows_that_name_below_its_own(
    office: OpenOffice, overlay: FindOverlay
) -> None:
    makers.write_partner(office.database)
    typed, other = "association", "Association Annakhil"
    if i18n.current() is not i18n.Language.ARABIC:
        typed, other = "جمعية", "جمعية النخيل"
    type_words(overlay.line, typed)
    overlay._search()
    (row,) = overlay.rows
    assert row.title != other
    assert row.snippet.startswith(isolate(other))


def test_arrows_reach_a_point_which_opens_its_meeting(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    meeting = makers.write_meeting(office.database)
    type_words(overlay.line, "الزقاق")
    qtbot.waitUntil(lambda: len(overlay.rows) == 2)
    QTest.keyClick(overlay.line, Qt.Key.Key_Down)
    assert overlay.entry == overlay.rows[1]
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenMeeting(meeting)]


def test_escape_puts_it_away(recorded: Recorded, overlay: FindOverlay) -> None:
    QTest.keyClick(overlay.line, Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert not recorded.requests


def test_escape_does_not_reach_what_lies_under_it(qtbot: QtBot, recorded: Recorded) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    give_up = QPushButton(window)
    give_up.setShortcut(QKeySequence("Esc"))
    pressed: list[bool] = []
    give_up.clicked.connect(pressed.append)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    overlay = FindOverlay(recorded.context, window)
    overlay.appear()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert overlay.isHidden()
    assert not pressed


def test_where_more_is_found_than_is_shown_it_says_so(
    qtbot: QtBot, office: OpenOffice, overlay: FindOverlay
) -> None:
    for number in range(31):
        makers.write_partner(office.database, name_fr=f"Association Annakhil {number}")
    type_words(overlay.line, "annakhil")
    qtbot.waitUntil(lambda: len(overlay.rows) == 30)
    assert "30" in overlay.advice.text()
    assert not overlay.advice.isHidden()
    overlay.line.clear()
    type_words(overlay.line, "annakhil 30")
    qtbot.waitUntil(lambda: len(overlay.rows) == 1)
    assert overlay.advice.isHidden()


def test_it_goes_once_something_under_it_has_the_keyboard(
    qtbot: QtBot, overlay: FindOverlay
) -> None:
    below = QLineEdit(overlay.parentWidget())
    below.show()
    overlay.raise_()
    qtbot.waitUntil(overlay.line.hasFocus)
    below.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not overlay.isVisible()
    assert below.hasFocus()


def test_nothing_is_said_to_be_missing_above_a_command_that_was_found(
    qtbot: QtBot, recorded: Recorded
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = [Command(lambda: "Requests", "shield-check", lambda: None)]
    overlay = FindOverlay(recorded.context, window, commands)
    overlay.appear()
    type_words(overlay.line, "Requests")
    qtbot.waitUntil(lambda: isinstance(overlay.entry, Command))
    assert not overlay.advice.text()
