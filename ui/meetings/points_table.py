"""The table of points, edited in a line edit that moves from cell to cell.

The keys are those of a spreadsheet: they move in reading order, and leave the table at its ends.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView

from outreach_app.i18n import gettext as _
from outreach_app.rules.text import without_bullet
from ui.drafts.session_sheet import PointLine
from ui.fonts import scaled
from ui.meetings.cell_line import CellLine
from ui.meetings.point_edits import COMMITMENT, OPEN, reaction_of, words_of
from ui.meetings.points_choice import PROMISE_KEYS, PointsChoice, PointsView
from ui.meetings.points_delegate import ROW_HEIGHT, PointsDelegate
from ui.meetings.points_history import PointsHistory
from ui.meetings.points_model import PointColumn, PointsModel
from ui.widgets.keys import on_keys
from ui.widgets.translated import Retranslating

_HEADER_HEIGHT = 32
_Key = Qt.Key
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_REMOVE = (QKeySequence("Del"), QKeySequence("Ctrl+Del"))
_UP, _DOWN = QKeySequence("Ctrl+Up"), QKeySequence("Ctrl+Down")
_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PointsTable(Retranslating, PointsView):
    """Emits `passed` when Tab leaves it (True: forwards), `removed` with rows and their lines.

    `touched` is emitted at every key.
    """

    passed = Signal(bool)
    removed = Signal(object)
    touched = Signal()

    def __init__(self, points: PointsModel, today: date) -> None:
        super().__init__()
        self.points = points
        self.history = PointsHistory(points)
        self.line = CellLine(self, self.history, today)
        self.choice = PointsChoice(self)
        self._build()
        self._connect()
        self.retranslate()

    def edit_cell(self, row: int, column: int) -> None:
        """Start editing a cell, after saving the one being edited."""
        if not self.line.leave():
            self.setCurrentIndex(self.line.cell)  # a click has chosen another
            self.line.setFocus()
            return
        self.choice.forget()
        index = self.points.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.line.begin(index)

    def edit_first(self, row: int) -> None:
        """Start editing the first empty cell of a row."""
        self.edit_cell(row, _first_empty(self.points.line(row)))

    def mark(self, rows: Sequence[int]) -> None:
        """Select rows; the current one stays."""
        flags = QItemSelectionModel.SelectionFlag
        for row in rows:
            self.selectionModel().select(self.points.index(row, 0), flags.Select | flags.Rows)

    def end_editing(self) -> bool:
        """Save what is typed and stop editing; return False if it is invalid."""
        return self.line.finish()

    def typed_lines(self) -> tuple[PointLine, ...]:
        """Return the lines that are not blank, with what is typed so far."""
        typed = self.line.typed_line()
        if typed is None:
            return self.points.lines
        row, line = typed
        lines = [self.points.line(place) for place in range(self.points.rowCount())]
        lines[row] = line
        return tuple(line for line in lines if not line.is_blank)

    def retranslate(self) -> None:
        self.setAccessibleName(_("Points raised"))
        self.points.retranslate()
        self.line.say_again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        last, reason = self.points.rowCount() - 1, event.reason()
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.edit_cell(last, PointColumn.TOPIC)  # as Enter goes to the topic of the next row
        elif reason == Qt.FocusReason.BacktabFocusReason:
            self.edit_cell(max(last - 1, 0), PointColumn.REACTION)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return super().focusNextPrevChild(forwards)
        self._go_on(index.row(), index.column(), _Key.Key_Tab if forwards else _Key.Key_Backtab)
        return True

    def sizeHint(self) -> QSize:
        # The header and three points; if space is short, the bands around keep theirs.
        return QSize(super().sizeHint().width(), _HEADER_HEIGHT + 3 * ROW_HEIGHT)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "line"):
            self._place_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, keys = self.currentIndex().row(), QKeySequence(event.keyCombination())
        if row < 0:
            super().keyPressEvent(event)
        elif keys in _REMOVE:
            self.remove_chosen()
        elif keys in (_UP, _DOWN):
            self.move_point(row, 1 if keys == _DOWN else -1)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste(QGuiApplication.clipboard().text().splitlines())
        elif event.key() in _ENTER and len(self.choice.rows()) > 1:
            self.choice.ask_topic()
        elif event.key() in _ENTER:
            self.edit_first(row)
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS:
            self.edit_cell(row, PointColumn.WORDS)
            self.line.type_after(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.history.has_steps
        ):
            event.accept()  # before the Undo of the window
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_columns()

    def _build(self) -> None:
        self.setModel(self.points)
        self.setItemDelegate(PointsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        self._fit_columns()
        header.setSectionResizeMode(PointColumn.WORDS, QHeaderView.ResizeMode.Stretch)

    def _fit_columns(self) -> None:
        # There are few kinds: large text must not cut them.
        widths = (36, scaled(144), 200, 0, 208)
        for column, width in zip(PointColumn, widths, strict=True):
            if width:
                self.horizontalHeader().resizeSection(column, width)

    def _connect(self) -> None:
        self.clicked.connect(self._edit_clicked)
        self.customContextMenuRequested.connect(self.choice.open_menu)
        self.line.left.connect(self._go_on)
        self.line.lines_pasted.connect(self._paste)
        self.line.asked.connect(self._place_line)
        self.line.touched.connect(self.touched)
        self.line.undo_asked.connect(self._take_back)
        on_keys(self, PROMISE_KEYS, lambda: self.choice.react(COMMITMENT))

    def _edit_clicked(self, index: QModelIndex) -> None:
        """Edit a cell; with Shift or Ctrl a click selects."""
        if not QGuiApplication.keyboardModifiers() & _SELECTING:
            self.edit_cell(index.row(), max(index.column(), PointColumn.KIND))

    def _place_line(self) -> None:
        self.line.place(self.visualRect(self.line.cell))

    def _go_on(self, row: int, column: int, key: Qt.Key) -> None:
        """Move from a cell by a key."""
        last = self.points.rowCount() - 1
        if column == PointColumn.TOPIC and self.choice.pass_on(row):
            return
        if key in (_Key.Key_Up, _Key.Key_Down):
            step = 1 if key == _Key.Key_Down else -1
            self.edit_cell(min(max(row + step, 0), last), column)
        elif key == _Key.Key_Backtab:
            self._go_back(row, column)
        elif key == _Key.Key_Return and row == last and column >= PointColumn.WORDS:
            self.edit_cell(row, column)  # it is blank: there is no next one
        elif (
            column == PointColumn.TOPIC and key == _Key.Key_Return and (untold := self._untold(row))
        ):
            self.edit_cell(untold, PointColumn.TOPIC)  # as after a paste: topic after topic
        elif column < PointColumn.REACTION:
            self.edit_cell(row, column + 1)
        elif key == _Key.Key_Return:
            self.edit_cell(row + 1, PointColumn.TOPIC)
        elif row < last:
            self.edit_cell(row + 1, PointColumn.KIND)
        else:
            self._pass(forwards=True)

    def _untold(self, row: int) -> int | None:
        """Return the next row with words but no topic below a row that has both, or None."""
        told = self.points.line(row)
        if not told.point.topic or not words_of(told):
            return None
        rows = range(row + 1, self.points.rowCount())
        lines = ((place, self.points.line(place)) for place in rows)
        untold = (place for place, it in lines if words_of(it) and not it.point.topic)
        return next(untold, None)

    def _go_back(self, row: int, column: int) -> None:
        if column > PointColumn.KIND:
            self.edit_cell(row, column - 1)
        elif row > 0:
            self.edit_cell(row - 1, PointColumn.REACTION)
        else:
            self._pass(forwards=False)

    def _pass(self, *, forwards: bool) -> None:
        self.line.close_cell()
        self.passed.emit(forwards)

    def _paste(self, texts: Sequence[str]) -> None:
        """Insert a point for each pasted text that is not blank, without its bullet."""
        texts = [without_bullet(text) for text in texts if text.strip()]
        row = max(self.currentIndex().row(), 0)
        if texts and self.line.finish():
            self.history.begin()
            self.points.insert_words(row, texts)
            self.history.end()
            self.edit_cell(row, PointColumn.TOPIC)

    def _take_back(self) -> None:
        """Undo the last change of a cell, paste or move, and go to its row."""
        if self.history.has_steps:
            self.line.close_cell()
            row = self.history.take_back()
            self.setCurrentIndex(self.points.index(row, PointColumn.TOPIC))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_chosen(self) -> None:
        """Remove the selected points."""
        if removed := self.choice.take_out():
            self.removed.emit(removed)

    def move_point(self, row: int, step: int) -> None:
        """Move a point up or down by that many rows."""
        last = self.points.rowCount() - 2
        if 0 <= row + step <= last and row <= last and self.line.finish():
            self.history.begin()
            self.points.move(row, step)
            self.history.end()
            self.setCurrentIndex(self.points.index(row + step, PointColumn.TOPIC))


def _first_empty(line: PointLine) -> PointColumn:
    """Return the first empty cell of a line, or its words if none is empty."""
    if not line.point.topic:
        return PointColumn.TOPIC
    is_open = reaction_of(line) == OPEN and words_of(line)
    return PointColumn.REACTION if is_open else PointColumn.WORDS
