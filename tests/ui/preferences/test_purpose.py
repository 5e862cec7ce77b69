"""The purpose of the register is changed with a reason; two persons are asked where it is set."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import accounts, key_files, second_person, startup
from outreach_app.actors import Role
from outreach_app.services.purposes import draft_of_purpose
from tests import makers
from ui.context import AppContext
from ui.preferences.purpose import PurposeScreen

OWN = "the second chief's own passphrase"


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    with patch.multiple(key_files, _MEMORY_KIB=64, _PASSES=1):
        yield


@pytest.fixture
def store(store: Path) -> Path:
    """A store of two chiefs, of whom the second chose a passphrase."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.CHIEF)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, OWN)
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
    # One alone does not end it.
    screen.begin()
    QTest.keyClick(screen.two, Qt.Key.Key_Space)
    assert screen.both.isVisible()
    screen.both.leave.click()
    assert screen.two.isChecked()
    assert context.read(second_person.asks_two_persons)
