"""Fixtures of the Today page on a real store, and its day."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from ui.context import AppContext
from ui.today.page import TodayPage


@pytest.fixture
def today() -> date:
    return clock.today()


@pytest.fixture
def make(context: AppContext, qtbot: QtBot) -> Callable[[], TodayPage]:
    kept: list[TodayPage] = []  # a page that nobody holds is deleted

    def make() -> TodayPage:
        page = TodayPage(context)
        qtbot.addWidget(page)
        page.resize(1182, 700)
        page.show()
        kept.append(page)
        return page

    return make
