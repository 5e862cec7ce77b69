"""Conflicts of two computers are settled card by card, with Undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.exchange.importing.oddities import OddityRow
from outreach_app.i18n import Language
from outreach_app.models import Meeting, Oddity
from outreach_app.models.base import new_uid
from outreach_app.queries.conflicts import count_conflicts
from outreach_app.rules.names import Bilingual
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.exchange.helping import enrol_each_other
from tests.ui.exchange.computers import Copy, change, exchange, renew
from tests.ui.exchange.desk import Desk, Stick
from ui import languages
from ui.exchange.conflict_card import ConflictCard
from ui.exchange.oddity_card import OddityCard
from ui.exchange.page import REVIEW, ExchangePage
from ui.requests import ReviewConflicts
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

SUBJECTS = ("الإنارة", "النظافة", "السير")


@pytest.fixture
def desk(
    office: OpenOffice, copy: Copy, make_desk: Callable[[OpenOffice], Desk], stick: Stick
) -> Desk:
    """Return the chief's page, with three meetings to review whose place the deputy changed."""
    uids = [
        makers.write_meeting(office.database, reference=subject, subject_ar=subject)
        for subject in SUBJECTS
    ]
    second = copy(office)
    renew(second)
    enrol_each_other(office, second)
    chief, deputy = make_desk(office), make_desk(second)
    for uid in uids:
        change(chief, uid, place_ar="مكان الرئيس")
        change(deputy, uid, place_ar="مكان النائب")
    exchange(deputy, chief, stick)
    chief.page.tabs.setCurrentIndex(REVIEW)
    chief.page.activateWindow()
    return chief


def titles(desk: Desk) -> list[str]:
    return [card.title for card in desk.page.review.cards]


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def first_choice(card: ConflictCard) -> QWidget:
    return card.choices["place_ar"].button(0)


def replace_place(card: ConflictCard) -> None:
    card.choices["place_ar"].button(1).click()


def test_what_was_chosen_elsewhere_stays_while_one_is_settled(desk: Desk) -> None:
    first, second, third = desk.page.review.cards
    for subject, title in zip(SUBJECTS, titles(desk), strict=True):
        assert subject in title
    replace_place(first)
    replace_place(third)
    second.settle.setFocus()
    QTest.keyClick(second.settle, Qt.Key.Key_Space)
    assert desk.page.review.cards == [first, third]
    assert first.restored == third.restored == ["place_ar"]
    assert SUBJECTS[1] in desk.heard.said[-1]
    assert "2" in desk.page.tabs.tabText(REVIEW)
    languages.switch(Language.FRENCH)
    desk.wait_until(lambda: "Rencontre" in titles(desk)[0])
    assert [card.restored for card in desk.page.review.cards] == [["place_ar"], ["place_ar"]]


def test_the_cursor_goes_on_with_what_comes_next(
    desk: Desk, settings: Settings, tasks: Tasks
) -> None:
    shell = Shell(desk.context.office, settings, tasks)
    shell.show()
    shell.activateWindow()
    shell.open_page(ReviewConflicts())
    desk.wait_until(shell.isActiveWindow)
    assert isinstance(shell.page, ExchangePage)
    first, second, third = shell.page.review.cards
    desk.press(second.settle)
    assert focused() is first_choice(third)
    desk.press(third.settle)
    assert focused() is first_choice(first)
    desk.press(first.settle)
    assert shell.page.review.nothing.isVisible()
    assert focused() is shell.page.tabs


@pytest.mark.parametrize("is_replaced", [False, True])
def test_what_was_settled_is_undone(desk: Desk, *, is_replaced: bool) -> None:
    before = titles(desk)
    told: list[object] = []
    desk.context.changes.happened.connect(told.append)
    second = desk.page.review.cards[1]
    if is_replaced:
        replace_place(second)
    desk.press(second.settle)
    assert told  # the Today page counts what waits
    assert desk.context.read(count_conflicts) == 2
    told.clear()
    desk.heard.undo()
    assert told
    assert desk.context.read(count_conflicts) == 3
    assert titles(desk) == before
    assert focused() is first_choice(desk.page.review.cards[1])


def test_tab_goes_from_card_to_card_in_their_order(desk: Desk) -> None:
    desk.press(desk.page.review.cards[1].settle)
    desk.heard.undo()
    first, second, third = desk.page.review.cards
    desk.wait_for(second)
    visited = [first_choice(first)]
    first_choice(first).setFocus()
    for _time in range(6):
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(focused() or desk.page)
    places = [first_choice(second), first_choice(third)]
    assert [widget for widget in visited if widget in places] == places


def test_what_comes_back_is_scrolled_to(desk: Desk) -> None:
    desk.page.resize(1182, 320)
    desk.press(desk.page.review.cards[0].settle)
    bar = desk.page.review.area.verticalScrollBar()
    desk.wait_until(lambda: desk.page.review.cards[0].y() == 16)
    bar.setValue(bar.maximum())
    desk.heard.undo()
    first = desk.page.review.cards[0]
    desk.wait_until(lambda: first.visibleRegion().boundingRect() == first.rect())


def test_what_means_nothing_is_told_and_noted_with_undo(desk: Desk, office: OpenOffice) -> None:
    with office.database.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).order_by(Meeting.id)).first()
        assert meeting is not None
        uid, meeting.headcount = meeting.uid, -5000
        session.add(Oddity(record=uid, entity="meeting", found_at=clock.now()))
    desk.page.refresh()
    (card,) = desk.page.review.oddities
    assert "-5000" in card.sentence
    assert "4" in desk.page.tabs.tabText(REVIEW)
    card.note.click()
    assert desk.page.review.oddities == []
    assert len(desk.page.review.cards) == 3
    desk.heard.undo()
    assert [card.row.record for card in desk.page.review.oddities] == [uid]


def test_a_number_far_above_the_usual_is_said_to_count(qtbot: QtBot) -> None:
    languages.switch(Language.FRENCH)
    office = Bilingual("النخيل", "Annakhil")
    row = OddityRow("meeting", new_uid(), office, None, {}, unusual={"headcount": 99_999})
    card = OddityCard(row, "Réunion")
    qtbot.addWidget(card)
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "99999" in words
    assert "Annakhil" in words
    assert "inconnu" not in words
