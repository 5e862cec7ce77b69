"""The morning: what waits is on the first page, is done there, and disappears."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment, Meeting, Person, Point
from tests import makers
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.agenda.page import AgendaPage
from ui.today.acting_section import ActingSection, RowT
from ui.today.page import TodayPage
from ui.today.section import Section
from ui.widgets.line_button import ActingLine, LineButton
from ui.words import code_words

CONCERN = "tp.6.1"
PROMISE = "تخصيص دورية راجلة"
NOBODY = "خالد الإدريسي"  # has not been informed yet that a record is kept
NEVER_MET = "جمعية السلام"
REPLY = {Language.ARABIC: "ستضاف مصابيح", Language.FRENCH: "Des lampes seront ajoutées"}
DONE = {Language.ARABIC: "الدورية تعمل كل مساء", Language.FRENCH: "La patrouille passe le soir"}
HOW = {Language.ARABIC: "شفويا", Language.FRENCH: "Oralement"}


@pytest.fixture
def page(desk: Desk, register: Path) -> TodayPage:
    """Return the first page."""
    desk.start(register)
    desk.unlock()
    return page_of(desk, TodayPage)


def lines(section: Section, words: str = "") -> list[LineButton]:
    """Return the lines of a card with this text."""
    seen = [line for line in section.findChildren(LineButton) if line.isVisible()]
    return [line for line in seen if words in line.accessibleName()]


def count(section: Section) -> str:
    """Return the count that the card shows."""
    return section.count.text().strip("\u2066\u2069")


def act(desk: Desk, section: ActingSection[RowT], words: str) -> None:
    """Go to the button of the line with this text, and press Space."""
    (line,) = [line for line in section.lines if words in line.line.accessibleName()]
    desk.reach(line.button)
    desk.press(Key.Key_Space)


def choose(desk: Desk, section: ActingSection[RowT], words: str, command: str) -> None:
    """Choose a command in the menu of the line with this text."""
    (line,) = [line for line in section.lines if words in line.line.accessibleName()]
    desk.reach(line.button)
    desk.press(Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(it for it in menu.actions() if it.text() == command))
    desk.press(Key.Key_Return)


def test_a_point_gets_its_reaction_and_undo_brings_its_line_back(
    desk: Desk, page: TodayPage, language: Language
) -> None:
    assert count(page.points) == "2"
    act(desk, page.points, code_words(CONCERN))
    desk.type(REPLY[language])
    desk.press(Key.Key_Return)
    (left,) = page.points.lines
    assert left.button.hasFocus()
    with desk.shell.context.office.database.read() as session:
        point = session.query(Point).filter_by(topic=CONCERN).one()
        assert (point.reply, point.state) == (REPLY[language], "answered")
    assert (count(page.points), lines(page.points, code_words(CONCERN))) == ("1", [])
    said = desk.said
    desk.press(Key.Key_Z, CONTROL)
    assert lines(page.points, code_words(CONCERN))
    assert count(page.points) == "2"
    assert desk.said == _("Undone: “{act}”.").format(act=said.rstrip("."))


def test_a_promise_is_kept_with_what_was_done_and_undo_brings_its_line_back(
    desk: Desk, page: TodayPage, language: Language
) -> None:
    assert count(page.commitments) == "2"
    assert code_words("cst.overdue") in lines(page.commitments, PROMISE)[0].accessibleName()
    act(desk, page.commitments, PROMISE)
    desk.type(DONE[language])
    desk.press(Key.Key_Return)
    with desk.shell.context.office.database.read() as session:
        promise = session.query(Commitment).filter_by(text=PROMISE).one()
        assert (promise.status, promise.status_reason) == ("cst.done", DONE[language])
    assert (count(page.commitments), lines(page.commitments, PROMISE)) == ("1", [])
    desk.press(Key.Key_Z, CONTROL)
    assert lines(page.commitments, PROMISE)
    assert count(page.commitments) == "2"
    choose(desk, page.commitments, PROMISE, _("New date"))
    desk.type("+5")
    desk.press(Key.Key_Return)
    with desk.shell.context.office.database.read() as session:
        promise = session.query(Commitment).filter_by(text=PROMISE).one()
        assert promise.due_on == clock.today() + timedelta(days=5)


def test_a_person_who_was_informed_is_asked_for_no_more(
    desk: Desk, page: TodayPage, language: Language
) -> None:
    today = clock.today()
    assert count(page.people) == "1"
    act(desk, page.people, NOBODY)
    desk.type(HOW[language])
    desk.press(Key.Key_Return)
    with desk.shell.context.office.database.read() as session:
        told = {(person.informed_on, person.informed_how) for person in session.query(Person)}
        assert told == {(today, HOW[language]), (today, None)}
    assert (count(page.people), lines(page.people)) == ("", [])
    desk.press(Key.Key_Z, CONTROL)
    assert lines(page.people, NOBODY)


def test_a_partner_not_met_is_planned_a_meeting_with_from_its_line(
    desk: Desk, page: TodayPage
) -> None:
    context = desk.shell.context
    store = context.office.database
    partner = makers.write_partner(store, is_old=True, name_ar=NEVER_MET, name_fr=None)
    context.changes.happened.emit(frozenset({"partner"}))
    (line,) = [
        line
        for line in page.partners.findChildren(ActingLine)
        if line.isVisible() and NEVER_MET in line.line.accessibleName()
    ]
    desk.reach(line.button)
    desk.press(Key.Key_Space)
    form = page_of(desk, AgendaPage).schedule
    assert form.typed().partners == (partner,)
    desk.press(Key.Key_S, CONTROL)
    assert not form.isVisible()
    with context.office.database.read() as session:
        (meeting,) = session.query(Meeting).filter_by(status="planned")
        assert [row.partner.uid for row in meeting.attendances] == [partner]
