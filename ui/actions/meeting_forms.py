"""The inline forms of a meeting: a reason, another day, repetition, words."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from outreach_app.queries.meetings import MeetingRow
from ui.actions.actions import Action
from ui.actions.inline_form import InlineForm
from ui.actions.move_row import MoveRow
from ui.actions.reason_row import ReasonRow
from ui.actions.repeat_row import RepeatRow
from ui.actions.words_row import WordsRow
from ui.context import AppContext
from ui.record_lines import meeting_line
from ui.widgets.labels import small_title
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline, Surface


class MeetingForms(Surface):
    """The forms of one meeting, hidden until one asks: it emits `begun`, then `ended`."""

    begun = Signal()
    ended = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("win")
        self._row: MeetingRow | None = None
        self.title = small_title()
        self.reason = ReasonRow(context)
        self.move_row = MoveRow(context)
        self.repeat_row = RepeatRow(context)
        self.words_row = WordsRow(context)
        self._build()
        self._connect()

    def ask_reason(self, row: MeetingRow, status: str) -> None:
        """Ask why a meeting gets that status."""
        self._begin(row)
        self.reason.ask(row, status)

    def ask_day(self, row: MeetingRow) -> None:
        """Ask to which day a meeting is moved."""
        self._begin(row)
        self.move_row.ask(row)

    def ask_repetition(self, row: MeetingRow) -> None:
        """Ask how often a meeting is repeated."""
        self._begin(row)
        self.repeat_row.ask(row)

    def ask_words(self, row: MeetingRow, action: Action[MeetingRow]) -> None:
        """Ask for the words of an action on a meeting, or do it at once where it needs none."""
        self._begin(row)
        self.words_row.ask(row, action)

    def follow(self, rows: Iterable[MeetingRow]) -> None:
        """Ask nothing more about a meeting that is not among these as it was when asked."""
        asked = self._row
        if asked and all((row.uid, row.version) != (asked.uid, asked.version) for row in rows):
            self.clear()

    def clear(self) -> None:
        """Ask nothing: another meeting is looked at."""
        self._row = None
        self.hide()
        for row in self._rows:
            row.hide()

    @property
    def _rows(self) -> tuple[InlineForm, ...]:
        return (self.reason, self.move_row, self.repeat_row, self.words_row)

    def _begin(self, row: MeetingRow) -> None:
        self.clear()
        self._row = row
        self.title.setText(meeting_line(row).title)
        self.show()
        self.begun.emit()

    def _end(self) -> None:
        self.hide()
        self.ended.emit()

    def _build(self) -> None:
        column = column_in(self, 4)
        self.title.setWordWrap(True)
        self.title.setContentsMargins(24, 8, 24, 0)
        column.addWidget(self.title)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(Hairline())
        self.hide()

    def _connect(self) -> None:
        for row in self._rows:
            row.ended.connect(self._end)
