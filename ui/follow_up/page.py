"""The page of follow-up: commitments, points and referrals, until they are closed."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.offices import list_office_places
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.points import PointRow
from outreach_app.queries.records import find_place
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.saved_filters import FilterT
from outreach_app.rights import Right
from ui.changes import Topic
from ui.context import AppContext
from ui.draft_requests import ContinuePromise
from ui.follow_up.consolidated import consolidated
from ui.follow_up.promise_form import PromiseForm
from ui.follow_up.subjects import COMMITMENTS, POINTS, REFERRALS, Followed, remark_of
from ui.forms.territories import Precincts
from ui.history.dialog import HistoryDialog
from ui.listings.listing import Listing
from ui.listings.subject import Subject, Way
from ui.page import Page
from ui.requests import (
    FollowUpRequest,
    LogSession,
    OpenFollowed,
    OpenMeeting,
    OpenRemark,
    ShowFollowed,
)
from ui.widgets.buttons import primary_button
from ui.widgets.commands import Command
from ui.widgets.form_beside import FormBeside
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.shortcuts import DETAILS, Shortcut
from ui.widgets.surfaces import Hairline

RowT = TypeVar("RowT", bound=Followed)
AnyListing = (
    Listing[CommitmentRow, CommitmentFilter]
    | Listing[PointRow, PointFilter]
    | Listing[ReferralRow, ReferralFilter]
)


class FollowUpPage(Page[FollowUpRequest]):
    """Three lists under tabs; Ctrl+Tab goes to the next."""

    topics = frozenset(
        {
            Topic.MEETING,
            Topic.POINT,
            Topic.COMMITMENT,
            Topic.REFERRAL,
            Topic.PARTNER,
            Topic.IDENTITY,
            Topic.REPLY,
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._precincts = Precincts(lambda: context.read(list_office_places))
        commitments, points, referrals = COMMITMENTS, POINTS, REFERRALS
        if context.is_headquarters:
            commitments, points, referrals = consolidated(self._precincts)
        promising = Command(lambda: _("Add a commitment"), "plus", self.promise)
        begin = (promising,) if self._can_promise else ()
        self.commitments = Listing(context, commitments, self._ways(commitments), begin)
        logging = Command(lambda: _("New session"), "plus", self._log_session)
        come_from = (logging,) if self._can_promise else ()  # a session has the points
        self.points = Listing(context, points, self._ways(points), come_from)
        self.referrals = Listing(context, referrals, self._ways(referrals), come_from)
        self._listings: dict[str, AnyListing] = {
            "commitment": self.commitments,
            "point": self.points,
            "referral": self.referrals,
        }
        self.add = primary_button(lambda: _("Add a commitment"), "plus", "Ctrl+N")
        self.promise_form = PromiseForm(context)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self.beside = FormBeside(self.stack, self.promise_form)
        self._build()
        self._connect()
        self.retranslate()

    def take(self, request: FollowUpRequest) -> None:
        match request:
            case OpenFollowed(uid):
                self.show_record(uid)
            case ContinuePromise(key):
                self.promise()
                self.promise_form.resume_key(key)
            case ShowFollowed(wanted, words):
                listing = self._listing_of(wanted)
                self.tabs.setCurrentIndex(self.stack.indexOf(listing))
                listing.narrow(Narrowing(wanted, words))

    def refresh(self) -> None:
        self._precincts.refresh()
        for listing in self._listings.values():
            listing.take_in()

    def show_record(self, uid: UUID) -> None:
        """Show a commitment, a point or a referral in its list."""
        place = self._context.read(lambda session: find_place(session, uid))
        if place is None:
            return
        entity, record = place
        if entity in self._listings:
            listing = self._listings[entity]
            self.tabs.setCurrentIndex(self.stack.indexOf(listing))
            listing.show_place(record)

    def promise(self) -> None:
        """Open the form of a new commitment beside the list of commitments."""
        self.tabs.setCurrentIndex(self.stack.indexOf(self.commitments))
        self.beside.show_form(self.promise_form)
        self.promise_form.start()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+N", lambda: _("Add a commitment"), Right.RECORD),
            Shortcut("Ctrl+Tab", lambda: _("Next list")),
            DETAILS,
            Shortcut("Enter", lambda: _("Open the meeting")),
        )

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Lists"))
        self._title_tabs()

    def _title_tabs(self) -> None:
        for number, listing in enumerate(self._listings.values()):
            self.tabs.setTabText(number, listing.title())

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for listing in self._listings.values():
            self.tabs.addTab("")
            self.stack.addWidget(listing)
        header = self.make_header(lambda: _("Follow-up"))
        if self._can_promise:
            header.add_action(self.add, "Ctrl+N")
        tabs = QVBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        column = column_in(self)
        column.addWidget(header)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+Tab", self._show_next)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.add.clicked.connect(self.promise)
        self.promise_form.finished.connect(self._leave_form)
        for listing in self._listings.values():
            listing.opened.connect(self._open_source)
            listing.counted.connect(self._title_tabs)

    def _ways(self, subject: Subject[RowT, FilterT]) -> tuple[Way[RowT], ...]:
        def show_history(row: RowT) -> None:
            source = row.meeting or remark_of(row)
            if source is not None:
                HistoryDialog(self._context, source, subject.words(row), self).open()

        return (
            Way(
                lambda: _("Open the meeting"),
                "chats",
                self._open_source,
                lambda row: row.meeting is not None,
            ),
            Way(lambda: _("History"), "clock-counter-clockwise", show_history, keys="F4"),
            Way(
                lambda: _("Open the remark"),
                "chat-centered-text",
                self._open_source,
                lambda row: row.meeting is None,
            ),
        )

    @property
    def _can_promise(self) -> bool:
        return self._context.may(Right.RECORD) and not self._context.is_headquarters

    def _leave_form(self, uid: UUID | None) -> None:
        self.beside.leave_form()
        if uid is not None:
            self.show_record(uid)
        self.commitments.table.take_focus()

    def _log_session(self) -> None:
        self._context.open_page(LogSession())

    def _open_source(self, row: Followed) -> None:
        """Open the meeting that a row comes from, or its remark."""
        remark = remark_of(row)
        if row.meeting is not None:
            self._context.open_page(OpenMeeting(row.meeting))
        elif remark is not None:
            self._context.open_page(OpenRemark(remark))

    def _show_next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        tuple(self._listings.values())[self.tabs.currentIndex()].table.take_focus()

    def _listing_of(self, wanted: CommitmentFilter | PointFilter | ReferralFilter) -> AnyListing:
        match wanted:
            case CommitmentFilter():
                return self.commitments
            case PointFilter():
                return self.points
            case ReferralFilter():
                return self.referrals
