"""Commitments are grouped by urgency, acted on inline, and added without a session."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import list_commitments
from tests.ui.follow_up.conftest import Kept
from ui import languages
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.forms.date_editor import DateEditor
from ui.forms.editors import TextEditor
from ui.tables.rows_model import MARK_ROLE

TODAY = date(2026, 11, 24)


def test_the_headings_of_groups_follow_the_language(page: FollowUpPage, qtbot: QtBot) -> None:
    def first() -> str:
        heading = page.commitments.table.room.heading(0)
        return heading.words if heading else ""

    former = first()
    languages.switch(Language.FRENCH)
    assert _("Late") != former
    qtbot.waitUntil(lambda: first() == _("Late"))


def test_a_new_date_moves_a_promise_to_its_group_and_it_stays_chosen(
    page: FollowUpPage, kept: Kept
) -> None:
    table = page.commitments.table
    late = table.room.heading(0)
    assert late is not None
    assert (late.words, late.count) == (_("Late"), 2)
    table.select(0)
    (row,) = page.commitments.rows()
    page.activateWindow()
    table.take_focus()
    QTest.keyClick(table.view, Qt.Key.Key_F8)
    page.commitments.strip.form.day.insert("+40")
    QTest.keyClick(page.commitments.strip.form.day, Qt.Key.Key_Return)
    headings = [table.room.heading(number) for number in (0, 1)]
    assert [(it.words, it.count) for it in headings if it] == [
        (_("Late"), 1),
        (_("After this week"), 1),
    ]
    assert [it.uid for it in page.commitments.rows()] == [row.uid]
    assert table.view.currentIndex().row() == 1
    assert page.commitments.beside is not None
    assert _("New date: {day}").partition("{")[0] in page.commitments.beside.words
    assert _("postponed once") in page.commitments.beside.words
    model = page.commitments.table.model
    assert model.index(1, 0).data(MARK_ROLE) == _("postponed once")  # in the list too
    assert kept.undo is not None
    kept.undo()
    assert _("postponed once") not in page.commitments.beside.words


def test_a_new_date_that_has_passed_is_asked_about_before_it_is_recorded(
    page: FollowUpPage, kept: Kept
) -> None:
    page.commitments.table.select(0)
    page.commitments.table.take_focus()
    QTest.keyClick(page.commitments.table.view, Qt.Key.Key_F8)
    day = page.commitments.strip.form.day
    day.insert("01/11/2026")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert (kept.undo, day.isVisible()) == (None, True)
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert kept.undo is not None


def test_what_can_be_done_stands_in_the_row_itself(page: FollowUpPage) -> None:
    table, hands = page.commitments.table, page.commitments.strip.hands
    for number in (1, 0):
        table.select(number)
        row = table.view.visualRect(table.model.index(number, 0))
        assert hands.isVisible()
        assert row.top() < hands.geometry().top() <= hands.geometry().bottom() <= row.bottom()


def test_a_promise_is_added_without_a_session(
    page: FollowUpPage, context: AppContext, kept: Kept
) -> None:
    (meeting,) = {row.meeting for row in context.read(lambda s: list_commitments(s, TODAY))}
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = page.promise_form.form
    text, day = form.field("text").editor, form.field("due_on").editor
    assert isinstance(text, TextEditor)
    assert isinstance(day, DateEditor)
    assert text.hasFocus()
    text.insertPlainText("Deux lampes de plus")
    day.insert("31/12/2026")
    QTest.keyClick(text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.promise_form.isVisible()
    (row,) = page.commitments.rows()
    assert (row.text, row.due_on, row.meeting) == (
        *("Deux lampes de plus", date(2026, 12, 31), meeting),
    )
    assert page.commitments.table.view.hasFocus()
