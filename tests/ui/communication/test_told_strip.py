"""The offer of a rumour that a meeting told, above the list of rumours."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.queries.rumours import list_rumours
from outreach_app.rules.statuses import RumourState
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.conftest import Heard
from ui.communication.page import CommunicationPage
from ui.context import AppContext


def test_a_rumour_told_in_a_meeting_is_recorded_with_one_key(
    qtbot: QtBot, context: AppContext, heard: Heard
) -> None:
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    assert not page.told.isVisible()
    words = "إشاعة متداولة حول إغلاق السوق"
    told = PointDraft(kind="rumour", topic="tp.9.1", text=words, language="ar")
    makers.write_meeting(
        context.office.database,
        held_on=date(2026, 9, 1),
        points=(told,),
        commitments=(),
        referrals=(),
    )
    page.refresh()
    assert words in page.told.words.text()
    page.tabs.setCurrentIndex(1)
    assert not page.told.isVisible()
    page.tabs.setCurrentIndex(0)
    page.told.record.click()
    (rumour,) = context.read(list_rumours)
    assert (rumour.text, rumour.heard_on) == (words, date(2026, 9, 1))
    page.refresh()
    assert not page.told.isVisible()
    heard.undo()
    assert not context.read(list_rumours)


def test_f7_in_the_list_is_the_next_step_of_the_rumour_chosen(
    qtbot: QtBot, context: AppContext, heard: Heard
) -> None:
    database = context.office.database
    makers.write_rumour(database)
    told = PointDraft(kind="rumour", topic="tp.9.1", text="إغلاق السوق", language="ar")
    makers.write_meeting(
        database, held_on=date(2026, 9, 1), points=(told,), commitments=(), referrals=()
    )
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.told.isVisible()
    page.rumours.table.select(0)
    page.rumours.table.take_focus()
    QTest.keyClick(page.rumours.table.view, Qt.Key.Key_F7)
    (rumour,) = context.read(list_rumours)
    assert rumour.state == RumourState.VERIFYING
    assert page.told.isVisible()
