"""The window completes the search index in the background, and search reports it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.search import documents, index
from tests import makers
from tests.ui.recorded import Recorded, type_words
from ui.find.completion import IndexCompletion
from ui.find.overlay import FindOverlay
from ui.meetings.page import MeetingsPage
from ui.partners.list_pane import PartnerListPane
from ui.shell import Shell
from ui.summaries.session_panel import SessionPanel

INCOMPLETE = "فهرس البحث قيد الإتمام"


@pytest.fixture
def behind(recorded: Recorded) -> Database:
    """Return a store without any index entry."""
    database = recorded.context.office.database
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    with database.write(Actor.PROGRAM) as session:
        index.postpone(session, [each.found for each in documents.list_documents(session)])
    return database


def test_the_index_is_completed_and_the_lists_ask_again(
    qtbot: QtBot, recorded: Recorded, behind: Database
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitSignal(recorded.context.changes.happened) as heard:
        completion = IndexCompletion(recorded.context, window)
    assert {"meeting", "partner"} <= heard.args[0]
    assert completion.offer.isHidden()
    with behind.read() as session:
        assert index.is_complete(session)


def test_a_window_that_opens_completes_the_index_of_its_store(
    qtbot: QtBot, recorded: Recorded, behind: Database
) -> None:
    context = recorded.context
    shell = Shell(context.office, context.settings, context.tasks)
    qtbot.addWidget(shell)

    def is_complete() -> bool:
        with behind.read() as session:
            return index.is_complete(session)

    qtbot.waitUntil(is_complete)


def test_a_store_that_others_keep_to_themselves_is_tried_again(
    qtbot: QtBot, recorded: Recorded, behind: Database
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with behind.read() as session:
        session.connection().exec_driver_sql("PRAGMA busy_timeout = 20")
    held = behind.engine.raw_connection()
    writer = held.driver_connection
    assert writer is not None
    writer.execute("BEGIN IMMEDIATE")
    completion = IndexCompletion(recorded.context, window)
    qtbot.waitUntil(completion.again.isActive)
    assert completion.offer.isHidden()
    assert recorded.said == []
    writer.execute("ROLLBACK")
    held.close()
    with qtbot.waitSignal(recorded.context.changes.happened):
        completion.again.timeout.emit()
    with behind.read() as session:
        assert index.is_complete(session)


def test_where_nothing_waits_nothing_begins(qtbot: QtBot, recorded: Recorded) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    version = recorded.context.office.database.data_version()
    IndexCompletion(recorded.context, window)
    recorded.context.tasks.stop()
    assert recorded.context.office.database.data_version() == version


@pytest.mark.usefixtures("behind")
def test_every_place_that_searches_says_that_the_index_is_not_complete(
    qtbot: QtBot, recorded: Recorded
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    overlay = FindOverlay(recorded.context, window)
    meetings, partners = MeetingsPage(recorded.context), PartnerListPane(recorded.context, ())
    sessions = SessionPanel(recorded.context)
    for widget in (meetings, partners, sessions):
        qtbot.addWidget(widget)
    places = (
        (overlay.line, overlay.advice),
        (meetings.list.filters.text, meetings.list.filters.limits),
        (partners.words, partners.count),
        (sessions.words, sessions.advice),
    )
    for line, note in places:
        assert INCOMPLETE not in note.text()
        type_words(line, "النخيل")
        qtbot.waitUntil(lambda note=note: INCOMPLETE in note.text())  # type: ignore[misc]
        assert not note.isHidden()
