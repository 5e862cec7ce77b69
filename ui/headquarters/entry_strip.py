"""The strip under the catalogue: the chosen entry, and its form."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.errors import InvalidDraft
from outreach_app.i18n import gettext as _
from outreach_app.services.catalogue_entries import EntryDraft
from outreach_app.vocabulary import is_of_file
from ui.forms.editors import LineEditor
from ui.forms.form import Field, Form
from ui.headquarters.entry_lines import EntryLine, title_of
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.keys import on_keys
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import column_in, row_of
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Translated

_ROWS = (
    (Field("code", lambda: _("Code"), LineEditor, is_required=True, width=160),
     Field("ar", lambda: _("In Arabic"), LineEditor, is_required=True),
     Field("fr", lambda: _("In French"), LineEditor, is_required=True)),
)  # fmt: skip


class EntryStrip(Translated, Surface):
    """The chosen entry. `given` carries a draft; `withdraw_asked` asks to withdraw the entry.

    `given_up` is emitted on Esc; Enter in a field saves.
    """

    given = Signal(object)
    given_up = Signal()
    withdraw_asked = Signal()

    def __init__(self) -> None:
        super().__init__("win")
        self.line: EntryLine | None = None
        self.title = small_title()
        self.advice = note()
        self.word = Button(lambda: _("Reword"), "pencil-simple")
        self.withdraw = Button(lambda: _("Withdraw"), "minus-circle")
        self.form: Form[EntryDraft] = Form(_ROWS, EntryDraft("", "", ""), lambda _draft: ())
        self.confirm = Button(lambda: _("Save"), "floppy-disk")
        self.give_up = FlatButton(lambda: _("Cancel"))
        self._writing = QWidget()
        self._build()
        self._connect()
        self.retranslate()

    def show_line(self, line: EntryLine | None) -> None:
        """Show an entry and its actions."""
        self.line = line
        self._writing.hide()
        self.retranslate()

    def begin(self, draft: EntryDraft) -> None:
        """Write a new entry."""
        self.line = None
        self.title.setText(_("New entry"))
        self.advice.setText(_("The precincts receive it with the next answers."))
        self._open(draft, "code")

    def reword(self) -> None:
        """Reword the chosen entry; this also restores a withdrawn one."""
        if self.line is not None:
            if self.line.fr[:1].islower():
                self.advice.setText(_("In French without a capital: the program adds it."))
            self._open(EntryDraft(self.line.code, self.line.ar, self.line.fr), "ar")

    def retranslate(self) -> None:
        line = self.line
        is_writing = not self._writing.isHidden()
        self.word.setVisible(line is not None and not is_writing)
        can_withdraw = line is not None and line.entry is not None and not line.is_withdrawn
        self.withdraw.setVisible(can_withdraw and not is_writing)
        if is_writing:
            return
        if line is None:
            self.title.setText(_("Choose an entry to reword it."))
            self.advice.setText("")
            return
        self.title.setText(title_of(line.code))
        self.advice.setText(_advice(line))

    def _open(self, draft: EntryDraft, first: str) -> None:
        self.form.show_draft(draft)
        self.form.field("code").setEnabled(self.line is None)
        self._writing.show()
        self.word.hide()
        self.withdraw.hide()
        self.form.field(first).focus()

    def _give(self) -> None:
        try:
            draft = self.form.draft()
        except InvalidDraft:
            return  # the form shows it at the field
        self.given.emit(EntryDraft(draft.code or "", draft.ar or "", draft.fr or ""))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addLayout(row_of(self.word, self.withdraw))
        writing = column_in(self._writing, 8)
        writing.addWidget(self.form)
        writing.addLayout(row_of(self.confirm, self.give_up))
        column.addWidget(self._writing)
        self._writing.hide()

    def _connect(self) -> None:
        self.word.clicked.connect(self.reword)
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.confirm.clicked.connect(self._give)
        self.give_up.clicked.connect(self.given_up)
        on_keys(self._writing, "Esc", self.given_up.emit)
        for keys in ("Return", "Enter"):
            on_keys(self.form, keys, self._give)


def _advice(line: EntryLine) -> str:
    if line.is_withdrawn:
        return _("It is no longer offered; records that have it keep its words.")
    if line.entry is None:
        return _("As supplied with the program. Reword it for all precincts if needed.")
    if is_of_file(line.code):
        return _("Reworded by headquarters; if withdrawn, it gets its former words back.")
    return _("Added by headquarters; if withdrawn, it is no longer offered.")
