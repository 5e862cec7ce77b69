"""The page of follow-up: commitments, points and referrals, until they are closed."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.offices import list_office_places
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.points import PointRow
from outreach_app.queries.records import find_place
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.referrals import ReferralRow
from ui.context import AppContext
from ui.follow_up.consolidated import consolidated
from ui.follow_up.listing import Listing
from ui.follow_up.subjects import COMMITMENTS, POINTS, REFERRALS
from ui.forms.territories import Precincts
from ui.widgets.keys import on_keys
from ui.widgets.page import Narrowing, Page
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline

AnyListing = (
    Listing[CommitmentRow, CommitmentFilter]
    | Listing[PointRow, PointFilter]
    | Listing[ReferralRow, ReferralFilter]
)

# The filter of each list, in the order of their tabs.
_FILTERS = (CommitmentFilter, PointFilter, ReferralFilter)
_TOPICS = {"meeting", "point", "commitment", "referral", "partner", "identity", "reply"}


class FollowUpPage(Page):
    """Three lists under tabs; Ctrl+Tab goes to the next."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._precincts = Precincts(lambda: context.read(list_office_places))
        commitments, points, referrals = COMMITMENTS, POINTS, REFERRALS
        if context.is_headquarters:
            commitments, points, referrals = consolidated(self._precincts)
        self.commitments = Listing(context, commitments)
        self.points = Listing(context, points)
        self.referrals = Listing(context, referrals)
        self._listings: dict[str, AnyListing] = {
            "commitment": self.commitments,
            "point": self.points,
            "referral": self.referrals,
        }
        self.tabs = QTabBar()
        self.stack, self._exports = QStackedWidget(), QStackedWidget()
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

    def narrow(self, given: Narrowing) -> None:
        """Show the part of one list that its filter wants."""
        for place, (wanted, listing) in enumerate(
            zip(_FILTERS, self._listings.values(), strict=True)
        ):
            if isinstance(given.wanted, wanted):
                self.tabs.setCurrentIndex(place)
                listing.narrow(given)

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
        header = PageHeader(lambda: _("Follow-up"))
        for listing in self._listings.values():
            self._exports.addWidget(listing.export)
        self._exports.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        header.add_action(self._exports)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+Tab", self._show_next)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.tabs.currentChanged.connect(self._exports.setCurrentIndex)
        for listing in self._listings.values():
            listing.meeting_opened.connect(lambda uid: self._context.open_page("meetings", uid))
        self._context.changes.happened.connect(self._refresh)

    def _show_next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _refresh(self, topics: frozenset[str]) -> None:
        if topics & _TOPICS:
            self._precincts.refresh()
            for listing in self._listings.values():
                listing.take_in()
