"""The list under a line being edited: words, a note, the other language."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from outreach_app.i18n import gettext as _
from ui.attendance.suggestion import Suggestion
from ui.fonts import font, scaled
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.widgets.translated import Retranslating

Index = QModelIndex | QPersistentModelIndex

_ROW = 32
_PADDING = 12
_GAP = 16
_CHECK = 16  # px of the mark of the present value
_WIDEST, _NARROW = 860, 280
_MAX = 10  # visible rows; the arrows scroll to the others


class SuggestPopup(Retranslating, QListView):
    """The list of suggestions; its line keeps the keyboard focus and moves the choice."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._rows = _SuggestionsModel()
        self.setModel(self._rows)
        self.setItemDelegate(_SuggestionDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()
        self.retranslate()

    def show_rows(
        self, rows: Sequence[Suggestion], line: QWidget, first: int, above: int = 0
    ) -> None:
        """Show rows under a line, the one at `first` chosen (-1: none); hide without rows.

        Without room they are shown over it, `above` px higher than its edge.
        """
        self._rows.show(rows)
        self.setVisible(bool(rows))
        self.setCurrentIndex(self._rows.index(first) if first >= 0 else QModelIndex())
        window = self._window
        frame = 2 * self.frameWidth()
        width = min(self._rows.needed_width + frame, scaled(_WIDEST))
        width = min(max(width, scaled(_NARROW), line.width()), window.width())
        self.resize(width, min(len(rows), _MAX) * _ROW + frame)
        self.stay_under(line, above)
        self.raise_()

    def stay_under(self, line: QWidget, above: int = 0) -> None:
        """Follow a line that its page moved."""
        self.move(self._place(line, above))

    def move_choice(self, step: int) -> None:
        """Choose the previous or next row, stopping at both ends."""
        row = self.currentIndex().row() + step
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row))

    def choose(self, row: int) -> bool:
        """Choose a row; return False if there is none."""
        self.setCurrentIndex(self._rows.index(row))
        return row < self._rows.rowCount()

    @property
    def chosen(self) -> Suggestion | None:
        """The row that Enter accepts."""
        row = self.currentIndex().row()
        return self._rows.rows[row] if self.isVisible() and row >= 0 else None

    def retranslate(self) -> None:
        self.setAccessibleName(_("Suggestions"))

    def _place(self, line: QWidget, above: int) -> QPoint:
        window, width, height = self._window, self.width(), self.height()
        corner = line.mapTo(window, QPoint(0, 0))
        x = corner.x()
        if line.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x += line.width() - width
        y = corner.y() + line.height()
        if y + height > window.height():
            y = corner.y() - above - height
        return QPoint(min(max(x, 0), window.width() - width), max(y, 0))


class _SuggestionsModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Suggestion] = ()
        self.has_now = False  # a mark at the end of a row
        self.note_width = self.other_width = self.needed_width = 0  # of the widest, and of all

    def show(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.note_width = _width_of([row.note for row in rows], 12)
        self.other_width = _width_of([row.other for row in rows], 12)
        words = _width_of([row.words for row in rows], 14)
        parts = (words, self.note_width, self.other_width)
        self.has_now = any(row.is_now for row in rows)
        self.needed_width = sum(part + _GAP for part in parts if part) + 2 * _PADDING
        self.needed_width += self.has_now * (_CHECK + _GAP)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()].words if role == Qt.ItemDataRole.DisplayRole else None


class _SuggestionDelegate(PaintedDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _SuggestionsModel):
            return
        suggestion = model.rows[index.row()]
        row = PaintedRow(painter, option)
        row.draw_ground()
        inner = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if model.has_now:
            inner.setRight(inner.right() - _CHECK - _GAP)
        if suggestion.is_now:
            top = inner.center().y() - _CHECK // 2
            row.draw_icon(QRect(inner.right() + _GAP, top, _CHECK, _CHECK), "check", "accent")
        if not (suggestion.note or suggestion.other):
            row.draw_text(inner, suggestion.words, font(), "text")
            return
        # Where not all fits, the words are cut last.
        most = inner.width() // (1 if model.needed_width <= option.rect.width() else 4)
        for_note, for_other = min(model.note_width, most), min(model.other_width, most)
        end = inner.right() + 1
        other = QRect(end - for_other, inner.y(), for_other, inner.height())
        end -= for_other + _GAP if for_other else 0
        note = QRect(end - for_note, inner.y(), for_note, inner.height())
        end -= for_note + _GAP if for_note else 0
        words = QRect(inner.x(), inner.y(), end - inner.x(), inner.height())
        row.draw_text(words, suggestion.words, font(), "text")
        row.draw_text(note, suggestion.note, font(12), "muted")
        row.draw_text(other, suggestion.other, font(12), "muted", is_trailing=True)


def _width_of(texts: Sequence[str], pixels: int) -> int:
    metrics = QFontMetrics(font(pixels))
    return max((metrics.horizontalAdvance(text) for text in texts if text), default=-2) + 2
