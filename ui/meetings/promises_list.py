"""What was promised to these partners and is still open, each closed with a key."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from ui.fonts import font
from ui.widgets.labels import note, small_title
from ui.widgets.painted_row import PaintedRow
from ui.widgets.translated import Translated
from ui.words import code_words, date_words, status_icon

Index = QModelIndex | QPersistentModelIndex
_ROW = 56
_KEYS = 9
_CAP = 48


class PromisesList(Translated):
    """`kept` carries the row that Alt and its number close."""

    kept = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[CommitmentRow] = ()
        self._model = _PromisesModel()
        self._view = QListView()
        self._help = note()
        self._build()
        self.retranslate()

    def show_rows(self, rows: Sequence[CommitmentRow], *, has_partners: bool) -> None:
        """Show the promises that are open."""
        self.rows = rows
        self._model.show(rows)
        self._view.setVisible(bool(rows))
        if rows:
            self._help.setText(_("The key closes the commitment"))
        elif has_partners:
            self._help.setText(_("Nothing promised to these partners is open."))
        else:
            self._help.setText(_("Name the partners present to see what was promised to them."))

    def retranslate(self) -> None:
        self._view.setAccessibleName(_("Earlier commitments"))
        self.show_rows(self.rows, has_partners=bool(self.rows))

    def listen(self, window: QWidget) -> None:
        """Take Alt+1 to Alt+9 anywhere in a widget."""
        for number in range(1, _KEYS + 1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), window)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda place=number - 1: self._keep(place))

    def _keep(self, place: int) -> None:
        if place < len(self.rows):
            self.kept.emit(self.rows[place])

    def _build(self) -> None:
        self.setFixedWidth(240)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_PromiseDelegate(self._view))
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
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
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.rows[index.row()].text


class _PromiseDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, _PromisesModel):
            return
        promise, row, rect = model.rows[index.row()], PaintedRow(painter, option), option.rect
        words = QRect(rect.x(), rect.y() + 6, rect.width() - _CAP - 8, 21)
        row.draw_text(words, promise.text, font(14, QFont.Weight.Medium), "text")
        cap = QRect(rect.right() - _CAP, rect.y() + 6, _CAP, 21)
        if index.row() < _KEYS:
            keys = f"\u2066Alt+{index.row() + 1}\u2069"
            row.draw_text(cap, keys, font(12), "muted", is_trailing=True)
        name, tone = status_icon(promise.status)
        row.draw_icon(QRect(rect.x(), rect.y() + 31, 16, 16), name, tone)
        state = code_words(promise.status)
        if promise.due_on is not None:
            state = f"{state} · {date_words(promise.due_on)}"
        row.draw_text(
            QRect(rect.x() + 22, rect.y() + 29, rect.width() - 22, 20), state, font(12), tone
        )
        row.draw_line(QRect(rect.x(), rect.bottom(), rect.width(), 1))
