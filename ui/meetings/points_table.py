"""The points, typed one line after the other in a line that moves from cell to cell."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import parse_date
from ui.drafts.session_sheet import PointLine
from ui.fonts import font, scaled
from ui.forms.calendar_popup import CalendarPopup
from ui.meetings.point_edits import debtor_of, reaction_of, with_phrase, with_words
from ui.meetings.points_delegate import ROW_HEIGHT, PointsDelegate
from ui.meetings.points_model import PointColumn, PointsModel
from ui.meetings.reaction_entry import ReactionEntry, ReactionStep
from ui.meetings.suggest_line import Suggest, SuggestLine
from ui.meetings.suggestions import (
    Suggestion,
    suggest_debtors,
    suggest_kinds,
    suggest_phrases,
    suggest_reactions,
    suggest_services,
    suggest_topics,
)
from ui.widgets.translated import Retranslating
from ui.words import date_text

_HEADER_HEIGHT = 32
_ENTRY_WIDTH = 420  # of a reply or a promise, wider than its column
_REMOVE = QKeySequence("Ctrl+Del")
_Key = Qt.Key


class PointsTable(Retranslating, QTableView):
    """Emits `passed` when Tab leaves it, True forwards; `removed` with a line and its row."""

    passed = Signal(bool)
    removed = Signal(object)
    refused = Signal(str)

    def __init__(self, points: PointsModel, today: date) -> None:
        super().__init__()
        self.points = points
        self.line = SuggestLine(self.viewport())
        self._today = today
        self._taken: Suggestion | None = None
        self._entry: ReactionEntry | None = None
        self._build()
        self._connect()
        self.retranslate()

    def edit_cell(self, row: int, column: int) -> None:
        """Type in a cell."""
        index = self.points.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._taken, self._entry = None, None
        if column == PointColumn.REACTION:
            self._entry = ReactionEntry(self.points.line(row), self._today)
        self._ask(index)

    def end_editing(self) -> None:
        """Keep what is typed in the cell, as Tab would, and type nowhere."""
        if self.line.isVisible():
            self._taken = self._taken or self.line.suggested
            self._keep(self.currentIndex())
            self.line.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Points raised"))
        self.points.retranslate()
        if self.line.isVisible():
            self._say_again()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
        index = self.currentIndex()
        is_clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if index.isValid() and is_clicked:
            self.edit_cell(index.row(), max(index.column(), PointColumn.KIND))
        else:
            column = PointColumn.REACTION if backwards else PointColumn.KIND
            last = self.points.rowCount() - 1
            self.edit_cell(max(last - 1, 0) if backwards else last, column)

    def sizeHint(self) -> QSize:
        # Its head and three points: where the room is short, the bands around it keep theirs.
        return QSize(super().sizeHint().width(), _HEADER_HEIGHT + 3 * ROW_HEIGHT)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "line"):
            self._place_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QKeySequence(event.keyCombination()) == _REMOVE:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self.points)
        self.setItemDelegate(PointsDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setFont(font(12, font().Weight.Medium))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        # The kinds are few and known: large letters must not cut them.
        widths = (36, scaled(144), 200, 0, 208)
        for column, width in zip(PointColumn, widths, strict=True):
            header.resizeSection(column, width)
        header.setSectionResizeMode(PointColumn.WORDS, QHeaderView.ResizeMode.Stretch)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.line.hide()

    def _connect(self) -> None:
        self.clicked.connect(lambda index: self.edit_cell(index.row(), max(index.column(), 1)))
        self.line.taken.connect(self._take)
        self.line.ended.connect(self._leave)
        self.line.textEdited.connect(self._follow)
        self.line.lines_pasted.connect(self._paste)
        self.line.calendar_asked.connect(self._open_calendar)

    def _ask(self, index: QModelIndex) -> None:
        """Show the line over a cell with what it asks for."""
        column, line = index.column(), self.points.line(index.row())
        shown = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if column == PointColumn.KIND:
            self.line.set_suggestions(suggest_kinds, 1)
        elif column == PointColumn.TOPIC:
            self.line.set_suggestions(suggest_topics, 2)
        elif column == PointColumn.WORDS:
            topic = line.point.topic
            self.line.set_suggestions(
                lambda typed: suggest_phrases(typed, topic), 2, picks_first=False
            )
        elif self._entry is not None:
            shown = self._entry.text
            self._suggest_for(self._entry.step)
        self._name_line(column)
        self.line.setText(shown)
        self._place_line()
        self.line.show()
        self.line.setFocus()
        self.line.selectAll()
        if self._entry is not None:
            self.line.suggest()

    def _name_line(self, column: int) -> None:
        header = str(self.points.headerData(column, Qt.Orientation.Horizontal))
        question = self._entry.question if self._entry else header
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(question)

    def _say_again(self) -> None:
        """Ask in the language that was switched to; what a person typed stays as typed."""
        index = self.currentIndex()
        self._name_line(index.column())
        if self._entry is None and not self.line.isModified():
            self.line.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            self.line.selectAll()
        self.line.suggest_again()

    def _suggest_for(self, step: ReactionStep) -> None:
        line, present = self.points.line(self.currentIndex().row()), self.points.present
        choices: dict[ReactionStep, Suggest] = {
            ReactionStep.REACTION: lambda typed: suggest_reactions(typed, reaction_of(line)),
            ReactionStep.DEBTOR: lambda typed: suggest_debtors(typed, present, debtor_of(line)),
            ReactionStep.AUTHORITY: suggest_services,
            ReactionStep.SERVICE: suggest_services,
        }
        # What is there stays at a bare Enter; an authority need not be known.
        picks_first = step in (ReactionStep.REACTION, ReactionStep.DEBTOR, ReactionStep.SERVICE)
        self.line.set_suggestions(choices.get(step), 0, picks_first=picks_first)

    def _place_line(self) -> None:
        index = self.currentIndex()
        rect = self.visualRect(index).adjusted(0, 2, 0, -2)
        is_wide = self._entry is not None and self._entry.step is not ReactionStep.REACTION
        if is_wide and rect.width() < _ENTRY_WIDTH:
            more = _ENTRY_WIDTH - rect.width()
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            rect = rect.adjusted(0, 0, more, 0) if is_mirrored else rect.adjusted(-more, 0, 0, 0)
        self.line.setGeometry(QRect(rect))

    def _take(self, suggestion: Suggestion) -> None:
        self._taken = suggestion

    def _follow(self, typed: str) -> None:
        """Keep the words at each key, so that a draft never misses them."""
        index = self.currentIndex()
        if index.column() == PointColumn.WORDS:
            self.points.set_line(index.row(), with_words(self.points.line(index.row()), typed))

    def _leave(self, key: Qt.Key) -> None:
        index = self.currentIndex()
        if not self._keep(index):
            return
        row, column = index.row(), index.column()
        if self._entry is not None and self._entry.step is not ReactionStep.DONE:
            if key != _Key.Key_Backtab:
                self._taken = None
                self._ask(index)
                return
            self._entry = None
        self._go_on(row, column, key)

    def _go_on(self, row: int, column: int, key: Qt.Key) -> None:
        is_blank = self.points.line(row).is_blank
        if key in (_Key.Key_Up, _Key.Key_Down):
            step = 1 if key == _Key.Key_Down else -1
            self.edit_cell(min(max(row + step, 0), self.points.rowCount() - 1), column)
        elif key == _Key.Key_Backtab:
            self._go_back(row, column)
        elif is_blank and column > PointColumn.KIND:
            self.line.hide()
            self.passed.emit(True)
        elif column == PointColumn.REACTION or (
            column == PointColumn.WORDS and key == _Key.Key_Return
        ):
            self.edit_cell(row + 1, PointColumn.KIND)
        else:
            self.edit_cell(row, column + 1)

    def _go_back(self, row: int, column: int) -> None:
        if column > PointColumn.KIND:
            self.edit_cell(row, column - 1)
        elif row > 0:
            self.edit_cell(row - 1, PointColumn.REACTION)
        else:
            self.line.hide()
            self.passed.emit(False)

    def _keep(self, index: QModelIndex) -> bool:
        """Keep what a cell was given; False where it cannot be and the line stays."""
        row, column, typed = index.row(), index.column(), self.line.text()
        taken, self._taken = self._taken, None
        if self._entry is not None:
            return self._answer(row, typed, taken)
        if column == PointColumn.WORDS:
            if taken is not None:
                self.points.set_line(row, with_phrase(self.points.line(row), taken.code))
        elif taken is not None:
            self.points.setData(index, taken.code)
        elif column == PointColumn.TOPIC and typed.strip() and typed != index.data():
            self.refused.emit(_("No topic begins so. Type two letters of another word of it."))
            return False
        return True

    def _answer(self, row: int, typed: str, taken: Suggestion | None) -> bool:
        entry = self._entry
        if entry is None:
            return True
        try:
            entry.take(typed, taken.code if taken else None)
        except ValueError as error:
            self.refused.emit(str(error))
            return False
        if entry.step is ReactionStep.DONE:
            self.points.set_line(row, entry.line)
        return True

    def _open_calendar(self) -> None:
        """Let a day be chosen where one is asked for."""
        if self._entry is not None and self._entry.step is ReactionStep.DUE:
            popup = CalendarPopup(parse_date(self.line.text()) or self._today, self.line)
            popup.chosen.connect(lambda day: self.line.setText(date_text(day)))
            popup.open_under(self.line)

    def _paste(self, lines: Sequence[str]) -> None:
        row = max(self.currentIndex().row(), 0)
        self.points.insert_words(row, lines)
        self.edit_cell(row, PointColumn.TOPIC)

    def _remove(self) -> None:
        row = self.currentIndex().row()
        if 0 <= row < self.points.rowCount() - 1:
            line: PointLine = self.points.line(row)
            self.points.remove(row)
            self.removed.emit((row, line))
            self.edit_cell(row, PointColumn.KIND)
