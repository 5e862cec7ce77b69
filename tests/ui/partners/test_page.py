"""The page of partners: one is found, shown, deleted and restored."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role, role_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Point
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.records import get_record
from outreach_app.rules.dates import date_words
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.partners import delete_partner
from outreach_app.startup import OpenOffice
from tests import makers
from tests.remarks import write_remark
from tests.ui.commanded import do
from tests.ui.recorded import Recorded, type_words
from ui.partners.page import PartnersPage
from ui.requests import OpenMeeting, OpenRemark, PlanMeeting


def test_an_empty_store_says_how_to_begin(page: PartnersPage) -> None:
    assert page.list.empty.isVisible()
    assert "Ctrl+N" in page.list.empty.advice.text()
    assert page.nothing.isVisible()


def test_a_deleted_partner_leaves_the_list_and_comes_back_with_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    do(page.commands(), _("Delete"))
    assert not _partners(recorded)
    assert page.nothing.isVisible()
    recorded.undo()
    assert len(_partners(recorded)) == 1
    assert page.list.model.rowCount() == 1


def test_the_deletion_of_an_invited_partner_says_that_its_meetings_stay_planned(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    makers.write_meeting(
        office.database, status="planned", attendances=((partner, False),), points=(),
        commitments=(), referrals=(),
    )  # fmt: skip
    page.show_record(partner)
    do(page.commands(), _("Delete"))
    assert isolate("1") in recorded.said[-1]


def test_a_partner_made_inactive_is_active_again_after_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    do(page.commands(), _("Make inactive"))
    assert [row.is_active for row in _partners(recorded)] == [False]
    recorded.undo()
    assert [row.is_active for row in _partners(recorded)] == [True]


def test_several_partners_lead_to_one_meeting_and_are_deleted_with_one_undo(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    uids = {makers.write_partner(office.database, name_ar=f"جمعية {at}") for at in range(4)}
    page.refresh()
    assert page.details.uid is not None  # the first is shown
    page.list.table.select(0)
    QTest.keyClick(page.list.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    do(page.commands(), _("Delete"))
    assert page.list.table.view.currentIndex().row() == 0  # the next one, after those gone
    recorded.undo()
    page.list.table.view.selectAll()
    assert page.several.isVisible()
    do(page.commands(), _("Plan a meeting with them"))
    (asked,) = recorded.requests
    assert isinstance(asked, PlanMeeting)
    assert set(asked.partners) == uids
    do(page.commands(), _("Delete"))
    assert not _partners(recorded)
    assert page.nothing.isVisible()  # not the commands of those that are gone
    assert isolate("4") in recorded.said[-1]
    recorded.undo()
    assert {row.uid for row in _partners(recorded)} == uids


def test_the_key_that_deletes_says_which_role_may(
    qtbot: QtBot, office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    office.database.actor = Actor.SECRETARY
    page.show_record(makers.write_partner(office.database))
    page.list.table.view.setFocus()
    QTest.keyClick(page.list.table.view, Qt.Key.Key_Delete)
    assert role_words(Role.CHIEF) in recorded.refused[-1]
    assert len(_partners(recorded)) == 1


def test_the_timeline_tells_meetings_points_commitments_and_referrals(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    meeting = makers.write_meeting(office.database, attendances=((partner, True),))
    page.show_record(partner)
    timeline = page.details.tabs.timeline
    told = [timeline.item(place).text() for place in range(timeline.count())]
    for words in ("تأمين محيط المؤسسات التعليمية", "الزقاق مظلم ليلا", "تخصيص دورية راجلة"):
        assert sum(words in line for line in told) == 1
    assert sum("(دون ترجمة)" in line for line in told) == 1  # the point in French
    assert timeline.count() == 1 + 5  # a month, and what happened in it
    timeline.itemActivated.emit(timeline.item(1))
    assert recorded.requests == [OpenMeeting(meeting)]


def test_a_promise_for_a_remark_opens_the_remark(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    remark = write_remark(office.database, raised_by=partner)
    draft = CommitmentDraft("مراقبة الوقوف", "ar", "office", due_on=date(2026, 12, 14))
    with office.database.write() as session:
        point = get_record(session, Point, remark)
        promise_for_point(session, remark, point.version, draft)
    page.show_record(partner)
    commitments = page.details.tabs.commitments
    commitments.itemActivated.emit(commitments.item(1))
    assert recorded.requests == [OpenRemark(remark)]


def test_the_list_follows_what_another_page_writes(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    makers.write_partner(office.database)
    recorded.context.changes.happened.emit(frozenset({"partner"}))
    assert page.list.model.rowCount() == len(
        recorded.context.read(lambda store: list_partner_ids(store, PartnerFilter()))
    )


def test_the_list_says_when_each_was_last_met_and_sorts_by_it(
    office: OpenOffice, page: PartnersPage
) -> None:
    met = makers.write_partner(office.database, name_ar="جمعية الأمل")
    makers.write_meeting(office.database, attendances=((met, True),))
    makers.write_partner(office.database, name_ar="صيدلية الواحة")
    page.list.refresh()
    assert _column(page, 1) == ["\u206614/10/2026\u2069", "لا لقاء بعد"]
    view = page.list.table.view
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert _column(page, 0) == ["صيدلية الواحة", "جمعية الأمل"]
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert _column(page, 0) == ["جمعية الأمل", "صيدلية الواحة"]
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert _column(page, 0) == ["جمعية الأمل", "صيدلية الواحة"]


def test_a_partner_opened_from_elsewhere_is_selected_though_a_filter_hid_it(
    qtbot: QtBot, office: OpenOffice, page: PartnersPage
) -> None:
    makers.write_partner(office.database, name_ar="جمعية الأمل")
    uid = makers.write_partner(office.database, name_ar="صيدلية الواحة")
    type_words(page.list.words, "الأمل")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    page.show_record(uid)
    row = page.list.table.row
    assert row is not None
    assert row.uid == page.details.uid == uid
    assert page.list.words.text() == ""


def test_the_selection_stays_when_the_list_is_read_again(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    makers.write_partner(office.database, name_ar="جمعية الأمل")
    uid = makers.write_partner(office.database, name_ar="صيدلية الواحة")
    page.show_record(uid)
    makers.write_partner(office.database, name_ar="نادي النخيل")
    recorded.context.changes.happened.emit(frozenset({"partner"}))
    row = page.list.table.row
    assert row is not None
    assert row.uid == uid


def test_a_person_that_was_searched_for_is_marked_in_its_partner(
    office: OpenOffice, page: PartnersPage
) -> None:
    makers.write_partner(office.database)
    partner = makers.write_partner(office.database, name_ar="صيدلية الواحة")
    makers.write_person(office.database, partner)
    person = makers.write_person(office.database, partner, name_ar="هدى العمراني")
    page.show_record(person)
    assert page.details.uid == partner
    assert [card.is_chosen for card in page.details.people.cards] == [False, True]
    with office.database.read() as session:
        seen = [row.record for row in list_access(session) if row.act == Act.SEEN]
    assert seen.count(person) == 1


def test_a_day_to_inform_that_has_passed_is_told_as_past(
    office: OpenOffice, page: PartnersPage
) -> None:
    partner = makers.write_partner(office.database)
    makers.write_person(office.database, partner, inform_by=date(2020, 1, 1))
    page.show_record(partner)
    told = [label.text() for label in page.details.people.cards[0].findChildren(QLabel)]
    late = _("Should have been informed by {date}").format(date=date_words(date(2020, 1, 1)))
    assert any(words.startswith(late) for words in told)


def test_the_history_of_the_partner_opens_by_its_keys(
    qtbot: QtBot, office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    do(page.commands(), _("Make inactive"))
    page.activateWindow()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F4)
    history = page.details.tabs.history

    def shown() -> list[str]:
        return [label.text() for label in history.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "النشاط" in shown())
    words = shown()
    place = words.index("النشاط")
    assert words[place : place + 3] == ["النشاط", "نشيط", "غير نشيط"]


def test_the_next_partner_is_a_key_away(office: OpenOffice, page: PartnersPage) -> None:
    uids = [makers.write_partner(office.database, name_ar=f"جمعية {at}") for at in range(2)]
    page.list.refresh()
    page.show_record(uids[0])
    page.list.step(1)
    assert page.details.uid == uids[1]
    page.list.step(1)
    assert page.details.uid == uids[1]
    page.list.step(-1)
    assert page.details.uid == uids[0]


def test_a_partner_deleted_on_another_page_is_shown_no_longer(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    page.show_record(makers.write_partner(office.database))
    (row,) = _partners(recorded)
    recorded.context.write(lambda store: delete_partner(store, row.uid, row.version), "")
    assert page.nothing.isVisible()
    assert not page.banner.isVisible()


def _column(page: PartnersPage, column: int) -> list[str]:
    model = page.list.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def _partners(recorded: Recorded) -> list[PartnerRow]:
    return recorded.context.read(list_partners)


def test_words_that_are_searched_for_are_noted_without_them(
    office: OpenOffice, page: PartnersPage, recorded: Recorded
) -> None:
    makers.write_partner(office.database)
    for words in ("", "الادريسي", "الإدريسي خالد", "العلوي"):
        page.list.words.setText(words)
        page.list.refresh()
    rows = recorded.context.read(list_access)
    assert [(row.record, row.count) for row in rows if row.act == Act.SEARCH] == [(None, None)] * 2


def test_partners_in_the_rail_lead_from_the_duplicates_to_the_list(page: PartnersPage) -> None:
    page.review_duplicates()
    assert not page.list.isVisible()
    page.show_start()
    assert page.list.isVisible()
