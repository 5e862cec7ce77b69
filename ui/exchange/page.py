"""The page of exchange: to send, received, to review, stations, and the log."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.context import AppContext
from ui.exchange.log_pane import LogPane
from ui.exchange.receive_pane import ReceivePane
from ui.exchange.review_pane import ReviewPane
from ui.exchange.send_pane import SendPane
from ui.exchange.stations_pane import StationsPane
from ui.exchange.sticks import Brought
from ui.widgets.keys import on_keys
from ui.widgets.page import Narrowing, Page
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline

SEND, RECEIVE, REVIEW, STATIONS, LOG = range(5)
_PLACES = {"send": SEND, "import": RECEIVE, "review": REVIEW, "stations": STATIONS}
# Everything that came in may change any page.
_ALL = frozenset(
    {"meeting", "point", "commitment", "referral", "partner", "person", "reply", "entry", "bundle"}
)


class ExchangePage(Page):
    """Shows what a stick brings where the line at the bottom offered it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.send = SendPane(context)
        self.receive = ReceivePane(context)
        self.review = ReviewPane(context)
        self.stations = StationsPane(context)
        self.log = LogPane(context)
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._is_stale = False
        self._build()
        self._connect()
        self.retranslate()

    def show_record(self, uid: UUID) -> None:
        """Choose the office that is to be answered."""
        self.tabs.setCurrentIndex(SEND)
        self.send.answer(uid)

    def begin(self, what: str) -> None:
        """Begin to "send" or to "import", or show what to "review" or the "stations"."""
        self.tabs.setCurrentIndex(_PLACES[what])
        if what == "send":
            self.send.refresh()
        if what == "import":
            self.receive.ask()

    def narrow(self, given: Narrowing) -> None:
        """Try what sticks brought."""
        if isinstance(given.wanted, Brought):
            self.tabs.setCurrentIndex(RECEIVE)
            self.receive.try_paths(given.wanted.paths)

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+Tab", lambda: _("Next part of the page")),
            Shortcut("Ctrl+Shift+Tab", lambda: _("Previous part of the page")),
            Shortcut("Ctrl+I", lambda: _("Import files")),
        )

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Parts of the page"))
        for number, words in enumerate(
            (_("To send"), _("Files received"), _("To review"), _("Stations"), _("Log of files"))
        ):
            self.tabs.setTabText(number, words)
        self._show_count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _show_count(self) -> None:
        count = len(self.review.cards)
        words = _("To review")
        self.tabs.setTabText(REVIEW, f"{words} {isolate(str(count))}" if count else words)

    def _take_in(self) -> None:
        """What came in is everywhere at once."""
        self._context.changes.happened.emit(_ALL)

    def _refresh_if_shown(self) -> None:
        """What would leave takes time to find out: not at each change made on other pages."""
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._is_stale = False
        for pane in (self.send, self.review, self.stations, self.log):
            pane.refresh()
        self._show_count()

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
        column.addWidget(PageHeader(lambda: _("Exchange")))
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        for keys, do in (
            ("Ctrl+Tab", lambda: self._go(1)),
            ("Ctrl+Shift+Tab", lambda: self._go(-1)),
            ("Ctrl+I", lambda: self.begin("import")),
        ):
            on_keys(self, keys, do)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.send.enrolling.connect(lambda: self.begin("stations"))
        self.receive.imported.connect(self._take_in)
        self.review.finished.connect(self.tabs.setFocus)
        self.receive.renewed.connect(lambda: self.begin("send"))
        self.stations.renewed.connect(lambda: self.begin("send"))
        for pane in (self.send, self.review):
            pane.meeting_asked.connect(lambda uid: self._context.open_page("meetings", uid))
        self._context.changes.happened.connect(lambda _topics: self._refresh_if_shown())
        self._context.changes.plugged.connect(self.send.follow_sticks)
