"""A narrow window: nothing moves under the mouse, and nothing is cut that says what it is."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.services.points import PointDraft
from outreach_app.vocabulary import catalogue
from tests import makers
from tests.ui.drafts.chips import chips_of
from tests.ui.meetings.keyboard import Keyboard, active_page
from tests.ui.recorded import type_words
from ui import languages, style
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

    foot.next_on.setFocus()
    qtbot.waitUntil(foot.next_place.isVisible)
    before = places()
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


@pytest.fixture
def largest_letters(page: MeetingsPage) -> Iterator[None]:
    style.set_text_size(125)
    page.resize(954, 623)
    yield
    style.set_text_size(100)


@pytest.mark.usefixtures("largest_letters")
def test_points_and_saving_are_in_sight_beside_drafts_in_the_largest_letters(
    qtbot: QtBot, page: MeetingsPage
) -> None:
    editor = page.editor
    for subject in ("École", "Marché"):
        type_words(editor.head.subject, subject)
        page.new_session()
    qtbot.waitUntil(lambda: len(chips_of(editor.left_drafts)) == 2)
    names = "".join(chip.accessibleName() for chip in chips_of(editor.left_drafts))
    assert "Marché" in names
    assert "École" in names
    type_words(editor.head.subject, "Stade")
    editor.keep_typed()
    table, save = editor.body.table, editor.header._seconds[0]
    qtbot.waitUntil(lambda: table.viewport().height() >= 4 * table.rowHeight(0))
    kept = editor.header.kept
    qtbot.waitUntil(lambda: kept.width() >= kept.sizeHint().width())
    assert save.isVisible()


@pytest.mark.usefixtures("largest_letters")
def test_a_long_error_of_a_point_is_said_whole(qtbot: QtBot, page: MeetingsPage) -> None:
    body = page.editor.body
    message = "Cette date ne peut pas précéder celle de la rencontre " * 2 + "du 20/11/2026."
    body.show_problems([Problem("points.1.due_on", "too_early", message)])
    qtbot.waitUntil(body.problem_line.isVisible)
    assert " ".join(body.problem_line._lines()).endswith(message)
    assert not body.totals.isVisible()


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
