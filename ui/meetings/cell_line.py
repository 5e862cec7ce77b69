"""The line edit placed over one cell of the points table."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.rules.quick_dates import read_day
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggestion import Suggestion
from ui.drafts.session_sheet import PointLine
from ui.forms.calendar_popup import open_calendar
from ui.meetings.point_edits import (
    with_kind,
    with_phrase,
    with_topic,
    with_words,
    words_of,
)
from ui.meetings.points_history import PointsHistory
from ui.meetings.points_model import PointColumn
from ui.meetings.reaction_entry import ReactionEntry, ReactionStep
from ui.meetings.suggestions import (
    answers_of,
    suggest_kinds,
    suggest_phrases,
    suggest_told_topics,
    suggest_topics,
)
from ui.widgets.keys import PASSING
from ui.words import date_text

_WIDE = 420  # of a reply or a promise, wider than its column


class CellLine(SuggestLine):
    """Hidden without a cell. Its text is saved when it is left, by key or mouse.

    `left` carries row, column and the key that ended it; `asked` is emitted when it opens for
    a cell, `touched` at every key; `refused` says why its text is invalid, "" once it is valid.
    Esc restores the value of the cell; `undo_asked` is emitted if nothing was typed in it.
    """

    left = Signal(int, int, object)
    asked = Signal()
    refused = Signal(str)
    touched = Signal()
    undo_asked = Signal()

    def __init__(self, viewport: QWidget, history: PointsHistory, today: date) -> None:
        super().__init__(viewport)
        self._viewport, self._today = viewport, today
        self._history, self._points = history, history.points
        self._cell = QPersistentModelIndex()
        self._former = PointLine()
        self._taken: Suggestion | None = None
        self._entry: ReactionEntry | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self._cell.isValid()

    @property
    def cell(self) -> QModelIndex:
        """The cell being edited, or an invalid index."""
        return self._points.index(self._cell.row(), self._cell.column())

    def begin(self, index: QModelIndex) -> None:
        """Start editing a cell."""
        self._cell = QPersistentModelIndex(index)
        self._former = self._points.line(index.row())
        self._history.begin()
        self._taken, self._entry = None, None
        if index.column() == PointColumn.REACTION:
            self._entry = ReactionEntry(self._former, self._today)
        self._ask()

    def type_after(self, text: str) -> None:
        """Start editing a cell with the cursor after its text."""
        self.setCursorPosition(len(self.text()))
        self.insert(text)

    def finish(self) -> bool:
        """Save what is typed and stop editing; return False if it is invalid."""
        if not self.is_open:
            return True
        # A suggestion that was not asked for is not an answer.
        self._taken = self._taken or (self.suggested if self.isModified() else None)
        if not self._keep():
            return False
        self._keep_so_far()
        self._history.end()
        self.close_cell()
        return True

    def close_cell(self) -> None:
        """Stop editing, and discard what is not saved yet."""
        self._cell, self._entry = QPersistentModelIndex(), None
        self.refused.emit("")
        if self.hasFocus():  # hiding it would move the focus elsewhere
            self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def typed_line(self) -> tuple[int, PointLine] | None:
        """Return the row being edited, and its line with what is typed so far."""
        if not self.is_open:
            return None
        row, column, text = self._cell.row(), self._cell.column(), self.text()
        line = self._points.line(row)
        if self._entry is not None:
            return row, self._entry.so_far(text)
        if column == PointColumn.TOPIC and self.isModified():
            if self.suggested is not None:
                return row, with_topic(line, self.suggested.code)
            if not words_of(line):  # not a topic, but something was typed
                return row, with_words(line, text)
        return row, line

    def place(self, cell: QRect) -> None:
        """Cover a cell of that geometry; wider than it if text is asked for."""
        rect = cell.adjusted(0, 2, 0, -2)
        is_wide = self._entry is not None and self._entry.step is not ReactionStep.REACTION
        if is_wide and rect.width() < _WIDE:
            more = _WIDE - rect.width()
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            rect = rect.adjusted(0, 0, more, 0) if is_mirrored else rect.adjusted(-more, 0, 0, 0)
        self.setGeometry(rect)

    def say_again(self) -> None:
        """Update the question after a switch of language; typed text stays."""
        if not self.is_open:
            return
        self._name()
        if self._entry is None and not self.isModified():
            self.setText(self._visible_text())
            self.selectAll()
        self.suggest_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_first = self._cell.column() == PointColumn.TOPIC and not self.text()
        if event.key() == Qt.Key.Key_Escape and not self.has_suggestions:
            self._give_back()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            self.undo_asked.emit()
        elif event.key() == Qt.Key.Key_Down and is_first and not self.has_suggestions:
            self.set_suggestions(suggest_topics, 0)
            self.suggest()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # Esc leaves the cell first, not the page
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in PASSING:
            self.finish()
        super().focusOutEvent(event)

    def _connect(self) -> None:
        self.taken.connect(self._take)
        self.ended.connect(self._leave)
        self.textEdited.connect(self._follow)
        self.calendar_asked.connect(self._open_calendar)
        # The editor must not outlive its row: it would cover another session's cell.
        self._points.modelAboutToBeReset.connect(self.close_cell)
        self._points.rowsAboutToBeRemoved.connect(self._close_removed)

    def _ask(self) -> None:
        """Cover the cell, and ask for what it needs."""
        column = self._cell.column()
        # Topics of the words are offered at once if none was chosen yet.
        is_told = bool(words_of(self._former)) and not self._former.point.topic
        if column == PointColumn.KIND:
            self.set_suggestions(suggest_kinds, 1)
        elif column == PointColumn.TOPIC and is_told:
            told = suggest_told_topics(words_of(self._former))
            self.set_suggestions(told, 0, picks_untyped=False, is_numbered=True)
        elif column == PointColumn.TOPIC:
            self.set_suggestions(suggest_topics, 2)
        elif column == PointColumn.WORDS:
            topic = self._former.point.topic
            self.set_suggestions(lambda typed: suggest_phrases(typed, topic), 2, picks_first=False)
        elif self._entry is not None:
            self._suggest_for(self._entry)
        self._name()
        self.setText(self._visible_text())
        self.show()
        self.setFocus()
        self.selectAll()
        self.asked.emit()
        if self._entry is not None or (column == PointColumn.TOPIC and is_told):
            self.suggest()

    def _visible_text(self) -> str:
        if self._entry is not None:
            return self._entry.text
        return str(self._cell.data(Qt.ItemDataRole.EditRole) or "")

    def _name(self) -> None:
        header = self._points.headerData(self._cell.column(), Qt.Orientation.Horizontal)
        question = self._entry.question if self._entry else str(header)
        self.setAccessibleName(question)
        self.setPlaceholderText(question)

    def _suggest_for(self, entry: ReactionEntry) -> None:
        # Enter alone keeps the current value; the authority may be unknown.
        may_be_empty = entry.is_answered or entry.step is ReactionStep.AUTHORITY
        self.set_suggestions(
            answers_of(entry.step, self._former, self._points.present, self._today),
            0,
            picks_untyped=not may_be_empty,
        )

    def _take(self, suggestion: Suggestion) -> None:
        self._taken = suggestion

    def _follow(self, typed: str) -> None:
        """Save the text at every key, so that a draft always has it."""
        self.refused.emit("")
        if self._cell.column() == PointColumn.WORDS:
            row = self._cell.row()
            self._points.set_line(row, with_words(self._points.line(row), typed))
        self.touched.emit()

    def _leave(self, key: Qt.Key) -> None:
        if not self.is_open or not self._keep():
            return
        if self._entry is not None and self._entry.step is not ReactionStep.DONE:
            if key != Qt.Key.Key_Backtab:
                self._ask()
                return
            self._keep_so_far()
        self._history.end()
        row, column = self._cell.row(), self._cell.column()
        self._cell, self._entry = QPersistentModelIndex(), None
        self.refused.emit("")
        self.left.emit(row, column, key)

    def _keep(self) -> bool:
        """Save what was typed in the cell; return False if it is invalid: the line stays."""
        row, column, typed = self._cell.row(), self._cell.column(), self.text()
        taken, self._taken = self._taken, None
        if self._entry is not None:
            return self._answer(self._entry, typed, taken)
        if column == PointColumn.WORDS:
            if taken is not None:
                self._points.set_line(row, with_phrase(self._points.line(row), taken.code))
        elif taken is not None:
            change = with_kind if column == PointColumn.KIND else with_topic
            self._points.set_line(row, change(self._points.line(row), taken.code))
        elif column == PointColumn.TOPIC and typed.strip() and typed != self._cell.data():
            self.refused.emit(
                _("No topic begins with this. Type two letters of another of its words.")
            )
            return False
        return True

    def _answer(self, entry: ReactionEntry, typed: str, taken: Suggestion | None) -> bool:
        try:
            entry.take(typed, taken.code if taken else None)
        except ValueError as error:
            self.refused.emit(str(error))
            return False
        if entry.step is ReactionStep.DONE:
            self._points.set_line(self._cell.row(), entry.line)
        return True

    def _keep_so_far(self) -> None:
        """Save the answers so far of a reaction that is not complete."""
        entry = self._entry
        if entry is not None and entry.step is not ReactionStep.DONE:
            self._points.set_line(self._cell.row(), entry.so_far(""))

    def _give_back(self) -> None:
        self._points.set_line(self._cell.row(), self._former)
        self.close_cell()
        self.escaped.emit()

    def _close_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first <= self._cell.row() <= last:  # -1 if no cell is edited
            self.close_cell()

    def _open_calendar(self) -> None:
        """Open the calendar if a day is asked for."""
        if self._entry is not None and self._entry.step is ReactionStep.DUE:
            now = read_day(self.text(), self._today) or self._today
            open_calendar(self, now, lambda day: self.setText(date_text(day)))
