"""What was said with a partner, what was promised, and what was done to its record."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from outreach_app.queries.histories import list_history
from ui.context import AppContext
from ui.history.history_list import HistoryList
from ui.partners.timeline import Timeline
from ui.partners.timeline_entries import list_commitment_entries, list_entries
from ui.widgets.labels import note
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

_TIMELINE, _COMMITMENTS, _HISTORY = range(3)


class PartnerTabs(Translated):
    """Timeline, commitments and history, read when shown. `opened` carries a meeting’s uid."""

    opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._details: PartnerDetails | None = None
        self.bar = QTabBar(drawBase=False, expanding=False)
        self.silence = note(lambda: _("Nothing yet. A meeting with this partner appears here."))
        self.timeline = Timeline()
        self.commitments = Timeline()
        self.history = HistoryList()
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_partner(self, details: PartnerDetails) -> None:
        """Show a partner on the tab that is open."""
        self._details = details
        self.retranslate()

    def show_history(self) -> None:
        """Open the history."""
        self.bar.setCurrentIndex(_HISTORY)

    def retranslate(self) -> None:
        details = self._details
        if details is None:
            return
        self.timeline.show_entries(list_entries(details))
        self.commitments.show_entries(list_commitment_entries(details))
        self.bar.setTabText(_TIMELINE, _("Timeline"))
        count = isolate(str(len(details.commitments)))
        self.bar.setTabText(_COMMITMENTS, _("Commitments") + f"  {count}")
        self.bar.setTabText(_HISTORY, _("History"))
        self.bar.setAccessibleName(_("What is shown of the partner"))
        self._show_tab()

    def _show_tab(self) -> None:
        tab = self.bar.currentIndex()
        self._stack.setCurrentIndex(tab)
        if self._details is None:
            return
        lists = {_TIMELINE: self.timeline, _COMMITMENTS: self.commitments}
        self.silence.setVisible(tab in lists and not lists[tab].count())
        if tab == _HISTORY:
            uid: UUID = self._details.row.uid
            self.history.show_entries(self._context.read(lambda store: list_history(store, uid)))

    def _build(self) -> None:
        for _tab in range(3):
            self.bar.addTab("")
        for widget in (self.timeline, self.commitments, self.history):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(Hairline())
        column.addWidget(self.silence)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(lambda _tab: self._show_tab())
        self.timeline.opened.connect(self.opened)
        self.commitments.opened.connect(self.opened)
