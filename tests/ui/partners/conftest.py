"""The page of partners over a real store."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.recorded import Recorded
from ui.partners.page import PartnersPage


@pytest.fixture
def page(qtbot: QtBot, recorded: Recorded) -> PartnersPage:
    page = PartnersPage(recorded.context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page
