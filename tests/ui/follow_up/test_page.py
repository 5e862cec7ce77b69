"""Follow-up: open items are acted on inline, several at once, with Undo."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.points import list_points
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.saved_filters import FilterT
from outreach_app.services.offices import change_office
from outreach_app.services.replies import ReplyDraft, reply_to_point
from outreach_app.vocabulary import entry
from tests import makers
from tests.ui.commanded import do, words_of
from tests.ui.follow_up.conftest import Kept
from ui.actions.actions import Action
from ui.actions.commitment_actions import COMMITMENT_ACTIONS
from ui.actions.point_actions import POINT_ACTIONS
from ui.actions.referral_actions import ANSWER_RECEIVED
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.history.dialog import HistoryDialog
from ui.listings.listing import Listing
from ui.listings.subject import RowT
from ui.words import no_day_words

TODAY = date(2026, 11, 24)
ANSWER, REFER, PROMISE, REPLY_GIVEN, CLOSE = POINT_ACTIONS[:5]
KEEP, _START, POSTPONE, SET_ASIDE, _REOPEN = COMMITMENT_ACTIONS


def press(listing: Listing[RowT, FilterT], action: Action[RowT]) -> None:
    do(listing.strip.commands(), action.title())


def statuses(context: AppContext) -> list[str]:
    return [row.status for row in context.read(lambda s: list_commitments(s, TODAY))]


def states(context: AppContext) -> list[str]:
    return [row.state for row in context.read(list_points)]


def test_several_commitments_are_kept_at_once_and_one_undo_takes_all_back(
    page: FollowUpPage, context: AppContext, kept: Kept
) -> None:
    listing = page.commitments
    listing.table.view.selectAll()
    assert "2" in listing.strip.title.text()
    assert "2" in listing.strip.many.text()  # beside the buttons, which are under one of the rows
    assert listing.strip.many.isVisible()
    press(listing, KEEP)
    listing.strip.form.words.set_value("أنجز الدورية")
    QTest.keyClick(listing.strip.form.words, Qt.Key.Key_Return)
    assert statuses(context) == ["cst.done", "cst.done"]
    rows = context.read(lambda s: list_commitments(s, TODAY))
    assert {row.status_reason for row in rows} == {"أنجز الدورية"}
    assert listing.table.model.rowCount() == 0  # the list shows open commitments
    assert kept.undo is not None
    kept.undo()
    assert statuses(context) == ["cst.overdue", "cst.overdue"]
    assert listing.table.chosen_numbers() == [0, 1]


def test_a_new_date_that_is_no_date_is_refused_in_words(
    page: FollowUpPage, context: AppContext
) -> None:
    listing = page.commitments
    listing.table.select(0)
    press(listing, POSTPONE)
    listing.strip.form.day.insert("غد بعيد")
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
    told = [label.text() for label in page.window().findChildren(QLabel) if label.isVisible()]
    assert no_day_words() in told
    assert listing.strip.form.day.text() == "غد بعيد"
    assert statuses(context) == ["cst.overdue", "cst.overdue"]
    listing.strip.form.day.setText("31/12")
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
    assert "cst.open" in statuses(context)
    assert not listing.failure.isVisible()


def test_setting_aside_needs_its_reason(page: FollowUpPage, context: AppContext) -> None:
    listing = page.commitments
    listing.table.select(0)
    press(listing, SET_ASIDE)
    QTest.keyClick(listing.strip.form.words, Qt.Key.Key_Return)
    assert listing.failure.isVisible()
    assert statuses(context) == ["cst.overdue", "cst.overdue"]


def test_a_point_is_answered_its_reply_given_and_it_is_closed(
    page: FollowUpPage, context: AppContext
) -> None:
    page.tabs.setCurrentIndex(1)
    listing = page.points
    listing.choices["kind"].set_value("concern")
    listing.refresh()
    listing.table.select(0)
    press(listing, ANSWER)
    listing.strip.form.words.set_value("أصلحت الإنارة")
    QTest.keyClick(listing.strip.form.words, Qt.Key.Key_Return)
    press(listing, REPLY_GIVEN)
    listing.strip.form.words.set_value("رئيس الجمعية")
    listing.strip.form.more.insert("هاتفيا")
    listing.strip.form.day.insert("20/10/2026")
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
    press(listing, CLOSE)
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)  # today is preset
    (row,) = (row for row in context.read(list_points) if row.kind == "concern")
    assert (row.reply, row.given_to, row.given_on) == (
        "أصلحت الإنارة", "رئيس الجمعية", date(2026, 10, 20),
    )  # fmt: skip
    assert (row.state, row.closed_on) == ("closed", clock.today())
    assert CLOSE.title() not in words_of(listing.strip.commands())


def test_a_point_that_was_closed_earlier_is_dated_so_but_not_before_its_meeting(
    page: FollowUpPage, context: AppContext
) -> None:
    page.tabs.setCurrentIndex(1)
    listing = page.points
    listing.choices["kind"].set_value("concern")
    listing.refresh()
    listing.table.select(0)
    tomorrow = clock.today() + timedelta(days=1)
    press(listing, ANSWER)
    QTest.keyClick(listing.strip.form.words, Qt.Key.Key_Return)

    def close_on(typed: str) -> date | None:
        listing.strip.form.day.setText(typed)
        QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
        (row,) = (row for row in context.read(list_points) if row.kind == "concern")
        return row.closed_on

    press(listing, CLOSE)
    for typed in ("30/09/2026", f"{tomorrow:%d/%m/%Y}"):
        assert close_on(typed) is None
        assert "01/10/2026" in listing.failure.words
    assert close_on("01/10/2026") == date(2026, 10, 1)
    assert not listing.failure.isVisible()


def test_a_point_under_study_is_not_called_answered(
    page: FollowUpPage,
) -> None:
    listing = page.points
    page.tabs.setCurrentIndex(1)
    listing.table.select(0)
    press(listing, ANSWER)
    listing.strip.form.choice.set_value("out.under_study")
    QTest.keyClick(listing.strip.form.words, Qt.Key.Key_Return)
    model = listing.table.model
    shown = {
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    }
    assert entry("out.under_study").ar in shown


def test_points_are_passed_on_together_and_one_undo_takes_all_back(
    page: FollowUpPage, context: AppContext, kept: Kept
) -> None:
    listing = page.points
    page.tabs.setCurrentIndex(1)
    before = states(context)
    listing.table.view.selectAll()
    press(listing, REFER)
    listing.strip.form.choice.set_value("rf.health")
    listing.strip.form.day.setText("20102026")
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
    sent = [row for row in context.read(list_referrals) if row.to == "rf.health"]
    assert {row.topic for row in sent} == {row.topic for row in context.read(list_points)}
    assert {row.sent_on for row in sent} == {date(2026, 10, 20)}
    assert states(context) == ["referred", "referred"]
    assert kept.undo is not None
    kept.undo()
    assert not [row for row in context.read(list_referrals) if row.to == "rf.health"]
    assert states(context) == before


def test_a_point_is_answered_by_a_promise_which_stands_in_its_list(
    page: FollowUpPage, context: AppContext, kept: Kept
) -> None:
    listing = page.points
    page.tabs.setCurrentIndex(1)
    listing.choices["kind"].set_value("concern")
    listing.refresh()
    listing.table.select(0)
    (point,) = listing.rows()
    press(listing, PROMISE)
    form = listing.strip.form
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    told = [label.text() for label in page.window().findChildren(QLabel) if label.isVisible()]
    assert _("A day is needed here. Type it as 05/01/2026.") in told  # under its field
    assert not listing.failure.isVisible()
    form.day.setText("31122026")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert listing.failure.isVisible()  # its words
    form.words.set_value("Deux lampes")
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert not listing.failure.isVisible()
    (made,) = (
        row for row in context.read(lambda s: list_commitments(s, TODAY))
        if row.text == "Deux lampes"
    )  # fmt: skip
    assert (made.language, made.owner, made.due_on) == ("fr", "office", date(2026, 12, 31))
    assert (made.meeting, made.status) == (point.meeting, "cst.open")
    assert [row.state for row in listing.rows()] == ["committed"]
    assert page.commitments.table.model.rowCount() == 3
    assert kept.undo is not None
    kept.undo()
    assert page.commitments.table.model.rowCount() == 2
    assert [row.state for row in listing.rows()] == [point.state]


def test_an_answer_to_a_referral_is_recorded(page: FollowUpPage, context: AppContext) -> None:
    page.tabs.setCurrentIndex(2)
    listing = page.referrals
    listing.table.select(0)
    press(listing, ANSWER_RECEIVED)
    listing.strip.form.words.set_value("تم الإصلاح")
    listing.strip.form.day.selectAll()  # as Tab does
    listing.strip.form.day.insert("25102026")
    QTest.keyClick(listing.strip.form.day, Qt.Key.Key_Return)
    (row,) = context.read(list_referrals)
    assert (row.answer, row.answered_on) == ("تم الإصلاح", date(2026, 10, 25))


def test_a_row_that_the_filters_hide_is_shown_when_asked_for(
    page: FollowUpPage, context: AppContext
) -> None:
    page.points.choices["state"].set_value("closed")
    page.points.refresh()
    assert page.points.table.model.rowCount() == 0
    wanted = context.read(list_points)[-1]
    page.show_record(wanted.uid)
    assert page.stack.currentWidget() is page.points
    assert [row.uid for row in page.points.rows()] == [wanted.uid]


def test_the_history_of_its_meeting_opens_beside_a_row(page: FollowUpPage) -> None:
    listing = page.commitments
    listing.table.select(0)
    do(listing.strip.commands(), _("History"))
    (dialog,) = page.findChildren(HistoryDialog)
    assert dialog.isVisible()
    dialog.reject()
    listing.table.view.selectAll()
    assert _("History") not in words_of(listing.strip.commands())


def test_what_headquarters_replied_stands_under_the_point(
    page: FollowUpPage, context: AppContext
) -> None:
    point = context.read(list_points)[0]
    with context.office.database.write(Actor.HEADQUARTERS) as session:
        change_office(session, makers.headquarters_draft())
        reply_to_point(session, point.uid, ReplyDraft("ستُصلح الإنارة", "ar", TODAY))
    page.show_record(point.uid)
    assert page.points.beside is not None
    assert "ستُصلح الإنارة" in page.points.beside.words


def test_words_have_the_room_that_is_left_beside_what_is_known(page: FollowUpPage) -> None:
    page.resize(1182, 736)  # of a window of 1366
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    assert page.points.beside is not None
    assert page.points.beside.isVisible()
    assert page.points.table.view.columnWidth(0) >= 212
