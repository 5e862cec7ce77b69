"""The purpose of the register is changed with a reason, by two people if required."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import second_person
from outreach_app.actors import Role
from outreach_app.services.purposes import draft_of_purpose
from tests.second_people import OWN, add_second
from ui.context import AppContext
from ui.preferences.purpose import PurposeScreen


@pytest.fixture
def store(store: Path) -> Path:
    """Return a store of two chiefs, of whom the second chose a passphrase."""
    add_second(store, Role.CHIEF)
    return store


def test_a_purpose_needs_both_languages_a_reason_and_two_where_it_is_set(
    qtbot: QtBot, context: AppContext
) -> None:
    screen = PurposeScreen(context)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    QTest.keyClick(screen.two, Qt.Key.Key_Space)
    assert context.read(second_person.asks_two_persons)
    screen.arabic.show_value("تتبع حملات التحسيس")
    screen.store()
    assert context.read(draft_of_purpose).purpose_ar is None
    assert not screen.second.isVisible()
    screen.french.show_value("Le suivi des campagnes")
    screen.reason.show_value("مذكرة")
    screen.store()
    assert screen.second.isVisible()
    screen.second.secret.line.setText(OWN)
    with qtbot.waitSignal(screen.closed):
        screen.second.confirm.click()
    assert context.read(draft_of_purpose).purpose_fr == "Le suivi des campagnes"
    # One person alone cannot end it.
    screen.begin()
    QTest.keyClick(screen.two, Qt.Key.Key_Space)
    assert screen.both.isVisible()
    screen.both.leave.click()
    assert screen.two.isChecked()
    assert context.read(second_person.asks_two_persons)


def test_a_reason_that_was_not_saved_is_offered_again(qtbot: QtBot, context: AppContext) -> None:
    screen = PurposeScreen(context)
    qtbot.addWidget(screen)
    screen.begin()
    screen.reason.show_value("note 12")
    screen.reason.editor.edited.emit("note 12")
    screen.back.click()
    screen.begin()
    assert screen.draft().purpose_reason is None
    screen.kept.strip.chosen.emit(screen.kept.strip.rows[0])
    assert screen.draft().purpose_reason == "note 12"
