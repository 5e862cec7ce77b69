"""The field of partners present: chips that wrap, removable by keyboard."""

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from outreach_app.rules.names import Bilingual
from tests import makers
from tests.ui.meetings.keyboard import Keyboard
from tests.ui.rest import settle
from ui.attendance.attendance_field import AttendanceField
from ui.context import AppContext
from ui.drafts.session_drafts import list_session_drafts
from ui.drafts.session_sheet import PresentPartner
from ui.meetings.page import MeetingsPage
from ui.widgets.buttons import Chip

NAME = "جمعية أمهات وآباء وأولياء تلميذات وتلاميذ إعدادية النخيل"
ROOM = (1182, 664)  # the space of the page on a screen of 1366 × 696


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(*ROOM)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.new_session()
    return page


def bring(page: MeetingsPage, number: int) -> AttendanceField:
    field = page.editor.head.attendance
    for _place in range(number):
        field.add(PresentPartner(uuid4(), Bilingual(NAME, None), "pt.association"))
    return field


def place(widget: QWidget, field: AttendanceField) -> QRect:
    return QRect(widget.mapTo(field, QPoint(0, 0)), widget.size())


def places(field: AttendanceField) -> list[QRect]:
    return [place(chip, field) for chip in field.findChildren(Chip) if chip.isVisible()]


def test_ten_partners_are_all_in_sight(page: MeetingsPage, qtbot: QtBot) -> None:
    field = bring(page, 10)
    qtbot.waitUntil(lambda: len(places(field)) == 10 and field.height() > 120)
    settle(page)
    shown = places(field)
    assert all(field.rect().contains(place) for place in shown)
    assert not any(
        one.intersects(other) for number, one in enumerate(shown) for other in shown[:number]
    )
    assert field.rect().contains(place(field.line, field))
    assert (page.width(), page.height()) == ROOM


def test_ten_partners_are_in_sight_under_the_offer_of_a_draft(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    page.editor.foot.assessment.setPlainText("نقاش هادئ")
    page.editor._leave()
    page.new_session()
    assert page.editor.left_drafts.isVisible()
    field = bring(page, 10)
    qtbot.waitUntil(lambda: len(places(field)) == 10 and field.height() > 120)
    head = page.editor.head
    around = head.fields["attendances"]
    qtbot.waitUntil(lambda: around.rect().contains(field.geometry()))
    qtbot.waitUntil(lambda: head.rect().contains(around.geometry()))


def test_more_than_fit_scroll_to_the_last(page: MeetingsPage, qtbot: QtBot) -> None:
    field = bring(page, 20)
    qtbot.waitUntil(lambda: field.rect().contains(place(field.line, field)))
    assert (page.width(), page.height()) == ROOM


def test_backspace_takes_the_last_out_and_the_field_shrinks(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    field = bring(page, 5)
    field.setFocus()
    high = field.height()
    Keyboard(page).press(Qt.Key.Key_Backspace, times=4)
    assert len(field.partners) == 1
    qtbot.waitUntil(lambda: field.height() < high)


def test_enter_leaves_when_nobody_is_typed(page: MeetingsPage) -> None:
    head = page.editor.head
    head.attendance.line.setFocus()
    Keyboard(page).press(Qt.Key.Key_Return)
    assert head.headcount.hasFocus()


def test_escape_leaves_a_new_partner_and_not_the_page(page: MeetingsPage) -> None:
    head, keyboard = page.editor.head, Keyboard(page)
    head.attendance.line.setFocus()
    keyboard.type("جمعية الوفاق")
    keyboard.press(Qt.Key.Key_Return)
    assert head.register.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert not head.register.isVisible()
    assert head.attendance.line.hasFocus()
    assert head.attendance.line.text() == "جمعية الوفاق"
    assert page.editor.isVisible()


def test_the_name_of_a_person_proposes_the_partner_that_it_speaks_for(
    page: MeetingsPage, context: AppContext
) -> None:
    partner = makers.write_partner(context.office.database)
    makers.write_person(context.office.database, partner)
    field = page.editor.head.attendance
    field.line.setFocus()
    Keyboard(page).type("الإدريسي")
    Keyboard(page).press(Qt.Key.Key_Return)
    assert [row.uid for row in field.partners] == [partner]


def test_a_name_that_is_not_chosen_yet_is_part_of_the_draft(
    page: MeetingsPage, context: AppContext
) -> None:
    head, keyboard = page.editor.head, Keyboard(page)
    head.attendance.line.setFocus()
    keyboard.type("بنجلون")
    page.editor.keep_typed()
    (left,) = list_session_drafts(context)
    page.new_session()
    assert not head.attendance.line.text()
    page.editor.resume(left)
    assert head.attendance.line.text() == "بنجلون"
    head.attendance.line.setFocus()
    keyboard.press(Qt.Key.Key_End)
    keyboard.type("ي")
    keyboard.press(Qt.Key.Key_Return)  # it asks for the category
    assert head.register.isVisible()
    assert page.editor.typed().partner == "بنجلوني"


def test_a_new_partner_is_not_asked_for_in_another_session(page: MeetingsPage) -> None:
    page.editor.head.register.begin("جمعية الوفاق")
    page.new_session()
    assert not page.editor.head.register.isVisible()


def test_words_that_name_no_partner_are_not_dropped_by_saving(page: MeetingsPage) -> None:
    editor, keyboard = page.editor, Keyboard(page)
    editor.head.subject.setText("محيط المدرسة")
    editor.head.headcount.setText("12")
    editor.head.attendance.line.setFocus()
    keyboard.type("ود")
    assert editor.save() is None
    assert editor.head.attendance.line.text() == "ود"
    assert "ود" in editor.head.problem_line.text()
    keyboard.press(Qt.Key.Key_Backspace, times=2)
    assert not editor.head.problem_line.text()
    assert editor.save() is not None
