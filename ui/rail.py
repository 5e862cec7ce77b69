"""The navigation rail: the office, the pages, and at its foot language, help and lock."""

from collections.abc import Callable, Sequence

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
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from outreach_app import i18n
from outreach_app.i18n import ScreenLanguage, isolate, said_in
from outreach_app.i18n import gettext as _
from ui.fonts import font
from ui.icons import paint_icon
from ui.languages import NAMES
from ui.pages import PageEntry
from ui.register_block import RegisterBlock
from ui.style import colour
from ui.widgets.buttons import RailButton
from ui.widgets.reading_order import ReadingSurface
from ui.widgets.tips import tip
from ui.widgets.translated import Translated

WIDTH, NARROW = 184, 56
# The page whose count is shown in the rail.
COUNTED = "today"
_ITEM = 40
_ICON = 20
_MARGIN = 16
_GAP = 12
_BAR = 4
_PILL, _PILL_SPACE = 20, 6
_MAX = 99
_COUNT = Qt.ItemDataRole.UserRole + 1
_SEMIBOLD = QFont.Weight.DemiBold

Index = QModelIndex | QPersistentModelIndex


class Rail(Translated, ReadingSurface):
    """Emits `chosen` with the key of a page. If narrow, it shows only icons. Tab stays in it."""

    chosen = Signal(str)
    language_asked = Signal()
    help_asked = Signal()
    lock_asked = Signal()

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__("win")
        self._entries = entries
        self._model = _EntriesModel(entries)
        self._list = QListView()
        self.register = RegisterBlock()
        self.language = RailButton(other_language_name, "translate")
        self.help = RailButton(lambda: _("Help"), "question", "F1")
        self.lock = RailButton(lambda: _("Lock"), "lock-simple")
        self._build()
        self._connect()
        self.retranslate()

    def swap_focus(self, focus_page: Callable[[], None]) -> None:
        """Focus the list of pages, or from there the page."""
        if self.isAncestorOf(self.window().focusWidget()):
            focus_page()
        else:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def select(self, key: str) -> None:
        """Mark the page of that key as current, without emitting `chosen`."""
        row = [entry.key for entry in self._entries].index(key)
        self._list.blockSignals(True)
        self._list.setCurrentIndex(self._model.index(row))
        self._list.blockSignals(False)
        self._list.viewport().update()

    def set_narrow(self, is_narrow: bool) -> None:
        """Show only icons, with tooltips, or icons and text."""
        wide = max(WIDTH, _needed_width(self._entries))
        self.setFixedWidth(NARROW if is_narrow else wide)
        self.register.set_narrow(is_narrow)
        for button in self._buttons:
            button.set_narrow(is_narrow)

    @property
    def _buttons(self) -> tuple[RailButton, ...]:
        return self.language, self.help, self.lock

    def show_count(self, number: int, words: str) -> None:
        """Show beside the name of COUNTED how many things wait there; `words` say which."""
        self._model.count(number, words)

    def retranslate(self) -> None:
        self._list.setAccessibleName(_("Pages"))
        self._list.viewport().update()

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(_RailDelegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.register)
        layout.addWidget(self._list, 1)
        for button in self._buttons:
            layout.addWidget(button)
        self.set_narrow(False)

    def _connect(self) -> None:
        selection = self._list.selectionModel()
        selection.currentChanged.connect(lambda index, _former: self._choose(index))
        self._list.clicked.connect(self._choose)
        self.language.clicked.connect(self.language_asked)
        self.help.clicked.connect(self.help_asked)
        self.lock.clicked.connect(self.lock_asked)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._entries[index.row()].key)


