"""Conflicts to review: what two computers wrote of one thing, side by side, field by field."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.queries.conflicts import ConflictRow, list_conflicts
from outreach_app.services.conflicts import review_conflict
from ui.context import AppContext
from ui.exchange.conflict_card import ConflictCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.translated import Translated


class ReviewPane(Translated):
    """Each conflict is a card; `meeting_asked` carries the meeting it is about."""

    meeting_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.conflicts: list[ConflictRow] = []
        self.cards: list[ConflictCard] = []
        self._column = QVBoxLayout()
        self._area = QScrollArea(widgetResizable=True)
        self.nothing = EmptyState(
            "check-circle",
            lambda: _("Nothing to review"),
            lambda: _("What two computers write of the same thing apart is shown here."),
        )
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the conflicts again."""
        self.conflicts = self._context.read(list_conflicts)
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(row) for row in self.conflicts]
        for card in self.cards:
            self._column.addWidget(card)
        self.nothing.setVisible(not self.conflicts)
        self._area.setVisible(bool(self.conflicts))

    def retranslate(self) -> None:
        self.refresh()

    def _card(self, row: ConflictRow) -> ConflictCard:
        card = ConflictCard(self._context, row)
        card.settled.connect(partial(self._settle, row))
        card.meeting_asked.connect(self._ask_meeting)
        return card

    def _settle(self, row: ConflictRow, restored: Sequence[str]) -> None:
        self._context.write(
            lambda session: review_conflict(session, row.id, restored), _("Settled.")
        )
        self.refresh()

    def _ask_meeting(self, meeting: UUID) -> None:
        self.meeting_asked.emit(meeting)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(16)
        column.addLayout(self._column)
        column.addStretch(1)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.nothing, 1)
