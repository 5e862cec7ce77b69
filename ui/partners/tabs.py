"""The tabs of a partner: timeline, commitments, history."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import PartnerDetails
from outreach_app.queries.histories import list_history
from ui.context import AppContext
from ui.history.history_list import HistoryList
from ui.partners.timeline import Timeline
from ui.partners.timeline_entries import list_commitment_entries, list_entries
from ui.widgets.close_tabs import CloseTabs
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

_TIMELINE, _PEOPLE, _COMMITMENTS, _HISTORY = range(4)


class PartnerTabs(Translated):
    """Timeline, commitments and history, read when shown. `opened` carries a request.

    The people have a tab too if there is no space beside the tabs.
    """

    opened = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._details: PartnerDetails | None = None
        self.bar = CloseTabs()
        self.silence = note(lambda: _("Nothing yet. A meeting with this partner appears here."))
        self.timeline = Timeline()
        self.commitments = Timeline()
        self.history = HistoryList()
        self._people = QWidget()
        self._room = QVBoxLayout(self._people)
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def show_partner(self, details: PartnerDetails) -> None:
        """Show a partner on the open tab."""
        self._details = details
        self.retranslate()

    def show_history(self) -> None:
        """Open the history."""
        self.bar.setCurrentIndex(_HISTORY)

    @property
    def holds_people(self) -> bool:
        """Whether the people are in a tab."""
        return self.bar.isTabVisible(_PEOPLE)

    def take_people(self, people: QWidget) -> None:
        """Show the people in a tab of their own."""
        self._room.addWidget(people)
        self.bar.setTabVisible(_PEOPLE, True)

    def let_people_go(self) -> None:
        """Remove the tab of people: they are shown elsewhere."""
        if self.bar.currentIndex() == _PEOPLE:
            self.bar.setCurrentIndex(_TIMELINE)
        self.bar.setTabVisible(_PEOPLE, False)

    def show_people(self) -> None:
        """Open the tab of people."""
        self.bar.setCurrentIndex(_PEOPLE)

    def retranslate(self) -> None:
        details = self._details
        if details is None:
            return
        self.timeline.show_entries(list_entries(details))
        self.commitments.show_entries(list_commitment_entries(details))
        self.bar.setTabText(_TIMELINE, _("Timeline"))
        for tab, words, counted in (
            (_PEOPLE, _("People"), details.people),
            (_COMMITMENTS, _("Commitments"), details.commitments),
        ):
            self.bar.setTabText(tab, f"{words}  {isolate(str(len(counted)))}")
        self.bar.setTabText(_HISTORY, _("History"))
        self.bar.setAccessibleName(_("What is shown about the partner"))
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
        self._room.setContentsMargins(0, 0, 0, 0)
        for widget in (self.timeline, self._people, self.commitments, self.history):
            self.bar.addTab("")
            self._stack.addWidget(widget)
        self.bar.setTabVisible(_PEOPLE, False)
        column = column_in(self)
        column.addWidget(self.bar)
        column.addWidget(Hairline())
        column.addWidget(self.silence)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.currentChanged.connect(lambda _tab: self._show_tab())
        self.timeline.opened.connect(self.opened)
        self.commitments.opened.connect(self.opened)
