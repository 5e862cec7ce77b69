"""Ctrl+K: anything is found in either script and opened without the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.services.people import PersonDraft, register_person
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded, type_words
from ui.find.overlay import FindOverlay
from ui.requests import OpenMeeting, OpenPartner


@pytest.fixture
def overlay(qtbot: QtBot, recorded: Recorded) -> FindOverlay:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    overlay = FindOverlay(recorded.context, window)
    overlay.appear()
    return overlay


def test_it_says_what_can_be_typed_and_when_nothing_is_found(
    qtbot: QtBot, overlay: FindOverlay
) -> None:
    before = overlay.advice.text()
    assert before
    type_words(overlay.line, "xyz")
    qtbot.waitUntil(lambda: "xyz" in overlay.advice.text())


@pytest.mark.parametrize("words", ["النخيل", "annakhil"])
def test_a_partner_is_found_in_either_script_and_opened_with_enter(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay, words: str
) -> None:
    partner = makers.write_partner(office.database)
    type_words(overlay.line, words)
    qtbot.waitUntil(lambda: overlay.results.count() == 1)
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenPartner(partner)]
    assert overlay.isHidden()


def test_enter_right_after_the_last_key_opens_what_was_typed(
    office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    partner = makers.write_partner(office.database)
    type_words(overlay.line, "annakhil")
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenPartner(partner)]


def test_arrows_reach_a_point_which_opens_its_meeting(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    meeting = makers.write_meeting(office.database)
    type_words(overlay.line, "الزقاق")
    qtbot.waitUntil(lambda: overlay.results.count() == 2)
    QTest.keyClick(overlay.line, Qt.Key.Key_Down)
    assert overlay.results.currentRow() == 1
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenMeeting(meeting)]


def test_a_person_opens_the_partner_it_speaks_for(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, overlay: FindOverlay
) -> None:
    partner = makers.write_partner(office.database)
    with office.database.write(Actor.CHIEF) as session:
        register_person(session, PersonDraft(partner, "سعيد الإدريسي", None))
    type_words(overlay.line, "الإدريسي")
    qtbot.waitUntil(lambda: overlay.results.count() == 1)
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    assert recorded.requests == [OpenPartner(partner)]


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
    for number in range(51):
        makers.write_partner(office.database, name_fr=f"Association Annakhil {number}")
    type_words(overlay.line, "annakhil")
    qtbot.waitUntil(lambda: overlay.results.count() == 50)
    assert "50" in overlay.advice.text()
    assert not overlay.advice.isHidden()
    overlay.line.clear()
    type_words(overlay.line, "annakhil 50")
    qtbot.waitUntil(lambda: overlay.results.count() == 1)
    assert overlay.advice.isHidden()
