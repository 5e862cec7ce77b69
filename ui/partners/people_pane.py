"""The people of a partner, added, changed and deleted in place."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.people import PersonRow
from outreach_app.services.people import delete_person, restore_person
from ui.context import AppContext
from ui.partners.names import name_of, show_day, show_number
from ui.partners.person_form import PersonForm
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated
from ui.words import either


class PeoplePane(Translated):
    """A card for each person; the form takes their place while it is open."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._partner: UUID | None = None
        self._people: tuple[PersonRow, ...] = ()
        self.form: PersonForm | None = None
        self.add = Button(lambda: _("Add a person"), "plus")
        self._cards = QVBoxLayout()
        self._form_place = QVBoxLayout()
        self._build()
        self.add.clicked.connect(lambda: self.open_form(None))

    def show_people(self, partner: UUID, people: Sequence[PersonRow]) -> None:
        """Show the people; an open form of another partner closes."""
        if partner != self._partner:
            self._close_form()
        self._partner, self._people = partner, tuple(people)
        self.retranslate()

    def open_form(self, uid: UUID | None) -> None:
        """Open the form with a person, or empty."""
        if self._partner is None:
            return
        self._close_form()
        self.form = PersonForm(self._context, self._partner, uid)
        self.form.finished.connect(self._close_form)
        self._form_place.addWidget(self.form)
        self.add.hide()

    def retranslate(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not self._people:
            self._cards.addWidget(note(lambda: _("Nobody yet. Add who speaks for this partner.")))
        for row in self._people:
            self._cards.addWidget(self._card(row))

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.add.show()

    def delete(self, row: PersonRow) -> None:
        """Delete a person, with a way back."""

        def undo() -> None:
            said = _("Restored: {name}").format(name=isolate(name_of(row)))
            self._context.write(lambda store: restore_person(store, row.uid), said)

        said = _("Deleted: {name}").format(name=isolate(name_of(row)))
        self._context.write(lambda store: delete_person(store, row.uid, row.version), said, undo)

    def _card(self, row: PersonRow) -> QWidget:
        card = QWidget()
        layout = QVBoxLayout(card)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        head = QHBoxLayout()
        name = Label()
        name.setText(name_of(row))
        name.setWordWrap(True)
        head.addWidget(name, 1)
        change = IconButton(lambda: _("Edit"), "pencil-simple")
        change.clicked.connect(lambda: self.open_form(row.uid))
        delete = IconButton(lambda: _("Delete"), "trash")
        delete.clicked.connect(lambda: self.delete(row))
        head.addWidget(change)
        head.addWidget(delete)
        layout.addLayout(head)
        for text in _lines_of(row):
            line = note()
            line.setText(text)
            layout.addWidget(line)
        layout.addWidget(Hairline())
        return card

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(small_title(lambda: _("People")))
        layout.addLayout(self._cards)
        layout.addLayout(self._form_place)
        layout.addWidget(self.add)


def _lines_of(row: PersonRow) -> list[str]:
    informed = _("Informed on {date}")
    lines = [
        either(row.capacity_ar, row.capacity_fr),
        show_number(row.phone) if row.phone else "",
        isolate(row.email) if row.email else "",
        informed.format(date=show_day(row.informed_on)) if row.informed_on else "",
    ]
    return [line for line in lines if line]
