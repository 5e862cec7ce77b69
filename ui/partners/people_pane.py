"""The people of a partner: a card for each."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.access_log import Act
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.people import PersonRow
from outreach_app.rights import Right
from outreach_app.services.people import delete_person, restore_person
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.history.dialog import HistoryDialog
from ui.partners.names import name_of
from ui.partners.person_card import PersonCard
from ui.widgets.buttons import Button
from ui.widgets.labels import note, small_title
from ui.widgets.reading_order import order_children
from ui.widgets.translated import Translated


class PeoplePane(Translated):
    """The people of a partner. `form_asked` carries the uid to edit, None for a new person."""

    form_asked = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._people: tuple[PersonRow, ...] = ()
        self._chosen: UUID | None = None
        self._unlogged: str | None = None
        self.cards: list[PersonCard] = []
        self.add = Button(lambda: _("Add a person"), "plus")
        self._column = QVBoxLayout(self)
        self._cards = QVBoxLayout()
        self.add.offer(is_allowed=context.may(Right.RECORD))
        self._build()
        self.add.clicked.connect(lambda: self.form_asked.emit(None))

    def show_people(self, people: Sequence[PersonRow], chosen: UUID | None) -> None:
        """Show the people, marking the one searched for; nobody if access cannot be logged."""
        self._unlogged = self._context.tell_log(Act.SEEN, [row.uid for row in people])
        self._people = () if self._unlogged else tuple(people)
        self._chosen = chosen
        self.retranslate()

    def retranslate(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._unlogged:
            said = note(tone="warn")
            said.setText(self._unlogged)
            self._cards.addWidget(said)
        elif not self._people:
            advice = self._context.invite(
                lambda: _("Nobody yet. Add who speaks for this partner."), lambda: _("Nobody yet.")
            )
            self._cards.addWidget(note(advice))
        self.cards = [self._card(row) for row in self._people]
        for card in self.cards:
            self._cards.addWidget(card)
        order_children(self._column)

    def delete(self, row: PersonRow) -> None:
        """Delete a person, with Undo."""
        said = _("Deleted: {name}").format(name=isolate(name_of(row)))
        write_undoable(
            self._context,
            lambda store: delete_person(store, row.uid, row.version),
            said,
            take_back=lambda store, _changes: restore_person(store, row.uid),
        )

    def show_history(self, row: PersonRow) -> None:
        """Show the history of a person."""
        HistoryDialog(self._context, row.uid, name_of(row), self).open()

    def _card(self, row: PersonRow) -> PersonCard:
        card = PersonCard(row, is_chosen=row.uid == self._chosen)
        card.change.setVisible(self._context.may(Right.NAMES))
        card.delete.setVisible(self._context.may(Right.REMOVE))
        card.change.clicked.connect(partial(self.form_asked.emit, row.uid))
        card.history.clicked.connect(partial(self.show_history, row))
        card.delete.clicked.connect(partial(self.delete, row))
        return card

    def _build(self) -> None:
        layout = self._column
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        title = QWidget()
        line = QVBoxLayout(title)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(small_title(lambda: _("People")))
        layout.addWidget(title)
        layout.addLayout(self._cards)
        layout.addWidget(self.add)
