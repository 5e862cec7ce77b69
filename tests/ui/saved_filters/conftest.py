"""Fixtures of a list of meetings with saved filters."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from filelock import FileLock
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.queries.accounts import AccountRow
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.headquarters.conftest import central
from tests.ui.saved_filters.hands import shown
from ui.context import AppContext
from ui.meetings.page import MeetingsPage

__all__ = ["central"]


@pytest.fixture
def office(store: Path, database: Database) -> OpenOffice:
    """Return this test's store, opened without the costly start sequence."""
    account = AccountRow(uuid4(), Role.CHIEF, 1, False, clock.now(), None)
    return OpenOffice(store, database, FileLock(store / "outreach.lock"), account, None, 0)


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
