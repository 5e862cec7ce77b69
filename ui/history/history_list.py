"""The changes of a record, the newest first: when, by whom, old and new values."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app.actors import Actor
from outreach_app.clock import moment_words
from outreach_app.field_words import FIELD_WORDS
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.queries.histories import ChangeKind, FieldChange, HistoryEntry, RecordChange
from ui.history.fields import SILENT, value_words
from ui.widgets.labels import IconLabel, Label, note, small_title
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated
from ui.words import apart, untranslated

_LABEL_WIDTH = 136


class HistoryList(Translated):
    """Read-only; shows a text if there is no change."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[HistoryEntry] = ()
        self._rows = QVBoxLayout()
        self._build()

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show the changes in the order given."""
        self._entries = entries
        self.retranslate()

    def retranslate(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not self._entries:
            self._rows.addWidget(note(lambda: _("No change to this record is kept.")))
        for entry in self._entries:
            self._rows.addWidget(_entry_box(entry))

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 8, 8)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._rows.setSpacing(8)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)


def _entry_box(entry: HistoryEntry) -> QWidget:
    box = QWidget()
    column = column_in(box, 4)
    moment = moment_words(entry.at)
    head = note()
    head.setText(f"{moment} · {actor_words(entry.by)}")
    column.addWidget(head)
    for change in entry.changes:
        title = small_title()
        title.setText(_change_words(change))
        title.setWordWrap(True)
        column.addWidget(title)
        if change.fields:
            column.addWidget(_fields_box(change.fields))
    column.addWidget(Hairline())
    return box


def _fields_box(fields: Sequence[FieldChange]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, field in enumerate(_visible_fields(fields)):
        label = note()
        label.setText(FIELD_WORDS[field.name]())
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_values_box(field), row, 1)
    return box


def _visible_fields(fields: Sequence[FieldChange]) -> list[FieldChange]:
    """Return the fields that mean something to a person, in the order of the forms."""
    order = list(FIELD_WORDS)
    shown = [
        field
        for field in fields
        if field.name not in SILENT
        and any(value_words(field.name, value) for value in (field.before, field.after))
    ]
    return sorted(shown, key=lambda field: order.index(field.name))


def _values_box(field: FieldChange) -> QWidget:
    """Return the former value, an arrow, the new one; only the new one if there was none."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    before, after = (value_words(field.name, value) for value in (field.before, field.after))
    if before:
        grid.addWidget(_value(before, "muted"), 0, 0)
        grid.addWidget(IconLabel("arrow-right"), 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
    grid.addWidget(_value(after or _("nothing"), "text" if after else "muted"), 0, 2)
    grid.setColumnStretch(2, 1)
    return box


def _value(words: str, tone: str) -> Label:
    label = Label(tone=tone)
    label.setText(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def actor_words(actor: Actor | None) -> str:
    """Return the role that acted; never a name."""
    if actor is None:
        return _("A role of another version")
    return {
        Actor.CHIEF: lambda: _("The head of the precinct"),
        Actor.PROGRAM: lambda: _("The program"),
        Actor.HEADQUARTERS: lambda: _("Headquarters"),
        Actor.DEPUTY: lambda: _("The deputy"),
        Actor.SECRETARY: lambda: _("The secretary"),
        Actor.READER: lambda: _("A reader"),
        Actor.ANALYST: lambda: _("An analyst of headquarters"),
    }[actor]()


_CHANGES: dict[ChangeKind, Callable[[], str]] = {
    ChangeKind.REGISTERED: lambda: _("Registration"),
    ChangeKind.CHANGED: lambda: _("Change"),
    ChangeKind.DELETED: lambda: _("Deletion"),
    ChangeKind.RESTORED: lambda: _("Restoration"),
    ChangeKind.CLEARED: lambda: _("A capacity instead of a name"),
    ChangeKind.ERASED: lambda: _("Erasure"),
}


def _change_words(change: RecordChange) -> str:
    kind = _CHANGES[change.kind]()
    title = _title_words(change)
    return f"{kind} · {noun_words(change.entity)} · {apart(title)}" if title else kind


def _title_words(change: RecordChange) -> str:
    """Return the title in the language of the screen; a text that nobody translated says so."""
    found = change.title.prefer(current()) if change.title else None
    if found is None:
        return ""
    words, language = found
    is_other = change.entity in ("point", "commitment") and language is not current()
    return untranslated(words) if is_other else words


def noun_words(entity: str) -> str:
    """Return the name of a part of a record."""
    return {
        "attendance": lambda: _("Attendance"),
        "point": lambda: _("Point"),
        "commitment": lambda: _("Commitment"),
        "referral": lambda: _("Referral"),
        "claim": lambda: _("Request from a person"),
        "finding": lambda: _("Result of the verification"),
        "reading": lambda: _("Reading"),
        "review": lambda: _("Review of headquarters"),
        "clarification": lambda: _("Clarification"),
        "proposal": lambda: _("Proposed frequent point"),
    }[entity]()
