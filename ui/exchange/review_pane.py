"""The review tab: conflicts between computers, and received values that could not be used."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.exchange.importing.oddities import (
    OddityRow,
    list_oddities,
    note_oddity,
    show_oddity_again,
)
from outreach_app.i18n import gettext as _
from outreach_app.queries.conflicts import ConflictRow, list_conflicts
from outreach_app.services.conflicts import reopen_conflict, review_conflict
from outreach_app.services.undo import Change
from ui.actions.undoable import write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.exchange.conflict_card import ConflictCard, title_of
from ui.exchange.oddity_card import OddityCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.translated import Translated

ReviewCard = ConflictCard | OddityCard
RowT = TypeVar("RowT")
_Titled = Sequence[tuple[RowT, str]]


class ReviewPane(Translated):
    """One card for each conflict, then one for each oddity.

    A conflict's card keeps its choices until it is settled. `meeting_asked` carries
    the meeting concerned; `finished` is emitted when the last one was settled.
    """

    meeting_asked = Signal(object)
    finished = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.cards: list[ConflictCard] = []
        self.oddities: list[OddityCard] = []
        self._column = QVBoxLayout()
        self.area = QScrollArea(widgetResizable=True)
        self.nothing = EmptyState(
            "check-circle",
            lambda: _("Nothing to review"),
            lambda: _("Conflicting changes made on two computers are shown here."),
        )
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the conflicts and oddities again."""
        self._show(*self._context.read(_list_titled))

    def retranslate(self) -> None:
        self.refresh()

    @property
    def every(self) -> list[ReviewCard]:
        """The cards in their order on the screen."""
        return [*self.cards, *self.oddities]

    def _show(self, conflicts: _Titled[ConflictRow], oddities: _Titled[OddityRow]) -> None:
        """Show these, each with its title; unchanged cards are kept."""
        before, former = self.every, {card.row.id: card for card in self.cards}
        self.cards = [self._card(row, title, former.get(row.id)) for row, title in conflicts]
        self.oddities = [self._odd_card(row, title) for row, title in oddities]
        for card in before:
            if card not in self.every:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        for place, card in enumerate(self.every):
            if self._column.indexOf(card) < 0:
                self._column.insertWidget(place, card)
        for one, other in pairwise(stop for card in self.every for stop in card.stops()):
            self.setTabOrder(one, other)  # a restored one would be the last
        self.nothing.setVisible(not self.every)
        self.area.setVisible(bool(self.every))

    def _card(self, row: ConflictRow, title: str, former: ConflictCard | None) -> ConflictCard:
        if former is not None and (former.row, former.title) == (row, title):
            return former
        card = ConflictCard(row, title)
        if former is not None:
            card.choose_as(former)
        card.settled.connect(partial(self._settle, card))
        card.meeting_asked.connect(self.meeting_asked)
        return card

    def _odd_card(self, row: OddityRow, title: str) -> OddityCard:
        for card in self.oddities:
            if (card.row, card.title) == (row, title):
                return card
        card = OddityCard(row, title)
        card.noted.connect(partial(self._note, card))
        card.meeting_asked.connect(self.meeting_asked)
        return card

    def _note(self, card: OddityCard) -> None:
        """Mark an oddity as seen, with Undo."""
        context, place, record = self._context, self.every.index(card), card.row.record

        def undone() -> None:
            self._tell(())
            self._go_to(next(card for card in self.oddities if card.row.record == record))

        write_undoable(
            context,
            lambda session: note_oddity(session, record),
            _("Seen: {record}.").format(record=card.title),
            take_back=lambda session, _changes: show_oddity_again(session, record),
            undone=undone,
        )
        self._tell(())
        self._go_on(place)

    def _settle(self, card: ConflictCard, restored: Sequence[str]) -> None:
        context, place, conflict = self._context, self.cards.index(card), card.row.id

        def undone() -> None:
            self._tell(changes)
            self._go_to(next(card for card in self.cards if card.row.id == conflict))

        changes = write_undoable(
            context,
            lambda session: review_conflict(session, conflict, restored),
            _("Settled: {record}.").format(record=card.title),
            take_back=lambda session, changes: reopen_conflict(session, conflict, changes),
            undone=undone,
        )
        self._tell(changes)
        self._go_on(place)

    def _go_on(self, place: int) -> None:
        """Focus the card now at this index, or emit `finished` if none is left."""
        if self.every:
            self._go_to(self.every[min(place, len(self.every) - 1)])
        else:
            self.finished.emit()

    def _tell(self, changes: Sequence[Change]) -> None:
        """Reload the cards; notify the other views if no record changed."""
        if not changes:
            self._context.changes.tell({Topic.CONFLICT})
        self.refresh()

    def _go_to(self, card: ReviewCard) -> None:
        if self.isVisible():
            card.take_focus()
            # Queued: a restored card has its position only once it is laid out.
            QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card))

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(16)
        column.addLayout(self._column)
        column.addStretch(1)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.nothing, 1)


def _list_titled(
    session: StoreSession,
) -> tuple[_Titled[ConflictRow], _Titled[OddityRow]]:
    conflicts, oddities = list_conflicts(session), list_oddities(session)
    return (
        [(row, title_of(session, row)) for row in conflicts],
        [(row, title_of(session, row)) for row in oddities],
    )
