"""The reactions to a point: the present one is marked, and a commitment is not lost."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.i18n import gettext as _
from tests.ui.meetings.keyboard import Keyboard
from tests.ui.meetings.typed_points import LIT
from ui.drafts.session_sheet import PointLine
from ui.meetings.body_band import BodyBand
from ui.meetings.page import MeetingsPage
from ui.meetings.points_model import PointColumn
from ui.meetings.suggestions import suggest_reactions
from ui.widgets.status_line import StatusLine

Key = Qt.Key
REACTION = PointColumn.REACTION


def promised(body: BodyBand, keyboard: Keyboard) -> PointLine:
    body.points.show_lines([LIT])
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return)
    keyboard.type("إصلاح الأعمدة")
    keyboard.press(Key.Key_Return, times=3)
    return body.points.lines[0]


def test_the_present_reaction_is_chosen_in_a_list_of_one_order(
    body: BodyBand, keyboard: Keyboard
) -> None:
    offered = [row.code for row in suggest_reactions("", "open")]
    assert [row.code for row in suggest_reactions("", "commitment")] == offered
    promised(body, keyboard)
    body.table.edit_cell(0, REACTION)
    popup = body.table.line._popup
    assert popup is not None
    assert popup.chosen is not None
    assert (popup.chosen.code, popup.chosen.is_now) == ("commitment", True)


def test_a_commitment_that_another_reaction_replaced_is_put_back(
    body: BodyBand, keyboard: Keyboard, status_line: StatusLine
) -> None:
    before = promised(body, keyboard)
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Up)
    keyboard.press(Key.Key_Return, times=2)
    assert not body.points.lines[0].commitments
    status_line.undo()
    assert body.points.lines[0] == before


def test_a_day_that_has_passed_is_told_at_its_point_while_the_promise_is_typed(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.points.show_lines([LIT, LIT, LIT])
    body.table.edit_cell(0, REACTION)
    keyboard.press(Key.Key_Down, times=2)
    keyboard.press(Key.Key_Return, times=2)
    keyboard.type("20/11/2020")
    keyboard.press(Key.Key_Return)
    assert body.table.line.is_open
    body.edited.emit()
    tips = [body.points.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert list(map(bool, tips)) == [True, False, False]


def test_f8_and_the_menu_ask_for_what_is_promised_on_a_point(
    body: BodyBand, keyboard: Keyboard
) -> None:
    body.points.show_lines([LIT, LIT])
    body.table.edit_cell(0, PointColumn.TOPIC)
    keyboard.press(Key.Key_F8)
    keyboard.type("إصلاح الأعمدة")
    keyboard.press(Key.Key_Return, times=3)
    assert [row.text for row in body.points.lines[0].commitments] == ["إصلاح الأعمدة"]
    body.table.setCurrentIndex(body.points.index(1, PointColumn.TOPIC))
    titles = [command.words() for command in body.table.choice.commands()]
    assert {_("Commitment"), _("Referral")} <= set(titles)


def test_a_word_that_is_no_topic_holds_no_click_and_says_why_nothing_is_saved(
    page: MeetingsPage, body: BodyBand, keyboard: Keyboard, status_line: StatusLine
) -> None:
    body.points.show_lines([LIT, LIT])
    body.table.edit_cell(0, PointColumn.TOPIC)
    keyboard.type("سرقة غير معروفة")
    keyboard.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.failure.isVisible()
    place = body.table.visualRect(body.points.index(1, PointColumn.WORDS)).center()
    QTest.mouseClick(body.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (body.table.line.cell.row(), body.table.line.cell.column()) == (1, PointColumn.WORDS)
    assert body.points.lines == (LIT, LIT)
    assert "سرقة غير معروفة" in status_line.message
