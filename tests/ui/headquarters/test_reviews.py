"""A meeting is questioned, clarified and accepted, between windows, through real files."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.queries.meetings import list_meetings
from tests import makers
from tests.ui.headquarters.conftest import Answer, Send
from ui.context import AppContext
from ui.meetings.consolidated_page import ConsolidatedPage
from ui.meetings.details_pane import MeetingDetailsPane
from ui.meetings.page import MeetingsPage
from ui.today.page import TodayPage
from ui.words import apart

QUESTION, REPLY = "أي دورية وُعد بها؟", "دوريتان راجلتان مساء كل يوم"
Key = Qt.Key


@pytest.fixture
def page(central: AppContext, meeting: UUID, qtbot: QtBot) -> ConsolidatedPage:
    page = ConsolidatedPage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.list.show_record(meeting)
    return page


def words_of(pane: MeetingDetailsPane) -> str:
    return "\n".join(label.text() for label in pane.findChildren(QLabel))


def standing(page: ConsolidatedPage) -> object:
    """Return the state of the only meeting in the list."""
    model = page.list.table.model
    return model.data(model.index(0, len(model.columns) - 1))


def press(page: ConsolidatedPage, key: Key) -> None:
    """Press a key of the page, whatever has the focus."""
    page.list.do_by_keys({Key.Key_F7: "F7", Key.Key_F8: "F8"}[key])


def test_a_question_goes_to_its_precinct_and_its_answer_comes_back(
    page: ConsolidatedPage,
    central: AppContext,
    context: AppContext,
    answer: Answer,
    send: Send,
    qtbot: QtBot,
) -> None:
    assert standing(page) == _("To review")
    question(page)
    central.changes.happened.emit(frozenset({"review"}))
    assert standing(page) == _("Questioned")
    answer()
    clarify(context, qtbot)
    send()
    central.changes.happened.emit(frozenset({"clarification"}))
    assert standing(page) == _("Clarified")
    assert REPLY in words_of(page.list.details)
    press(page, Key.Key_F7)
    central.changes.happened.emit(frozenset({"review"}))
    assert standing(page) == _("Accepted")
    choice = page.list.filters.status
    for code, rows in (("accepted", 1), ("questioned", 0), ("planned", 0), (None, 1)):
        choice.set_value(code)
        choice.activated.emit(0)
        assert page.list.table.model.rowCount() == rows
    answer()
    assert [row.review for row in context.read(list_meetings)] == ["accepted"]


def question(page: ConsolidatedPage) -> None:
    """Ask about the meeting of the list."""
    press(page, Key.Key_F8)
    asking = page.list.details.forms.words_row
    asking.words.setText(QUESTION)
    asking.words.returnPressed.emit()
    assert not asking.isVisible()


def clarify(context: AppContext, qtbot: QtBot) -> None:
    """Answer from the Today page; both are shown beside the meeting."""
    today, meetings = TodayPage(context), MeetingsPage(context)
    for page in (today, meetings):
        qtbot.addWidget(page)
        page.show()
    (line,) = today.questions.lines
    assert line.line.accessibleName().startswith(apart(QUESTION))
    assert QUESTION in words_of(meetings.details)
    line.button.click()
    form = today.questions.form
    form.words.setText(REPLY)
    form.confirm.click()
    context.changes.happened.emit(frozenset({"clarification"}))
    assert not today.questions.isVisible()
    assert REPLY in words_of(meetings.details)


def test_a_question_without_words_says_so_and_keeps_the_form(page: ConsolidatedPage) -> None:
    press(page, Key.Key_F8)
    asking = page.list.details.forms.words_row
    asking.give()
    assert asking.isVisible()
    assert asking.problem.text() == _("This field is required.")


def test_a_question_being_typed_is_kept_for_its_meeting_alone(
    page: ConsolidatedPage, central: AppContext, send: Send, context: AppContext
) -> None:
    other = makers.write_meeting(context.office.database)
    send()
    central.changes.happened.emit(frozenset({"meeting"}))
    first, asking = page.list.table.row, page.list.details.forms.words_row
    assert first is not None
    press(page, Key.Key_F8)
    asking.words.insertPlainText(QUESTION)
    page.list.show_record(other)
    press(page, Key.Key_F8)
    assert not asking.words.toPlainText()
    page.list.show_record(first.uid)
    press(page, Key.Key_F8)
    assert asking.words.toPlainText() == QUESTION
    asking.give()
    press(page, Key.Key_F8)
    assert not asking.words.toPlainText()


def test_an_answer_being_typed_is_kept_when_its_form_is_closed(
    page: ConsolidatedPage,
    context: AppContext,
    answer: Answer,
    qtbot: QtBot,
) -> None:
    question(page)
    answer()
    today = TodayPage(context)
    qtbot.addWidget(today)
    today.show()
    form, button = today.questions.form, today.questions.lines[0].button
    button.click()

    form.words.setText(REPLY)
    button.click()
    assert not form.isVisible()
    button.click()
    assert form.words.value() == REPLY
    QTest.keyClick(form.words, Key.Key_Return)  # begins a line
    assert form.isVisible()
    QTest.keyClick(form.words, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row.review for row in context.read(list_meetings)] == ["clarified"]


def test_several_meetings_are_accepted_at_once(
    page: ConsolidatedPage, central: AppContext, send: Send, context: AppContext
) -> None:
    makers.write_meeting(context.office.database)
    send()
    central.changes.happened.emit(frozenset({"meeting"}))
    page.list.table.view.selectAll()
    press(page, Key.Key_F7)
    assert {row.review for row in central.read(list_meetings)} == {"accepted"}
