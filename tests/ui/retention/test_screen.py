"""An elimination list in the window: made, issued, archived, carried out by two people."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor, Role
from outreach_app.backup import FOLDER
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.issuing import sealing
from outreach_app.queries.retention import (
    EliminationState,
    find_next_due,
    terms_of_own_office,
)
from outreach_app.rules.dates import date_words
from outreach_app.rules.retention import Kept
from tests import makers
from tests.eliminations import everything, issue, old_meeting
from tests.second_people import OWN, add_second
from tests.ui.answers import Answers
from ui.changes import Topic
from ui.context import AppContext
from ui.preferences.page import PreferencesPage
from ui.retention.screen import RetentionScreen


@pytest.fixture
def store(store: Path) -> Path:
    """Return a store whose deputy chose a passphrase."""
    add_second(store, Role.DEPUTY)
    return store


@pytest.fixture
def screen(qtbot: QtBot, context: AppContext) -> RetentionScreen:
    """Return the screen of an office with a meeting of long ago."""
    old_meeting(context.office.database)
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_retention.click()
    wait_for(qtbot, context)
    return page.retention


def test_a_list_is_made_issued_archived_and_destroyed_by_two(
    qtbot: QtBot, screen: RetentionScreen, context: AppContext, tmp_path: Path
) -> None:
    database, answers = context.office.database, Answers(tmp_path / "archive.zip")
    object.__setattr__(context, "files", answers)
    assert screen.due.model.rowCount() == 1
    screen.make.click()
    wait_for(qtbot, context)
    assert (screen.due.model.rowCount(), state(screen)) == (0, EliminationState.PROPOSED)
    assert screen.issue.isVisible()
    assert not screen.destroy_it.isVisible()

    row = screen.lists.row
    assert row is not None
    issue(database, row.uid)
    screen.refresh()
    wait_for(qtbot, context)
    assert screen.silences.due.title.text() == _("All that is due is on a list")
    screen.archive.click()
    assert screen.archivist._why.isVisible()  # no key to seal it to was chosen yet
    make_key(screen, answers, tmp_path)
    screen.archive.click()
    qtbot.waitUntil(lambda: state(screen) is EliminationState.ARCHIVED)
    assert answers.proposed.startswith("archive-L-")

    context.office.back_up()
    screen.destroy_it.click()
    asking = screen.asking
    asking.agreement.line.setText("AM 12/2026")
    asking.agreed_on.line.setText(f"{clock.local(clock.now()):%d/%m/%Y}")
    asking.second.secret.line.setText(OWN)
    asking.second.confirm.click()
    qtbot.waitUntil(lambda: state(screen) is EliminationState.DESTROYED)
    assert everything(database) == set()
    assert isolate(str(context.office.folder / FOLDER)) in screen.told.text()  # they hold it still
    assert screen.certify.isVisible()
    assert not screen.withdraw.isVisible()


def test_what_is_due_is_looked_for_beside_the_window(
    qtbot: QtBot, screen: RetentionScreen, context: AppContext
) -> None:
    again = RetentionScreen(context)
    qtbot.addWidget(again)
    again.begin()
    assert again.silences.due.title.text() == _("Looking for what is past its retention period")
    wait_for(qtbot, context)
    assert again.due.model.rowCount() == 1


def test_what_was_done_elsewhere_is_seen_on_the_open_page(
    qtbot: QtBot, screen: RetentionScreen, context: AppContext
) -> None:
    old_meeting(context.office.database)
    assert screen.due.model.rowCount() == 1
    context.changes.tell({Topic.MEETING})
    wait_for(qtbot, context)
    assert screen.due.model.rowCount() == 2


def test_what_is_refused_is_said_and_nothing_goes(
    qtbot: QtBot, screen: RetentionScreen, context: AppContext, tmp_path: Path
) -> None:
    database = context.office.database
    sealing.make_archivist_key(database, tmp_path / "key.txt")
    before = everything(database)
    object.__setattr__(context, "files", Answers(tmp_path / "gone" / "archive.zip"))
    screen.make.click()
    wait_for(qtbot, context)
    row = screen.lists.row
    assert row is not None
    issue(database, row.uid)
    screen.refresh()
    wait_for(qtbot, context)
    screen.archive.click()
    qtbot.waitUntil(screen.failure.isVisible)  # the stick was pulled out
    assert state(screen) is EliminationState.ISSUED
    assert everything(database) == before


def make_key(screen: RetentionScreen, answers: Answers, folder: Path) -> None:
    """Create a key; an invalid key is refused under the field."""
    archive, answers.path = answers.path, folder / "key.txt"
    screen.change_archivist.click()
    screen.archivist.key.line.setText("age1")
    screen.archivist.confirm.click()
    assert screen.archivist.problem.isVisible()
    screen.archivist.make.click()
    assert screen.archivist.isHidden()
    screen.change_archivist.click()
    screen.archivist.key.line.clear()
    screen.archivist.choose.click()
    assert screen.archivist.key.text().startswith("age1")
    screen.archivist.confirm.click()
    assert screen.archivist.isHidden()
    answers.path = archive


def test_terms_are_changed_in_place(
    qtbot: QtBot, screen: RetentionScreen, context: AppContext
) -> None:
    screen.change_terms.click()
    screen.terms.boxes[Kept.NAME].show_value(30)
    screen.terms.boxes[Kept.MEETING].show_value(240)
    screen.terms.confirm.click()
    assert screen.terms.boxes[Kept.NAME].problem
    screen.terms.boxes[Kept.NAME].show_value(36)
    QTest.keyClick(screen.terms.boxes[Kept.NAME].findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert context.read(terms_of_own_office)[Kept.MEETING] == 240
    wait_for(qtbot, context)
    assert screen.due.model.rowCount() == 0


def test_a_secretary_does_not_see_it(qtbot: QtBot, context: AppContext) -> None:
    context.office.database.actor = Actor.SECRETARY
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    assert not page.show_retention.isVisible()


def wait_for(qtbot: QtBot, context: AppContext) -> None:
    """Wait until what is read or written beside the window was shown."""
    qtbot.waitUntil(lambda: not context.tasks._running)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not context.tasks._running)  # what was written is read again
    QApplication.processEvents()


def state(screen: RetentionScreen) -> EliminationState | None:
    return screen.lists.row.state if screen.lists.row else None


def test_where_nothing_is_due_what_comes_first_is_told_with_its_day(
    qtbot: QtBot, context: AppContext
) -> None:
    makers.write_meeting(context.office.database)
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_retention.click()
    wait_for(qtbot, context)
    row = context.read(find_next_due)
    assert row is not None
    assert date_words(row.due_on) in page.retention.silences.due.advice.text()
