"""A conflict with another session is reported in the window."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting
from outreach_app.services.meetings import delete_meeting, restore_meeting
from outreach_app.startup import OpenOffice
from tests import makers
from ui import errors
from ui.meetings.page import MeetingsPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks


@pytest.fixture
def shell(qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks) -> Shell:
    makers.write_meeting(office.database, status="planned", points=(), commitments=(), referrals=())
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.show_page("meetings")
    shell.show()
    return shell


def page_of(shell: Shell) -> MeetingsPage:
    assert isinstance(shell.page, MeetingsPage)
    return shell.page


def delete_elsewhere(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        meeting = session.query(Meeting).one()
        delete_meeting(session, meeting.uid, meeting.version)


def test_deleting_what_was_deleted_meanwhile_says_so_and_shows_it_gone(shell: Shell) -> None:
    page = page_of(shell)
    delete_elsewhere(shell.context.office.database)
    page.details.delete_asked.emit()
    assert page.failure.isVisible()
    assert page.failure.words
    assert page.list.table.model.rowCount() == 0
    assert not shell.status.can_undo


def test_a_status_of_what_was_changed_meanwhile_can_be_given_at_the_second_try(
    shell: Shell,
) -> None:
    page = page_of(shell)
    delete_elsewhere(shell.context.office.database)
    with shell.context.office.database.write(Actor.CHIEF) as session:
        restore_meeting(session, session.query(Meeting).one().uid)
    page.details.ask_status("held")
    assert page.failure.isVisible()
    page.details.ask_status("held")
    assert not page.failure.isVisible()
    assert page.list.table.row is not None
    assert page.list.table.row.status == "held"


def test_an_undo_that_is_refused_is_told_in_a_banner_of_the_window(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(shell)
    page.details.ask_status("held")
    delete_elsewhere(shell.context.office.database)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    errors.install(shell.banner.show_error)  # as the program does
    shell.status._undo_button.click()
    assert shell.banner.isVisible()
    assert shell.banner.words
