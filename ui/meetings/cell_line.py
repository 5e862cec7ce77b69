"""The line edit placed over one cell of the points table."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea

from outreach_app.rules.dates import date_text
from ui.attendance.suggest_line import SuggestLine
from ui.attendance.suggestion import Suggestion
from ui.drafts.session_sheet import PointLine
from ui.forms.calendar_popup import open_calendar
from ui.meetings.cell_entry import CellEntry
from ui.meetings.cell_guide import CellGuide
from ui.meetings.point_edits import words_of
from ui.meetings.points_history import PointsHistory
from ui.meetings.points_model import PointColumn
from ui.meetings.suggestions import suggest_topics
from ui.widgets.keys import PASSING
from ui.widgets.undo_keys import OWN_UNDO

_AROUND = 24  # of the text of a cell: the edges, and the cursor behind it
_WIDE = 420  # of a reply or a promise, wider than its column


class CellLine(SuggestLine):
    """Hidden without a cell. Its text is saved when it is left, by key or mouse.

    `left` carries row, column and the key that ended it; `asked` is emitted when the line must be
    placed over a cell, `touched` at every key. The guide above it says what is asked, and why a
    text is refused. Esc restores the value of the cell; `undo_asked` is emitted if nothing was
    typed in it. `dropped` carries the row and the line whose commitment was given up,
    `let_go` a text that was no topic.
    """

    left = Signal(int, int, object)
    asked = Signal()
    touched = Signal()
    undo_asked = Signal()
    dropped = Signal(int, object)
    let_go = Signal(str)

    def __init__(self, table: QAbstractScrollArea, history: PointsHistory, today: date) -> None:
        super().__init__(table.viewport())
        self._viewport, self._today = table.viewport(), today
        self.guide = CellGuide(table)  # over the headings too, above the first row
        self._history, self._points = history, history.points
        self._entry: CellEntry | None = None  # while a cell is edited
        self._taken: Suggestion | None = None
        self.setProperty(OWN_UNDO, True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self._entry is not None

    @property
    def cell(self) -> QModelIndex:
        """The cell being edited, or an invalid index."""
        entry = self._entry
        return self._points.index(entry.row, entry.column) if entry else QModelIndex()

    @property
    def height_above(self) -> int:
        return self.guide.height_above

    def begin(self, index: QModelIndex) -> None:
        """Start editing a cell."""
        self._history.begin()
        self._taken, self._entry = None, CellEntry(self._points, index, self._today)
        self._ask(self._entry)

    def type_after(self, text: str) -> None:
        """Start editing a cell with the cursor after its text."""
        self.setCursorPosition(len(self.text()))
        self.insert(text)

    def finish(self) -> bool:
        """Save what is typed and stop editing; return False if it is invalid."""
        if self._entry is None:
            return True
        # A suggestion that was not asked for is not an answer.
        self._taken = self._taken or (self.suggested if self.isModified() else None)
        if not self._keep(self._entry):
            return False
        entry = self._entry
        self._end_entry(entry)
        self.close_cell()
        self._say_dropped(entry)
        return True

    def leave(self) -> bool:
        """Stop editing for another cell; a text that is no topic does not hold a person there.

        It becomes the words of a point that has none; else the topic stays as it was.
        """
        if self.finish():
            return True
        entry, typed = self._entry, self.text()
        if entry is None or entry.column != PointColumn.TOPIC:
            return False
        has_words = bool(words_of(entry.former))
        self._points.set_line(entry.row, entry.line_with(typed, None))
        self._history.end()
        self.close_cell()
        if has_words:
            self.let_go.emit(typed)
        return True

    def answer(self, reaction: str) -> None:
        """Go on with a reaction, as if it had been chosen in the list."""
        if self._entry is not None and self._entry.reaction is not None:
            self._entry.reaction.take("", reaction)
            self._ask(self._entry)

    def close_cell(self) -> None:
        """Stop editing, and discard what is not saved yet."""
        self._entry = None
        self.guide.ask("")
        if self.hasFocus():  # hiding it would move the focus elsewhere
            self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def typed_line(self) -> tuple[int, PointLine] | None:
        """Return the row being edited, and its line with what is typed so far."""
        if self._entry is None:
            return None
        return self._entry.row, self._entry.line_with(self.text(), self.suggested)

    def place(self, cell: QRect) -> None:
        """Cover a cell of that geometry; wider than it if text is asked for or does not fit."""
        rect, entry = cell.adjusted(0, 2, 0, -2), self._entry
        if entry is not None and entry.is_wide and rect.width() < _WIDE:
            rect = self._widened(rect, before=_WIDE - rect.width())
        elif entry is not None:
            # Cut at both ends while it is selected, a text looks emptied.
            whole = self.fontMetrics().horizontalAdvance(entry.text) + _AROUND
            rect = self._widened(
                rect, after=max(min(whole, self._viewport.width() * 2 // 3) - rect.width(), 0)
            )
        self.setGeometry(rect)
        self.guide.place(rect.translated(self._viewport.pos()))

    def _widened(self, rect: QRect, before: int = 0, after: int = 0) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        return rect.adjusted(-before, 0, after, 0)

    def say_again(self) -> None:
        """Update the question after a switch of language; typed text stays."""
        if self._entry is None:
            return
        self._name(self._entry)
        if not self.isModified():
            self.setText(self._entry.text)
            self._choose_text()
        self.suggest_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_first = self.cell.column() == PointColumn.TOPIC and not self.text()
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
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not (self.isUndoAvailable() or self._history.has_steps)
        ):
            return True  # the window's, before the line accepts it
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

    def _ask(self, entry: CellEntry) -> None:
        """Cover the cell, and ask for what it needs."""
        entry.offer_in(self)
        self._name(entry)
        self.setText(entry.text)
        self.show()
        self.setFocus()
        self._choose_text()
        self.asked.emit()
        if entry.offers_at_once:
            self.suggest()

    def _choose_text(self) -> None:
        """Choose the text for the next key to replace; not a point's own words, typed once."""
        if self.cell.column() != PointColumn.WORDS:
            self.selectAll()

    def _name(self, entry: CellEntry) -> None:
        self.setAccessibleName(entry.numbered_question or entry.question)
        self.setPlaceholderText(entry.question)
        self.guide.ask(entry.numbered_question)

    def _take(self, suggestion: Suggestion) -> None:
        self._taken = suggestion

    def _follow(self, typed: str) -> None:
        self._refuse("")
        if self._entry is not None:
            self._entry.follow(typed)
        self.touched.emit()

    def _leave(self, key: Qt.Key) -> None:
        entry = self._entry
        if entry is None:
            return
        goes_back = key == Qt.Key.Key_Backtab
        if goes_back and entry.reaction is not None and entry.reaction.go_back(self.text()):
            self._ask(entry)
            return
        if not self._keep(entry):
            return
        if not entry.is_done and not goes_back:
            self._ask(entry)
            return
        self._end_entry(entry)
        self._entry = None
        self.guide.ask("")
        self._say_dropped(entry)
        self.left.emit(entry.row, entry.column, key)

    def _end_entry(self, entry: CellEntry) -> None:
        entry.keep_so_far()
        self._history.end()

    def _say_dropped(self, entry: CellEntry) -> None:
        is_open = not self._points.line(entry.row).commitments
        if entry.former.commitments and is_open:
            self.dropped.emit(entry.row, entry.former)

    def _keep(self, entry: CellEntry) -> bool:
        """Save what was typed in the cell; return False if it is invalid."""
        taken, self._taken = self._taken, None
        try:
            entry.take(self.text(), taken)
        except ValueError as error:
            self._refuse(str(error))
            if self.hasFocus():
                self.suggest()  # for the arrows
            return False
        return True

    def _refuse(self, words: str) -> None:
        self.guide.refuse(words)
        self.asked.emit()

    def _give_back(self) -> None:
        if self._entry is not None:
            self._entry.give_back()
        self.close_cell()
        self.escaped.emit()

    def _close_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._entry is not None and first <= self._entry.row <= last:
            self.close_cell()

    def _open_calendar(self) -> None:
        day = self._entry.day_of(self.text()) if self._entry is not None else None
        if day is not None:
            open_calendar(self, day, lambda chosen: self.setText(date_text(chosen)))
