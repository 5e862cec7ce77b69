"""One meeting beside the list: what is known of it and what can be done with it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import MeetingDetails
from outreach_app.queries.histories import ChangeRow
from ui.forms.editors import LineEditor
from ui.meetings.columns import title_of
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, note, section_title, small_title
from ui.widgets.surfaces import Hairline, Surface
from ui.words import (
    code_words,
    date_words,
    either,
    phrase_words,
    point_state_words,
    status_icon,
    status_words,
    time_text,
)

WIDTH = 344


class DetailsPane(Surface):
    """Signals say what is asked; `status_asked` carries the new status and its reason."""

    edit_asked = Signal()
    summary_asked = Signal()
    delete_asked = Signal()
    history_asked = Signal()
    status_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.details: MeetingDetails | None = None
        self.reason = LineEditor()
        self._status_wanted = ""
        self._content = QVBoxLayout()
        self._build()

    def show_details(self, details: MeetingDetails | None) -> None:
        """Show a meeting, or what to do where none is chosen."""
        self.details = details
        self._reason_row.hide()
        self._empty()
        if details is None:
            self._content.addWidget(note(lambda: _("Choose a meeting to see what was said.")))
        else:
            self._add_head(details)
            self._add_actions(details)
            self._add_points(details)
        self._content.addStretch(1)

    def show_history(self, changes: list[ChangeRow]) -> None:
        """Show who changed the meeting and when, under the rest."""
        self._content.takeAt(self._content.count() - 1)
        self._content.addWidget(small_title(lambda: _("History")))
        for change in reversed(changes):
            moment = clock.local(datetime.fromisoformat(change.at))
            words = _operation_words(change, is_first=change is changes[0])
            self._content.addWidget(
                _said(note(), f"{words} · {isolate(f'{moment:%d/%m/%Y %H:%M}')}")
            )
        self._content.addStretch(1)

    def ask_reason(self, status: str) -> None:
        """Ask, in place, why a meeting is postponed or cancelled."""
        self._status_wanted = status
        label = _("Why is it postponed?") if status == "postponed" else _("Why is it cancelled?")
        self.reason.setPlaceholderText(label)
        self.reason.setAccessibleName(label)
        self.reason.clear()
        self._reason_row.show()
        self.reason.setFocus()

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = Surface()
        inside.setLayout(self._content)
        self._content.setContentsMargins(24, 8, 24, 16)
        self._content.setSpacing(8)
        area.setWidget(inside)
        self._reason_row = QWidget()
        row = QHBoxLayout(self._reason_row)
        row.setContentsMargins(24, 8, 24, 8)
        confirm = Button(lambda: _("Confirm"))
        row.addWidget(self.reason, 1)
        row.addWidget(confirm)
        column.addWidget(self._reason_row)
        column.addWidget(area, 1)
        self._reason_row.hide()
        self.reason.returnPressed.connect(self._say_reason)
        confirm.clicked.connect(self._say_reason)

    def _say_reason(self) -> None:
        self.status_asked.emit((self._status_wanted, str(self.reason.value() or "")))

    def _empty(self) -> None:
        while item := self._content.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_head(self, details: MeetingDetails) -> None:
        row = details.row
        title = section_title(lambda: title_of(row))
        title.setWordWrap(True)
        self._content.addWidget(title)
        words = status_words(row.status)
        if row.number:
            words = f"{words} · {isolate(row.number)}"
        if details.status_reason:
            words = f"{words} · {details.status_reason}"
        self._content.addWidget(_said(note(tone=status_icon(row.status)[1]), words))
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for number, (label, value) in enumerate(_facts(details)):
            grid.addWidget(_said(note(), label), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_said(Label(), value), number, 1)
        self._content.addWidget(facts)

    def _add_actions(self, details: MeetingDetails) -> None:
        is_held = details.row.status == "held"
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        entries = [
            (Button(lambda: _("Edit"), "pencil-simple"), self.edit_asked.emit),
            (Button(lambda: _("Delete"), "trash"), self.delete_asked.emit),
            (Button(lambda: _("History"), "clock-counter-clockwise"), self.history_asked.emit),
        ]
        if is_held:
            summary = Button(lambda: _("Summary"), "article")
            entries.insert(1, (summary, self.summary_asked.emit))
        else:
            entries[1:1] = [
                (Button(lambda: _("It was held"), "check-circle"), self._say_held),
                (
                    Button(lambda: _("Postpone"), "calendar-x"),
                    partial(self.ask_reason, "postponed"),
                ),
                (Button(lambda: _("Cancel it"), "x-circle"), partial(self.ask_reason, "cancelled")),
            ]
        for place, (button, slot) in enumerate(entries):
            button.clicked.connect(slot)
            grid.addWidget(button, place // 2, place % 2)
        self._content.addWidget(grid_widget)

    def _say_held(self) -> None:
        self.status_asked.emit(("held", ""))

    def _add_points(self, details: MeetingDetails) -> None:
        self._content.addWidget(Hairline())
        self._content.addWidget(small_title(lambda: _("Points raised")))
        if not details.points:
            self._content.addWidget(note(lambda: _("No point is logged yet. Edit to add some.")))
        for point in details.points:
            said = phrase_words(point.phrase) if point.phrase else point.text
            state = f"{code_words(point.topic)} · {point_state_words(point.state)}"
            self._content.addWidget(_said(Label(), said or code_words(point.topic)))
            self._content.addWidget(_said(note(tone=status_icon(point.state)[1]), state))


def _operation_words(change: ChangeRow, *, is_first: bool) -> str:
    if is_first:
        return _("Registered")
    return _("Deleted") if change.operation == "del" else _("Changed")


def _said(label: Label, words: str) -> Label:
    """A label with words of a record, on as many lines as they need."""
    label.setText(words)
    label.setWordWrap(True)
    return label


def _facts(details: MeetingDetails) -> list[tuple[str, str]]:
    row = details.row
    when = date_words(row.held_on)
    if row.starts_at:
        when = f"{when} · {isolate(time_text(row.starts_at))}"
    facts = [
        (_("Date"), when),
        (_("Kind"), f"{code_words(row.kind)} · {code_words(row.channel)}"),
        (_("Place"), either(row.place_ar, row.place_fr)),
        (_("Headcount"), "" if row.headcount is None else str(row.headcount)),
        (_("Partners"), _partners(details)),
        (_("Assessment"), details.assessment or ""),
    ]
    return [(label, value) for label, value in facts if value]


def _partners(details: MeetingDetails) -> str:
    names = [either(row.name_ar, row.name_fr) for row in details.partners]
    return " · ".join(names)
