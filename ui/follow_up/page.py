"""The page of follow-up: commitments, points and referrals, until they are closed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.records import find_place
from outreach_app.queries.referrals import ReferralRow
from ui.context import AppContext
from ui.follow_up.listing import Listing
from ui.follow_up.subjects import COMMITMENTS, POINTS, REFERRALS
from ui.widgets.page import Page
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline

AnyListing = Listing[CommitmentRow] | Listing[PointRow] | Listing[ReferralRow]

_TOPICS = {"meeting", "point", "commitment", "referral", "partner", "identity"}


class FollowUpPage(Page):
    """Three lists under tabs; Ctrl+Tab goes to the next."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.commitments = Listing(context, COMMITMENTS)
        self.points = Listing(context, POINTS)
        self.referrals = Listing(context, REFERRALS)
        self._listings: dict[str, AnyListing] = {
            "commitment": self.commitments,
            "point": self.points,
            "referral": self.referrals,
        }
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    def show_record(self, uid: UUID) -> None:
        """Show a commitment, a point or a referral in its list."""
        place = self._context.read(lambda session: find_place(session, uid))
        if place is None:
            return
        entity, record = place
        if entity in self._listings:
            self.tabs.setCurrentIndex(list(self._listings).index(entity))
            self._listings[entity].show_place(record)

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+Tab", lambda: _("Next list")),
            Shortcut("Enter", lambda: _("Open the meeting")),
        )

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Lists"))
        for number, listing in enumerate(self._listings.values()):
            self.tabs.setTabText(number, listing.title())

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for listing in self._listings.values():
            self.tabs.addTab("")
            self.stack.addWidget(listing)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(lambda: _("Follow-up")))
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        following = QShortcut(QKeySequence("Ctrl+Tab"), self)
        following.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.activated.connect(self._show_next)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        for listing in self._listings.values():
            listing.meeting_opened.connect(lambda uid: self._context.open_page("meetings", uid))
        self._context.changes.happened.connect(self._refresh)

    def _show_next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _refresh(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            for listing in self._listings.values():
                listing.refresh()
