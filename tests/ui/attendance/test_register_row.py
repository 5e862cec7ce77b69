"""A partner that is not in the register yet is registered from a session, with Undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from outreach_app.models import Partner
from outreach_app.queries.partners import list_partners
from tests import makers
from tests.ui.meetings.keyboard import Keyboard
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.widgets.status_line import StatusLine

Key = Qt.Key
NAME = "تعاونية النسيج"


@pytest.fixture
def status_line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    return line


@pytest.fixture
def page(context: AppContext, qtbot: QtBot, status_line: StatusLine) -> MeetingsPage:
    page = MeetingsPage(replace(context, status=status_line.say))
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.new_session()
    page.editor.head.attendance.setFocus()
    return page


def names(context: AppContext) -> list[str | None]:
    """Return the names of the partners of the register."""
    return [row.name.ar for row in context.read(list_partners)]


def test_a_partner_registered_by_mistake_leaves_the_session_with_undo(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    keyboard = Keyboard(page)
    keyboard.type(NAME)
    for _time in range(2):
        keyboard.press(Key.Key_Return)
    assert [row.name.ar for row in page.editor.head.attendance.partners] == [NAME]
    status_line.undo()
    assert (page.editor.head.attendance.partners, names(context)) == ((), [])
    status_line.redo()
    assert names(context) == [NAME]


def test_a_name_that_reads_as_a_persons_is_said_to_stay_here(
    page: MeetingsPage, context: AppContext, status_line: StatusLine
) -> None:
    keyboard = Keyboard(page)
    keyboard.type("Me Karim Alaoui")
    for _time in range(2):
        keyboard.press(Key.Key_Return)
    (partner,) = context.read(list_partners)
    assert partner.name.fr == "Me Karim Alaoui"
    assert "لا يُرسل إلى المصالح المركزية" in status_line.message


def test_a_practice_is_registered_under_its_profession_alone(
    page: MeetingsPage, context: AppContext
) -> None:
    keyboard = Keyboard(page)
    keyboard.type("Idriss Ouali")
    keyboard.press(Key.Key_Return)
    row = page.editor.head.register
    row.category.set_value("pt.liberal")
    row.register.click()
    with context.office.database.read() as session:
        [partner] = session.scalars(select(Partner))
        assert (partner.name_fr, partner.bearer.name_fr) == (None, "Idriss Ouali")


def test_a_number_typed_in_the_wrong_field_registers_nobody(
    page: MeetingsPage, context: AppContext
) -> None:
    keyboard = Keyboard(page)
    keyboard.type("2430")
    for _time in range(2):
        keyboard.press(Key.Key_Return)
    assert page.editor.head.register.isHidden()
    assert names(context) == []
    assert "2430" in page.editor.head.attendance.problem


def test_nothing_is_called_wrong_while_partners_are_proposed(
    page: MeetingsPage, context: AppContext
) -> None:
    makers.write_partner(context.office.database)
    head = page.editor.head
    page.editor.save()  # what is lacking is told from now on
    head.attendance.setFocus()
    keyboard = Keyboard(page)
    keyboard.type("جمع")
    assert head.attendance.line.has_suggestions
    assert "جمع" not in head.problem_line.text()
    keyboard.press(Key.Key_Escape)
    assert "جمع" in head.problem_line.text()
