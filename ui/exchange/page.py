"""The exchange page: tabs to send, receive, review conflicts, manage stations, see the log."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.rights import Right
from ui.changes import EVERYTHING
from ui.context import AppContext
from ui.exchange.log_pane import LogPane
from ui.exchange.receive_pane import ReceivePane
from ui.exchange.review_pane import ReviewPane
from ui.exchange.send_pane import SendPane
from ui.exchange.stations_pane import StationsPane
from ui.page import Page
from ui.page_keys import PageKey
from ui.requests import (
    ChooseFiles,
    EnrolCard,
    ExchangeRequest,
    OpenMeeting,
    OpenPartner,
    OpenPrecinct,
    OpenPublication,
    OpenRemark,
    OpenRumour,
    ReceiveFiles,
    Request,
    ReviewConflicts,
    SendChanges,
    ShowPage,
    ShowProposals,
)
from ui.widgets.keys import on_keys
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline

SEND, RECEIVE, REVIEW, STATIONS, LOG = range(5)


class ExchangePage(Page[ExchangeRequest]):
    """All of the exchange by file, in five tabs."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.send = SendPane(context)
        self.receive = ReceivePane(context)
        self.review = ReviewPane(context)
        self.stations = StationsPane(context)
        self.log = LogPane(context)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._build()
        self._connect()
        self.retranslate()

    def take(self, request: ExchangeRequest) -> None:
        match request:
            case SendChanges(office):
                self.send.show_plan(office)
                self.tabs.setCurrentIndex(SEND)
            case ChooseFiles():
                self.tabs.setCurrentIndex(RECEIVE)
                self.receive.ask()
            case ReceiveFiles(paths):
                self.tabs.setCurrentIndex(RECEIVE)
                self.receive.try_paths(paths)
            case ReviewConflicts():
                self.tabs.setCurrentIndex(REVIEW)
            case EnrolCard():
                self.tabs.setCurrentIndex(STATIONS)
                self.stations.ask_card()

    def refresh(self) -> None:
        for pane in (self.send, self.stations, self.log):
            pane.follow_changes()
        self.review.refresh()  # its count is always in sight
        self._show_count()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+Tab", lambda: _("Next part of the page")),
            Shortcut("Ctrl+Shift+Tab", lambda: _("Previous part of the page")),
            Shortcut("Ctrl+I", lambda: _("Import files"), Right.EXCHANGE),
        )

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Parts of the page"))
        for number, words in enumerate(
            (_("To send"), _("Files received"), _("To review"), _("Stations"), _("Log of files"))
        ):
            self.tabs.setTabText(number, words)
        self._show_count()

    def _show_count(self) -> None:
        unsent = 0
        if not self._context.is_headquarters:
            unsent = self._context.read(get_exchange_state).unsent
        for tab, words, count in (
            (SEND, _("To send"), unsent),
            (REVIEW, _("To review"), len(self.review.every)),
        ):
            self.tabs.setTabText(tab, f"{words} {isolate(str(count))}" if count else words)

    def _go(self, steps: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + steps) % self.tabs.count())

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        panes: tuple[QWidget, ...] = (
            self.send, self.receive, self.review, self.stations, self.log,
        )  # fmt: skip
        for pane in panes:
            self.tabs.addTab("")
            self.stack.addWidget(pane)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.make_header(lambda: _("Exchange")))
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for keys, do in (
            ("Ctrl+Tab", lambda: self._go(1)),
            ("Ctrl+Shift+Tab", lambda: self._go(-1)),
            ("Ctrl+I", lambda: self.take(ChooseFiles())),
        ):
            on_keys(self, keys, do)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.send.enrolling.connect(lambda: self.take(EnrolCard()))
        # Imported records can be on any page.
        self.receive.imported.connect(lambda: self._context.changes.tell(EVERYTHING))
        self.review.finished.connect(self.tabs.setFocus)
        self.receive.answering.connect(lambda: self.take(SendChanges()))
        self.receive.renewed.connect(lambda: self.take(SendChanges()))
        self.stations.renewed.connect(lambda: self.take(SendChanges()))
        self.send.asked.connect(self._open_record)
        for pane in (self.send, self.receive, self.log):
            pane.office_asked.connect(self._open_office)
        self.review.meeting_asked.connect(lambda uid: self._context.open_page(OpenMeeting(uid)))
        self._context.changes.plugged.connect(self.send.follow_sticks)

    def _open_office(self, office: UUID | None) -> None:
        """Open a precinct at headquarters; at a precinct, how far it is with headquarters."""
        if not self._context.is_headquarters:
            self.take(SendChanges())
        elif office is not None and office != self._context.read(
            lambda store: get_own_office(store).uid
        ):
            self._context.open_page(OpenPrecinct(office))

    def _open_record(self, row: NamingRecord) -> None:
        requests: dict[str, Callable[[UUID], Request]] = {
            "meeting": OpenMeeting,
            "rumour": OpenRumour,
            "publication": OpenPublication,
            "remark": OpenRemark,
            "proposal": ShowProposals,
            "partner": OpenPartner,
        }
        if row.is_deleted:
            self._context.open_page(ShowPage(PageKey.TRASH))
            return
        self._context.open_page(requests[row.entity](row.uid))