class _EntriesModel(QAbstractListModel):
    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._entries = entries
        self._count, self._counted = 0, ""

    def count(self, number: int, words: str) -> None:
        row = [entry.key for entry in self._entries].index(COUNTED)
        self._count, self._counted = number, words
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        number, title = self._count if entry.key == COUNTED else 0, entry.title()
        if role == Qt.ItemDataRole.AccessibleTextRole and number:
            return _("{title}: {number} waiting").format(title=title, number=isolate(str(number)))
        answers = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.UserRole: entry.icon,
            Qt.ItemDataRole.ToolTipRole: tip(f"{title}\n{self._counted}" if number else title),
            _COUNT: number,
        }
        return answers.get(Qt.ItemDataRole(role))


class _RailDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ITEM)  # as wide as the rail

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = option.rect, option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        place = _Placer(rect, option.direction)
        if is_chosen:
            painter.fillRect(rect, colour("sel"))
            painter.fillRect(place(0, _BAR), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        square = place(_MARGIN, _ICON)
        square.adjust(0, (_ITEM - _ICON) // 2, 0, -(_ITEM - _ICON) // 2)
        name = index.data(Qt.ItemDataRole.UserRole)
        paint_icon(painter, square, f"{name}-fill" if is_chosen else name, _tone(is_chosen))
        if rect.width() <= NARROW:
            if number := index.data(_COUNT):
                _paint_number(painter, place, number)
            return
        painter.setFont(font(14, _SEMIBOLD if is_chosen else QFont.Weight.Normal))
        painter.setPen(colour("accent" if is_chosen else "text"))
        start, end = _MARGIN + _ICON + _GAP, _MARGIN
        if number := index.data(_COUNT):
            end += _paint_count(painter, place, rect, number)
        words = place(start, rect.width() - start - end)
        leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, leading | Qt.AlignmentFlag.AlignVCenter, index.data())


class _Placer:
    """Positions in a row, measured from its leading edge."""

    def __init__(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        self._rect = rect
        self._direction = direction

    def __call__(self, start: int, width: int) -> QRect:
        logical = QRect(self._rect.x() + start, self._rect.y(), width, self._rect.height())
        return QStyle.visualRect(self._direction, self._rect, logical)


def _paint_count(painter: QPainter, place: _Placer, rect: QRect, number: int) -> int:
    """Draw a pill at the trailing edge and return its width."""
    words, face = _count_words(number), font(12, _SEMIBOLD)
    width = _pill_width(words, face)
    pill = place(rect.width() - _MARGIN - width, width)
    pill.adjust(0, (_ITEM - _PILL) // 2, 0, -(_ITEM - _PILL) // 2)
    painter.save()
    painter.setFont(face)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(pill, _PILL / 2, _PILL / 2)
    painter.setPen(colour("text"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
    return width + _PILL_SPACE


def _paint_number(painter: QPainter, place: _Placer, number: int) -> None:
    """Draw the count at the upper corner of an icon without text, whole in large letters too."""
    words, face = _count_words(number), font(12, _SEMIBOLD)
    width = max(_MARGIN, QFontMetrics(face).horizontalAdvance(words) + 1)
    painter.setFont(face)
    painter.setPen(colour("text"))
    corner = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(place(NARROW - _BAR - width, width), corner, words)


def _count_words(number: int) -> str:
    return str(number) if number <= _MAX else f"{_MAX}+"


def _pill_width(words: str, face: QFont) -> int:
    return max(_PILL, QFontMetrics(face).horizontalAdvance(words) + 2 * _PILL_SPACE)


def _tone(is_chosen: bool) -> str:
    return "accent" if is_chosen else "muted"


def other_language_name() -> str:
    return NAMES[i18n.screen().next]


def _needed_width(entries: Sequence[PageEntry]) -> int:
    """Return the width of the longest line in any language, so that a switch moves nothing."""
    metrics = QFontMetrics(font(14, _SEMIBOLD))
    pill = _pill_width(f"{_MAX}+", font(12, _SEMIBOLD)) + _PILL_SPACE
    widths = [
        metrics.horizontalAdvance(said_in(language, entry.title))
        + (pill if entry.key == COUNTED else 0)
        for entry in entries
        for language in ScreenLanguage
    ]
    return _MARGIN + _ICON + _GAP + max(widths, default=0) + _MARGIN
