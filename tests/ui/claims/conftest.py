"""Fixtures of the screen of requests from people."""

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.claims.screen import ClaimsScreen


@pytest.fixture
def person(office: OpenOffice) -> UUID:
    partner = makers.write_partner(office.database)
    return makers.write_person(office.database, partner, capacity_ar="أمين المال")


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded) -> ClaimsScreen:
    screen = ClaimsScreen(recorded.context)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    return screen
