"""The list of open promises to the partners present, each closed with a key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.rules.dates import date_words
from ui.fonts import fix_width, font
from ui.style import colour
from ui.widgets.keys import key_words, on_keys
from ui.widgets.labels import note, small_title
from ui.widgets.layouts import column_in
from ui.widgets.painted_row import PaintedDelegate, PaintedRow
from ui.widgets.translated import Translated
from ui.widgets.wrapped import draw_words
from ui.words import code_words, status_icon

Index = QModelIndex | QPersistentModelIndex
_WIDTH = 240
_CAP = 44
_WORDS = _WIDTH - _CAP - 8
_ROW = 40  # of an entry, under its words
_KEYS = 9


class PromisesList(Translated):
    """`asked` carries the row that Alt and its number close or reopen.

    One that was closed here stays visible, struck through.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[CommitmentRow] = ()
        self._has_partners = False
        self._model = _PromisesModel()
        self._view = QListView()
        self._help = note()
        self._build()
        self.retranslate()

    def show_rows(self, rows: Sequence[CommitmentRow], *, has_partners: bool) -> None:
        """Show the open commitments, then those that were closed here."""
        open_now = {row.uid for row in rows}
        closed = [row for row in self.rows if row.is_closed and row.uid not in open_now]
        self._has_partners = has_partners
        self._show([*rows, *closed])

    def replace_row(self, row: CommitmentRow) -> None:
        """Replace a row by the current state of its commitment; do nothing if it is not shown."""
        self._show([row if known.uid == row.uid else known for known in self.rows])

    def clear(self) -> None:
        """Empty the list: another session is edited."""
        self._has_partners = False
        self._show([])

    def retranslate(self) -> None:
        self._view.setAccessibleName(_("Earlier commitments"))
        self._show(self.rows)

    def _show(self, rows: Sequence[CommitmentRow]) -> None:
        self.rows = rows
        self._model.show(rows)
        self._view.setVisible(bool(rows))
        if rows:
            self._help.setText(
                _("{keys} closes the commitment beside it; pressed again, it reopens it").format(
                    keys=isolate(key_words("Alt+1"))
                )
            )
        elif self._has_partners:
            self._help.setText(_("Nothing promised to these partners is open."))
        else:
            self._help.setText(_("Name the partners present to see what was promised to them."))

    def listen(self, window: QWidget) -> None:
        """Handle Alt+1 to Alt+9 anywhere in a widget."""
        for number in range(1, _KEYS + 1):
            on_keys(window, f"Alt+{number}", partial(self._ask, number - 1))

    def _ask(self, place: int) -> None:
        if place < len(self.rows):
            self.asked.emit(self.rows[place])

    def _build(self) -> None:
        fix_width(self, _WIDTH)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_PromiseDelegate(self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # It gets the height that the points leave, and scrolls.
        self._view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._view.activated.connect(lambda index: self._ask(index.row()))
        layout = column_in(self, 4)
        layout.addWidget(small_title(lambda: _("Earlier commitments")))
        layout.addWidget(self._help)
        layout.addWidget(self._view, 1)
        layout.addStretch(0)


class _PromisesModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[CommitmentRow] = ()

    def show(self, rows: Sequence[CommitmentRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text} · {_state(row)}"
        return row.text if role == Qt.ItemDataRole.DisplayRole else None


class _PromiseDelegate(PaintedDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _words_height(index) + _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _PromisesModel):
            return
        promise, row, rect = model.rows[index.row()], PaintedRow(painter, option), option.rect
        row.draw_ground()
        height = _words_height(index)
        self._draw_words(painter, option, promise, height)
        if index.row() < _KEYS:
            cap = QRect(rect.right() - _CAP + 1, rect.y() + 8, _CAP, 20)
            row.draw_text(
                cap, f"\u2066Alt+{index.row() + 1}\u2069", font(12), "muted", is_trailing=True
            )
        name, tone = status_icon(promise.status)
        top = rect.y() + height + 10
        row.draw_icon(QRect(rect.x(), top + 2, 16, 16), name, tone)
        state = QRect(rect.x() + 22, top, rect.width() - 22, 20)
        row.draw_text(state, _state(promise), font(12), tone)
        row.draw_line(QRect(rect.x(), rect.bottom(), rect.width(), 1))

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, promise: CommitmentRow, height: int
    ) -> None:
        """Draw the words wrapped, struck through once it is closed."""
        face = font(14, QFont.Weight.Medium)
        face.setStrikeOut(promise.is_closed)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        place = QRect(option.rect.x(), option.rect.y() + 8, _WORDS, height)
        painter.setFont(face)
        painter.setPen(colour("muted" if promise.is_closed else "text"))
        room = QStyle.visualRect(option.direction, option.rect, place)
        draw_words(painter, room, promise.text, side, option.direction)


def _words_height(index: Index) -> int:
    metrics = QFontMetrics(font(14, QFont.Weight.Medium))
    words = str(index.data())
    return metrics.boundingRect(QRect(0, 0, _WORDS, 0), Qt.TextFlag.TextWordWrap, words).height()


def _state(row: CommitmentRow) -> str:
    """Return its state, and its due day unless it is closed."""
    words = code_words(row.status)
    if row.is_closed:
        return _("{state} · just now").format(state=words)
    return f"{words} · {date_words(row.due_on)}" if row.due_on else words
