"""The page of partners over a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests.ui.recorded import Recorded
from ui.partners.page import PartnersPage


@pytest.fixture
def recorded(office: OpenOffice, tmp_path: Path) -> Iterator[Recorded]:
    recorded = Recorded(office, tmp_path)
    yield recorded
    recorded.close()


@pytest.fixture
def page(qtbot: QtBot, recorded: Recorded) -> PartnersPage:
    page = PartnersPage(recorded.context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    return page
