"""The card of an oddity: the unusable values, what was kept instead, who can correct them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.exchange.importing.oddities import OddityRow
from outreach_app.field_words import COLUMN_WORDS
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from ui.widgets.buttons import Button, FlatButton
from ui.widgets.labels import Label, note, small_title
from ui.widgets.menus import offer_menu_around
from ui.widgets.surfaces import Card
from ui.words import apart, either, labelled_words

_MAX = 60  # characters of a value that are shown


class OddityCard(Card):
    """A record with unusable values. `noted` is emitted when a person has seen it.

    `meeting_asked` carries the meeting concerned. Rebuilt when the language changes.
    """

    noted = Signal()
    meeting_asked = Signal(object)

    def __init__(self, row: OddityRow, title: str) -> None:
        super().__init__()
        self.row = row
        self.title = title
        self.sentence = _sentence(row)
        self.note = Button(lambda: _("Mark as seen"), "check")
        self.opening = FlatButton(lambda: _("Open the meeting"), "chats")
        self._build()
        self.note.clicked.connect(self.noted)
        self.opening.clicked.connect(lambda: self.meeting_asked.emit(self.row.meeting))
        offer_menu_around(self, self.note, self.opening)

    def stops(self) -> list[QWidget]:
        """List the widgets that the cursor visits, in order."""
        return [self.note, self.opening]

    def take_focus(self) -> None:
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        shown = ((small_title(), self.title), (Label(), self.sentence), (note(), _advice(self.row)))
        for label, words in shown:
            label.setText(words)
            label.setWordWrap(True)
            self.body.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.note)
        buttons.addWidget(self.opening)
        if self.row.meeting is None:
            self.opening.hide()
        buttons.addStretch(1)
        self.body.addLayout(buttons)


def _sentence(row: OddityRow) -> str:
    values = [
        labelled_words(_column_words(column), apart(str(value)[:_MAX]))
        for column, value in row.values.items()
    ]
    stray = [
        labelled_words(_column_words(column), _("a record of another kind or office"))
        for column in row.stray
    ]
    emptied = [labelled_words(_column_words(column), _("emptied")) for column in row.emptied]
    unusual = [
        labelled_words(_column_words(column), isolate(str(number)))
        for column, number in row.unusual.items()
    ]
    if not row.lacks:
        sentences = []
        if values or stray or emptied:
            senseless = _("Values that are not valid here: {values}")
            sentences.append(senseless.format(values=" · ".join(values + stray + emptied)))
        if unusual:
            sentences.append(_("Unusually high: {values}").format(values=" · ".join(unusual)))
        return "\n".join(sentences)
    names = " · ".join(dict.fromkeys(map(_column_words, row.lacks)))
    return _("Required fields are missing: {fields}").format(fields=names)


def _column_words(column: str) -> str:
    return COLUMN_WORDS[column.removesuffix("_id")]()


def _advice(row: OddityRow) -> str:
    if row.office is not None and not (row.values or row.stray or row.lacks or row.emptied):
        told = _("It is counted as received. Ask {office} whether it is right.")
        return told.format(office=apart(either(row.office)))
    kept = _("It is kept as received, shown as unknown, and not counted.")
    if row.emptied:
        kept = _("It is kept as received, and shown and counted as it was before.")
    if row.lacks:
        kept = _("It is kept as received; neither it nor what belongs to it is shown or counted.")
    if row.office is None:
        told = _("Correct the record, and it is counted again.")
    else:
        name = apart(either(row.office))
        told = _("Only {office} can correct it: inform them.").format(office=name)
    return f"{kept} {told}"
