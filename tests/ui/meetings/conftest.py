"""A context with the window's status line, so that Undo can be pressed; the keys of a page."""

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests.ui.conftest import Heard
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui.changes import Changes
from ui.context import AppContext
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.tasks import Tasks
from ui.widgets.status_line import StatusLine


@pytest.fixture
def status_line(qtbot: QtBot) -> StatusLine:
    """Return the window's status line."""
    line = StatusLine()
    qtbot.addWidget(line)
    return line


@pytest.fixture
def context(
    office: OpenOffice, settings: Settings, tasks: Tasks, heard: Heard, status_line: StatusLine
) -> AppContext:
    """Return the context of a page, on a real store."""
    return AppContext(office, Changes(), tasks, settings, heard.open_page, status_line.say)


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    """Return the page on a new session; some modules begin otherwise."""
    page = active_page(context, qtbot)
    page.new_session()
    return page


@pytest.fixture
def keyboard(page: MeetingsPage) -> Keyboard:
    """Return the keyboard of the page of a module."""
    return Keyboard(page)


@pytest.fixture
def body(page: MeetingsPage) -> BodyBand:
    """Return the points of the session in the editor of the page of a module."""
    return page.editor.body
