"""Fixtures of a list of meetings with saved filters."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests import makers
from tests.ui.answers import Answers
from tests.ui.headquarters.conftest import central
from tests.ui.saved_filters.hands import shown
from ui.context import AppContext
from ui.meetings.page import MeetingsPage

__all__ = ["central"]


@pytest.fixture
def answers() -> Answers:
    """Return the answers to the dialogs of the system."""
    return Answers()


@pytest.fixture
def asking(context: AppContext, answers: Answers) -> AppContext:
    """Return the context of a page, with these answers."""
    return replace(context, files=answers)


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    """Return the page with a thematic and a periodic held meeting, and a planned one."""
    makers.write_meeting(context.office.database)
    makers.write_meeting(context.office.database, kind="mt.periodic")
    makers.write_meeting(
        context.office.database, status="planned", points=(), commitments=(), referrals=()
    )
    return shown(MeetingsPage(context), qtbot)
