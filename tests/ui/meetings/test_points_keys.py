"""The keys of the points: they move in reading order, lose nothing, and leave only at the ends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.meetings.keyboard import Keyboard, active_page
from tests.ui.meetings.typed_points import LIT
from ui import languages
from ui.context import AppContext
from ui.drafts.session_drafts import list_session_drafts
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn
from ui.meetings.points_table import PointsTable

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
KIND, TOPIC, WORDS, REACTION = (
    PointColumn.KIND,
    PointColumn.TOPIC,
    PointColumn.WORDS,
    PointColumn.REACTION,
)


@pytest.fixture(params=list(Language))
def page(context: AppContext, qtbot: QtBot, request: pytest.FixtureRequest) -> MeetingsPage:
    languages.switch(request.param)
    page = active_page(context, qtbot)
    page.new_session()
    return page


def cell(table: PointsTable) -> tuple[int, int]:
    """Return the edited cell; fail if the focus is elsewhere."""
    assert QApplication.focusWidget() is table.line, QApplication.focusWidget()
    return table.line.cell.row(), table.line.cell.column()


def show_two(body: BodyBand) -> None:
    body.points.show_lines([LIT, LIT])


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_an_empty_topic_is_passed_by_and_the_words_follow(
    body: BodyBand, keyboard: Keyboard, key: Qt.Key
) -> None:
    body.table.edit_cell(0, TOPIC)
    keyboard.press(key)
    assert cell(body.table) == (0, WORDS)


def test_tab_goes_through_every_cell_and_back_and_leaves_by_both_ends(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard
) -> None:
    show_two(body)
    body.table.edit_cell(0, KIND)
    forwards = [(row, column) for row in range(3) for column in (KIND, TOPIC, WORDS, REACTION)]
    for place in forwards:
        assert cell(body.table) == place
        keyboard.press(Key.Key_Tab)
    assert page.editor.foot.assessment.hasFocus()
    body.table.edit_cell(2, REACTION)
    for place in reversed(forwards):
        assert cell(body.table) == place
        keyboard.press(Key.Key_Backtab)
    assert page.editor.body.from_note.hasFocus()
    assert body.points.lines == (LIT, LIT)


def test_enter_goes_through_the_cells_of_a_point_to_the_topic_of_the_next(
    body: BodyBand, keyboard: Keyboard
) -> None:
    show_two(body)
    body.table.edit_cell(0, KIND)
    for place in ((0, TOPIC), (0, WORDS), (0, REACTION), (1, TOPIC)):
        keyboard.press(Key.Key_Return)
        assert cell(body.table) == place


def test_enter_on_an_empty_last_point_stays_there(body: BodyBand, keyboard: Keyboard) -> None:
    show_two(body)
    body.table.edit_cell(2, TOPIC)
    keyboard.press(Key.Key_Return, times=5)
    assert cell(body.table)[0] == 2


def test_enter_leaves_an_answer_as_it_is(body: BodyBand, keyboard: Keyboard) -> None:
    body.table.edit_cell(0, TOPIC)
    keyboard.press(Key.Key_Return)
    keyboard.type("الزقاق")
    keyboard.press(Key.Key_Return)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return, times=4)
    answered = body.points.lines
    assert answered[0].commitments
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Return)
    assert body.points.lines == answered
    assert cell(body.table) == (1, TOPIC)


def test_escape_gives_a_cell_its_value_back_then_the_row_then_the_page(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard, qtbot: QtBot
) -> None:
    page.editor._escapes.setInterval(0)
    show_two(body)
    body.table.edit_cell(0, WORDS)
    keyboard.type("سهو")
    keyboard.press(Key.Key_Escape)
    assert body.points.lines == (LIT, LIT)
    assert body.table.hasFocus()
    assert page.editor.isVisible()
    qtbot.waitUntil(lambda: not page.editor._escapes.isActive())
    keyboard.press(Key.Key_Escape)
    assert not page.editor.isVisible()


def test_a_second_escape_at_once_does_not_leave_the_page(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard
) -> None:
    page.editor._escapes.setInterval(60_000)
    body.table.edit_cell(0, WORDS)
    keyboard.press(Key.Key_Escape, times=3)
    assert page.editor.isVisible()


def test_on_a_row_arrows_choose_enter_and_letters_type(body: BodyBand, keyboard: Keyboard) -> None:
    show_two(body)
    body.table.edit_cell(0, WORDS)
    keyboard.press(Key.Key_Escape)
    keyboard.press(Key.Key_Down)
    assert body.table.currentIndex().row() == 1
    assert not body.table.line.isVisible()
    keyboard.press(Key.Key_Return)
    assert cell(body.table) == (1, REACTION)
    keyboard.press(Key.Key_Escape, times=2)
    keyboard.type(" جدا")
    assert cell(body.table) == (1, WORDS)
    assert body.points.lines[1].point.text == "الزقاق مظلم جدا"


def test_lines_pasted_on_a_row_are_points_of_their_own(body: BodyBand, keyboard: Keyboard) -> None:
    body.table.edit_cell(0, WORDS)
    keyboard.press(Key.Key_Escape)
    QGuiApplication.clipboard().setText("الأولى\n\nالثانية")
    keyboard.press(Key.Key_V, CONTROL)
    assert [line.point.text for line in body.points.lines] == ["الأولى", "الثانية"]


def test_control_and_an_arrow_moves_a_point(body: BodyBand, keyboard: Keyboard) -> None:
    body.points.insert_words(0, ["الأولى", "الثانية"])
    body.table.edit_cell(0, WORDS)
    keyboard.type("!")
    keyboard.press(Key.Key_Down, CONTROL)
    assert [line.point.text for line in body.points.lines] == ["الثانية", "الأولى!"]
    keyboard.press(Key.Key_Down, CONTROL)
    assert body.table.currentIndex().row() == 1
    keyboard.press(Key.Key_Up, CONTROL)
    assert [line.point.text for line in body.points.lines] == ["الأولى!", "الثانية"]


def test_the_topics_open_by_an_arrow(body: BodyBand, keyboard: Keyboard) -> None:
    body.table.edit_cell(0, TOPIC)
    keyboard.press(Key.Key_Down)
    assert body.table.line.has_suggestions
    keyboard.press(Key.Key_Return)
    assert body.points.line(0).point.topic


def test_a_topic_is_not_guessed_among_several_that_hold_a_word_further_on(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.table.edit_cell(0, TOPIC)
    keyboard.type("السياح")
    keyboard.press(Key.Key_Return)
    assert cell(body.table) == (0, TOPIC)  # it asks which one
    assert not body.points.line(0).point.topic
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    assert body.points.line(0).point.topic == "tp.10.3"


def test_a_cell_that_is_left_by_the_mouse_keeps_what_was_typed(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard
) -> None:
    show_two(body)
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Down)
    keyboard.press(Key.Key_Return)
    keyboard.type("تم ذلك")
    page.editor.foot.assessment.setFocus(Qt.FocusReason.MouseFocusReason)
    assert body.points.lines[0].point.reply == "تم ذلك"
    assert not body.table.line.isVisible()


def test_looking_at_a_reaction_and_leaving_it_changes_nothing(
    page: MeetingsPage, body: BodyBand
) -> None:
    show_two(body)
    body.table.edit_cell(0, REACTION)
    page.editor.foot.assessment.setFocus(Qt.FocusReason.MouseFocusReason)
    assert body.points.lines == (LIT, LIT)


def test_the_cell_that_is_typed_in_is_in_the_draft(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard, context: AppContext
) -> None:
    show_two(body)
    body.table.edit_cell(1, REACTION)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return)
    keyboard.type("إصلاح الأعمدة")
    context.changes.closing.emit()
    (row,) = list_session_drafts(context)
    assert [promise.text for promise in row.draft.lines[1].commitments] == ["إصلاح الأعمدة"]


def test_words_typed_where_a_topic_is_asked_for_are_in_the_draft(
    body: BodyBand, keyboard: Keyboard, context: AppContext
) -> None:
    body.table.edit_cell(0, TOPIC)
    keyboard.type("كلام لا موضوع له")
    context.changes.closing.emit()
    (row,) = list_session_drafts(context)
    assert [line.point.text for line in row.draft.lines] == ["كلام لا موضوع له"]


def test_an_open_cell_goes_with_its_session(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard
) -> None:
    show_two(body)
    body.table.edit_cell(1, WORDS)
    page.new_session()
    assert not body.table.line.isVisible()
    assert not body.table.line.is_open
    body.points.insert_words(0, ["الأولى"])
    body.table.edit_cell(0, WORDS)
    page.hide()
    assert not body.table.line.is_open


def test_saving_leads_to_what_is_missing(page: MeetingsPage, body: BodyBand) -> None:
    body.points.insert_words(0, ["الأولى"])
    assert page.editor.save() is None
    assert cell(body.table) == (0, TOPIC)
    assert body.problem_line.isVisible()


def test_topics_of_pasted_lines_are_offered_and_one_key_each_takes_them(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.table.setFocus()
    body.table.edit_cell(0, PointColumn.WORDS)
    QGuiApplication.clipboard().setText("الكلاب الضالة بالحي\nالإنارة ضعيفة\n")
    keyboard.press(Key.Key_V, CONTROL)
    assert body.table.line.has_suggestions
    keyboard.type("1")
    keyboard.type("&")  # the key of 1 on a French keyboard
    assert [line.point.topic for line in body.points.lines] == ["tp.1.5", "tp.6.1"]
