"""A narrow window: nothing moves under the mouse, and nothing is cut that says what it is."""

from datetime import date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from outreach_app.vocabulary import catalogue
from tests import makers
from tests.ui.meetings.keyboard import Keyboard, active_page
from ui import languages
from ui.context import AppContext
from ui.drafts.session_sheet import PointLine
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    """Return the page in French, as wide as a window of 1024 leaves it."""
    languages.switch(Language.FRENCH)
    page = active_page(context, qtbot)
    page.resize(968, 668)
    page.new_session()
    foot = page.editor.foot
    qtbot.waitUntil(lambda: foot.height() == foot.sizeHint().height())
    return page


def test_the_day_of_the_next_meeting_moves_no_field(qtbot: QtBot, page: MeetingsPage) -> None:
    foot = page.editor.foot

    def places() -> list[QPoint]:
        fields = (foot.next_on, foot.next_place, foot.assessment)
        return [field.mapTo(page, QPoint(0, 0)) for field in fields]

    before = places()
    foot.next_on.setFocus()
    Keyboard(page).type("17122027")
    qtbot.waitUntil(lambda: foot.next_day.isVisible() and foot.next_day.width() > 100)
    assert places() == before


def test_the_hour_of_the_draft_leaves_every_button(
    qtbot: QtBot, page: MeetingsPage, context: AppContext
) -> None:
    uid = makers.write_meeting(context.office.database, held_on=date(2026, 11, 20))
    page.editor.begin(uid)
    header = page.editor.header
    seen = [it for it in header._seconds if it.isVisible()]
    header.show_kept(datetime.now().astimezone())
    qtbot.waitUntil(lambda: header.kept.width() >= header.kept.sizeHint().width())
    assert [it for it in header._seconds if it.isVisible()] == seen
    assert len(seen) == 2


def test_points_are_shown_in_whole_rows(page: MeetingsPage) -> None:
    table = page.editor.body.table
    for height in (668, 680, 692):
        page.resize(968, height)
        assert table.viewport().height() % table.rowHeight(0) == 0


def test_a_topic_longer_than_its_cell_is_seen_whole(qtbot: QtBot, page: MeetingsPage) -> None:
    table = page.editor.body.table
    longest = max(catalogue("tp").values(), key=lambda it: len(it.label(Language.FRENCH)))
    point = PointDraft("concern", longest.code, "Éclairage", "fr")
    table.points.show_lines([PointLine(point)])
    table.edit_cell(0, PointColumn.TOPIC)
    assert table.line.selectedText() == table.line.text()
    words = table.line.fontMetrics().horizontalAdvance(table.line.text())
    assert table.line.width() > words


def test_the_details_of_another_meeting_are_never_painted_over_each_other(
    page: MeetingsPage, context: AppContext
) -> None:
    makers.write_meeting(context.office.database, held_on=date(2026, 11, 20))
    page.editor._leave()
    page.refresh()
    page.list.table.select(0)
    page.list.beside.open_over()
    assert page.details.details is not None
    page.details.retranslate()  # nothing of it waits for another turn of the loop
    inside = page.details._content.parentWidget()
    assert inside is not None
    labels = [it for it in inside.children() if isinstance(it, QLabel) and it.isVisible()]
    assert len(labels) > 3
    for upper, lower in pairwise(labels):
        assert upper.geometry().bottom() < lower.geometry().top()
