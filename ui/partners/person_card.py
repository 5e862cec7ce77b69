"""One person of a partner: capacity, contact, mandate, and whether they were informed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.people import PersonRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import show_contact
from ui.partners.names import name_of, show_number
from ui.widgets.buttons import IconButton
from ui.widgets.labels import IconLabel, Label, note
from ui.widgets.surfaces import Hairline, Surface
from ui.words import apart, either, forgotten_words

_BUTTON = QSize(24, 24)


class PersonCard(Surface):
    """A card of one person; rebuilt on every change and switch of language."""

    def __init__(self, row: PersonRow, *, is_chosen: bool) -> None:
        super().__init__("sel" if is_chosen else "base")
        self.is_chosen = is_chosen
        self.change = IconButton(lambda: _("Edit"), "pencil-simple")
        self.history = IconButton(lambda: _("History"), "clock-counter-clockwise")
        self.delete = IconButton(lambda: _("Delete"), "trash")
        self._build(row)

    def _build(self, row: PersonRow) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 0)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(0)
        name = Label()
        name.setText(name_of(row) or either(row.capacity))
        name.setWordWrap(True)
        head.addWidget(name, 1)
        for button in (self.change, self.history, self.delete):
            button.setFixedSize(_BUTTON)
            head.addWidget(button)
        layout.addLayout(head)
        for icon_name, words, tone in _lines_of(row):
            line = QHBoxLayout()
            line.setSpacing(6)
            if icon_name:
                line.addWidget(IconLabel(icon_name, tone))
            label = note(tone=tone)
            label.setText(words)
            line.addWidget(label, 1)
            layout.addLayout(line)
        layout.addSpacing(4)
        layout.addWidget(Hairline())


def _lines_of(row: PersonRow) -> list[tuple[str, str, str]]:
    """List the icon, text and tone of each line that is not empty."""
    lines = [
        ("", either(row.capacity) if name_of(row) else "", "muted"),
        ("phone", show_number(row.phone) if row.phone else "", "text"),
        ("envelope-simple", isolate(row.email) if row.email else "", "text"),
        *(
            ("address-book", isolate(show_contact(words)), "text")
            for words in (row.others or "").splitlines()
        ),
        ("", _mandate(row), "muted"),
        _information(row),
        ("minus-circle", "" if row.is_active else _("No longer speaks for it"), "muted"),
    ]
    return [line for line in lines if line[1]]


def _mandate(row: PersonRow) -> str:
    if row.mandate_from and row.mandate_until:
        words = _("Mandate from {start} to {end}")
        return words.format(start=date_words(row.mandate_from), end=date_words(row.mandate_until))
    if row.mandate_until:
        return _("Mandate until {date}").format(date=date_words(row.mandate_until))
    if row.mandate_from:
        return _("Mandate from {date}").format(date=date_words(row.mandate_from))
    return ""


def _information(row: PersonRow) -> tuple[str, str, str]:
    if row.informed_on:
        words = _("Informed on {date}").format(date=date_words(row.informed_on))
        how = f" · {apart(row.informed_how)}" if row.informed_how else ""
        return ("check-circle", words + how, "ok")
    if not row.is_to_inform:
        return ("", "", "muted")
    if row.inform_by is None or row.forgotten_on is None:
        return ("info", _("To inform"), "warn")
    day = date_words(row.inform_by)
    if clock.today() <= row.inform_by:
        return ("info", _("To inform by {date}").format(date=day), "warn")
    words = _("Should have been informed by {date}").format(date=day)
    return ("warning-circle", f"{words} · {forgotten_words(row.forgotten_on)}", "late")
