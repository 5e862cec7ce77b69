"""The Today page shows what waits, opens it, and acts on it inline."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.enrolment import enrol_card
from outreach_app.exchange.stations.registry import own_card
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from outreach_app.queries.people import list_people
from outreach_app.queries.points import list_points
from outreach_app.rules.dates import date_words
from outreach_app.services.awareness import AwarenessDraft
from outreach_app.services.drafts import save_draft
from outreach_app.services.forgetting import keep_deadlines
from outreach_app.services.points import PointDraft
from outreach_app.startup import OpenOffice
from outreach_app.vocabulary import label
from tests import makers
from tests.ui.conftest import Heard
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.draft_requests import ContinueDraft, ContinueEntry
from ui.drafts.entry_drafts import entry_words
from ui.drafts.session_sheet import SessionSheet
from ui.follow_up.page import FollowUpPage
from ui.requests import (
    LogSession,
    NewPartner,
    OpenMeeting,
    OpenPartner,
    PlanMeeting,
    SendChanges,
    ShowFollowed,
)
from ui.today.page import TodayPage
from ui.today.section import Section
from ui.widgets.line_button import ActingLine, LineButton


def lines(section: Section) -> list[LineButton]:
    return [line for line in section.findChildren(LineButton) if line.isVisible()]


def test_a_new_register_says_what_to_do_in_every_card(make: Callable[[], TodayPage]) -> None:
    page = make()
    assert not lines(page.meetings)
    assert "Ctrl+N" in page.meetings.advice
    shown = [card for card in page.findChildren(Section) if not card.isHidden()]
    assert all(card.advice or lines(card) for card in shown)


def test_a_register_without_partners_says_how_to_begin_and_praises_nothing(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard
) -> None:
    page = make()
    praising = (page.points, page.referrals, page.partners, page.people)
    assert [line.accessibleName() for line in lines(page.beginning)]
    assert all(card.isHidden() for card in praising)
    QTest.mouseClick(lines(page.beginning)[0], Qt.MouseButton.LeftButton)
    assert NewPartner() in heard.requests
    makers.write_partner(context.office.database)
    page.refresh()
    assert page.beginning.isHidden()
    assert all(card.isHidden() for card in praising)
    makers.write_partner(context.office.database, is_old=True)
    makers.write_meeting(context.office.database)
    page.refresh()
    assert [card.isHidden() for card in praising] == [False, False, False, True]


def test_a_name_moved_to_the_trash_is_named_and_comes_back(
    make: Callable[[], TodayPage],
    context: AppContext,
    heard: Heard,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    partner = makers.write_partner(context.office.database)
    by = today - timedelta(days=9)
    makers.write_person(context.office.database, partner, inform_by=by)
    makers.write_person(context.office.database, partner, name_ar="x", informed_on=today)
    page = make()
    assert not page.people.isHidden()
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    keep_deadlines(context.office.database)
    page.refresh()
    assert page.people.isHidden()
    (line,) = page.forgotten.lines
    for told in ("خالد الإدريسي", date_words(by), date_words(clock.today())):
        assert told in line.line.accessibleName()
    line.line.click()
    assert isinstance(heard.requests[-1], OpenPartner)
    line.button.click()
    page.refresh()
    assert page.forgotten.isHidden()
    assert context.read(list_people)[0].name.ar == "خالد الإدريسي"


def test_a_meeting_of_the_day_is_opened_from_its_line(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, today: date
) -> None:
    uid = makers.write_meeting(context.office.database, held_on=today, subject_ar="سلامة الأحياء")
    (line,) = lines(make().meetings)
    assert "سلامة الأحياء" in line.accessibleName()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert heard.requests == [OpenMeeting(uid)]


def test_the_counter_of_points_counts_all_and_shows_a_few(
    make: Callable[[], TodayPage], context: AppContext
) -> None:
    points = tuple(PointDraft("concern", "tp.6.1", f"نقطة {n}", "ar") for n in range(6))
    makers.write_meeting(context.office.database, points=points, commitments=(), referrals=())
    page = make()
    assert "6" in page.points.count.text()
    assert len(lines(page.points)) == 4
    assert page.points.more.isVisible()
    assert not page.referrals.more.isVisible()


def test_a_session_begins_from_here(make: Callable[[], TodayPage], heard: Heard) -> None:
    page = make()
    page.log.click()
    page.plan.click()
    assert heard.requests == [LogSession(), PlanMeeting()]


def test_the_exchange_is_told_only_where_headquarters_is_enrolled(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, headquarters: OpenOffice
) -> None:
    assert not make().exchange.isVisible()
    with headquarters.database.read() as session:
        card = own_card(session)
    office = context.office
    enrol_card(office.database, office.folder, card, card_fingerprint(card))
    makers.write_meeting(office.database)
    page = make()
    last, acknowledged, unsent = lines(page.exchange)
    assert "ليس بعد" in last.accessibleName()
    assert "ليس بعد" in acknowledged.accessibleName()
    before = unsent.accessibleName()
    unsent.click()
    assert heard.requests[-1] == SendChanges()
    plan = context.read(lambda session: plan_export(session, Receiver.HEADQUARTERS))
    assert f"\u2066{plan.events}\u2069" in before
    write_bundles(office.database, [plan], office.folder / "out", Progress())
    last, _acknowledged, unsent = lines(make().exchange)
    assert "\u20660\u2069" in unsent.accessibleName()
    assert "ليس بعد" not in last.accessibleName()


def test_a_page_out_of_sight_reads_what_changed_once_it_is_shown(
    make: Callable[[], TodayPage], context: AppContext, today: date, qtbot: QtBot
) -> None:
    page = make()
    page.hide()
    makers.write_meeting(context.office.database, held_on=today)
    context.changes.happened.emit(frozenset({"meeting"}))
    assert not page.meetings.findChildren(LineButton)
    page.show()
    qtbot.waitUntil(lambda: len(lines(page.meetings)) == 1)


def test_replies_that_headquarters_gave_are_counted_and_lead_to_their_points(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, qtbot: QtBot
) -> None:
    makers.write_meeting(context.office.database)
    page = make()
    assert not page.exchange.isVisible()
    point = context.read(list_points)[-1]
    makers.write_reply(context.office.database, point.uid)
    context.changes.happened.emit(frozenset({"reply"}))
    line = lines(page.exchange)[-1]
    assert "\u20661\u2069" in line.accessibleName()
    line.click()
    (request,) = heard.requests
    assert isinstance(request, ShowFollowed)
    follow_up = FollowUpPage(context)
    qtbot.addWidget(follow_up)
    follow_up.take(request)
    assert follow_up.stack.currentWidget() is follow_up.points
    assert follow_up.points.table.model.rowCount() == 1
    assert request.words() == "أجوبة المصالح المركزية التي يتعين تبليغها"


def test_an_unfinished_session_is_listed_first_opened_and_thrown_away(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard
) -> None:
    sheet = SessionSheet("26/11/2026", subject="تنظيم السوق")
    with context.office.database.write(Actor.CHIEF) as session:
        save_draft(session, "meeting/left", sheet, clock.now())
    page = make()
    (line,) = lines(page.drafts)
    line.click()
    assert heard.requests == [ContinueDraft("meeting/left")]
    page.drafts.findChildren(ActingLine)[0].button.click()
    assert not page.drafts.isVisible()
    heard.undo()
    assert "تنظيم السوق" in lines(page.drafts)[0].accessibleName()


def test_an_unfinished_action_is_named_here_and_above_its_list(
    make: Callable[[], TodayPage], context: AppContext, heard: Heard, qtbot: QtBot
) -> None:
    draft = AwarenessDraft(date(2026, 11, 26), kind="mt.openday", beneficiaries=40)
    with context.office.database.write(Actor.CHIEF) as session:
        save_draft(session, "awareness/left", draft, clock.now())
    (line,) = lines(make().entries)
    line.click()
    (request,) = heard.requests
    assert isinstance(request, ContinueEntry)
    communication = CommunicationPage(context)
    qtbot.addWidget(communication)
    communication.show()
    assert communication.left_drafts.isHidden()  # of rumours there are none
    communication.tabs.setCurrentIndex(3)
    (row,) = communication.left_drafts.rows
    kind = label("mt.openday", Language.ARABIC)
    assert kind in entry_words(row).title
    communication.take(request)
    assert communication.awareness_form.typed().beneficiaries == 40
    assert communication.left_drafts.isHidden()  # the form lists the others


def test_the_lines_that_stay_the_same_keep_the_keyboard(
    make: Callable[[], TodayPage], context: AppContext, today: date
) -> None:
    makers.write_meeting(context.office.database, held_on=today, subject_ar="سلامة الأحياء")
    page = make()
    (line,) = lines(page.meetings)
    line.setFocus()
    makers.write_rumour(context.office.database)
    page.refresh()
    assert lines(page.rumours)
    assert lines(page.meetings) == [line]
    assert page.focusWidget() is line
