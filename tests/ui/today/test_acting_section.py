"""The inline actions of the Today page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from outreach_app.i18n import Language
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.people import list_people
from outreach_app.queries.points import list_points
from outreach_app.queries.referrals import list_referrals
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.context import AppContext
from ui.requests import OpenPartner, PlanMeeting
from ui.today.acting_section import ActingSection, RowT
from ui.today.page import TodayPage
from ui.widgets.line_button import ActingLine
from ui.words import no_day_words


def has_focus(widget: QWidget) -> bool:
    """Return whether a widget has the focus in its window."""
    return widget.window().focusWidget() is widget


def ask(line: ActingLine) -> None:
    """Press the button of a line by keyboard."""
    line.button.setFocus()
    QTest.keyClick(line.button, Qt.Key.Key_Space)


def give(section: ActingSection[RowT], words: str = "") -> None:
    """Fill in the form under the line, and press Enter."""
    assert section.form.isVisible()
    assert has_focus(section.form.words)
    section.form.words.set_value(words)
    QTest.keyClick(section.form.words, Qt.Key.Key_Return)


def test_a_commitment_is_kept_in_place_with_what_was_done_or_without(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, today: date
) -> None:
    late = today - timedelta(days=3)
    makers.write_meeting(
        context.office.database,
        commitments=tuple(
            CommitmentDraft(words, "ar", "office", due_on=late) for words in ("دورية", "لوحة")
        ),
    )
    page = make()

    def kept() -> list[str | None]:
        rows = context.read(lambda s: list_commitments(s, today))
        return [row.status_reason for row in rows if row.status == "cst.done"]

    first, _second = page.commitments.lines
    assert first.button.accessibleDescription() == first.line.accessibleName()
    ask(first)
    give(page.commitments, "La patrouille passe")
    assert kept() == ["La patrouille passe"]
    assert page.commitments.count.text() == "\u20661\u2069"
    (left,) = page.commitments.lines
    assert has_focus(left.button)
    ask(left)
    give(page.commitments)
    assert set(kept()) == {"La patrouille passe", None}
    assert not page.commitments.lines
    heard.undo()
    assert len(page.commitments.lines) == 1
    assert len(heard.said) == 3


def test_a_point_gets_its_reaction_in_place_and_one_undo_takes_it_back(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard
) -> None:
    points = tuple(PointDraft("concern", "tp.6.1", f"نقطة {n}", "ar") for n in range(5))
    makers.write_meeting(context.office.database, points=points, commitments=(), referrals=())
    page = make()
    line = page.points.lines[1]
    ask(line)
    page.points.form.choice.set_value("out.under_study")
    give(page.points, "On regarde")
    (row,) = (row for row in context.read(list_points) if row.state == "answered")
    assert (row.reaction, row.reply) == ("out.under_study", "On regarde")
    assert "4" in page.points.count.text()
    assert has_focus(page.points.lines[1].button)
    heard.undo()
    assert {row.state for row in context.read(list_points)} == {"received"}
    assert "5" in page.points.count.text()


def test_what_a_referral_was_answered_is_recorded_in_place(
    make: Callable[[], TodayPage], context: AppContext, today: date
) -> None:
    makers.write_meeting(context.office.database)
    page = make()
    (line,) = page.referrals.lines
    ask(line)
    page.referrals.form.day.setText("un jour")
    give(page.referrals, "Réparé")
    assert page.referrals.form.isVisible()
    told = [label.text() for label in page.window().findChildren(QLabel) if label.isVisible()]
    assert no_day_words() in told
    assert has_focus(page.referrals.form.day)
    page.referrals.form.day.setText(f"{today:%d%m%Y}")
    QTest.keyClick(page.referrals.form.day, Qt.Key.Key_Return)
    (row,) = context.read(list_referrals)
    assert (row.answer, row.answered_on) == ("Réparé", today)
    assert not page.referrals.lines
    assert page.referrals.form.isHidden()
    assert page.referrals.problem.isHidden()


def test_somebody_is_marked_as_informed_in_place_and_undo_asks_for_it_again(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, today: date
) -> None:
    database = context.office.database
    makers.write_person(database, makers.write_partner(database))
    page = make()
    (before,) = context.read(list_people)
    (line,) = page.people.lines
    ask(line)
    give(page.people, "Oralement")
    (row,) = context.read(list_people)
    assert replace(
        row, informed_on=None, informed_how=None, is_to_inform=True, version=""
    ) == replace(before, version="")
    assert (row.informed_on, row.informed_how) == (today, "Oralement")
    assert not page.people.lines
    heard.undo()
    assert len(page.people.lines) == 1
    assert context.read(list_people)[0].informed_on is None


def test_what_is_asked_at_the_foot_of_the_page_is_scrolled_into_sight(
    make: Callable[[], TodayPage], context: AppContext, qtbot: QtBot
) -> None:
    makers.write_person(context.office.database, makers.write_partner(context.office.database))
    page = make()
    page.resize(1182, 400)
    ask(page.people.lines[0])
    button = page.people.form.confirm
    qtbot.waitUntil(lambda: button.visibleRegion().contains(button.rect().center()))


def test_a_meeting_is_planned_with_a_partner_from_its_line(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard
) -> None:
    partner = makers.write_partner(context.office.database, is_old=True)
    page = make()
    (line,) = page.partners.findChildren(ActingLine)
    ask(line)
    assert heard.requests == [PlanMeeting(partners=(partner,))]
    line.line.click()
    assert heard.requests[-1] == OpenPartner(partner)


def test_what_is_typed_stays_while_the_page_is_read_again_and_escape_leaves_it(
    make: Callable[[], TodayPage], context: AppContext
) -> None:
    points = tuple(PointDraft("concern", "tp.6.1", f"نقطة {n}", "ar") for n in range(2))
    makers.write_meeting(context.office.database, points=points, commitments=(), referrals=())
    page = make()
    ask(page.points.lines[1])
    QTest.keyClicks(page.points.form.words, "Deux lampes")
    context.changes.happened.emit(frozenset({"point"}))
    languages.switch(Language.FRENCH)
    QApplication.processEvents()
    form = page.points.form
    assert form.isVisible()
    assert form.words.value() == "Deux lampes"
    assert has_focus(form.words)
    assert form.words.accessibleName() == "La réponse"
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert has_focus(page.points.lines[1].button)
    assert {row.state for row in context.read(list_points)} == {"received"}


def test_a_full_page_is_read_with_as_many_queries_as_one_of_a_line_each(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard
) -> None:
    statements: list[str] = []
    database = context.office.database
    engine = database.engine

    def count(page: TodayPage) -> int:
        statements.clear()
        page.refresh()
        return len(statements)

    def note(*called: object) -> None:
        statements.append(str(called[2]))

    def write(number: int) -> None:
        for _each in range(number):
            makers.write_person(
                context.office.database, makers.write_partner(context.office.database)
            )
            makers.write_meeting(context.office.database)

    write(1)
    page = make()
    event.listen(engine, "before_cursor_execute", note)
    try:
        one = count(page)
        write(5)
        assert count(page) == one
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(page.people.lines) == 4


def test_what_is_asked_goes_with_the_page_even_where_nothing_was_asked(
    make: Callable[[], TodayPage],
) -> None:
    page = make()
    for section in (page.commitments, page.points, page.referrals, page.people):
        assert page.isAncestorOf(section.form)
        assert page.isAncestorOf(section.problem)
