"""A choice among hundreds of territories: their levels are seen, and typed words find them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from ui.fonts import font, scaled
from ui.forms.choice_editor import Choice, Choices
from ui.forms.found_choice import FindingEditor
from ui.forms.territories import Territory
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex

_LEVEL = Qt.ItemDataRole.UserRole + 1
_WIDTH, _LIST_WIDTH = 256, 480
_ROW, _PADDING, _INDENT = 28, 8, 16


class TerritoryChoice(FindingEditor):
    """The country, its regions, their commands, their precincts, each further in.

    It filters a list, which has no place for a problem: what is typed and left is put back.
    """

    def __init__(self, territories: Choices) -> None:
        super().__init__(territories)
        for view in (self.view(), self._finder.list):
            _show_levels(view)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(_WIDTH)), hint.height())

    def value(self) -> object:
        return self.currentData()

    def _leave(self) -> None:
        self._put_back()

    def _add(self, choice: Choice) -> None:
        super()._add(choice)
        if isinstance(choice, Territory):
            self.setItemData(self.count() - 1, choice.level, _LEVEL)


class _LevelDelegate(PaintedDelegate):
    """Indents each entry by its level."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = PaintedRow(painter, option)
        row.draw_ground()
        start = _PADDING + _INDENT * (index.data(_LEVEL) or 0)
        place = option.rect.adjusted(start, 0, -_PADDING, 0)
        row.draw_text(place, index.data(), font(), "seltext" if row.is_chosen else "text")


def _show_levels(view: QAbstractItemView) -> None:
    view.setItemDelegate(_LevelDelegate(view))
    view.setMinimumWidth(scaled(_LIST_WIDTH))  # a name, a number and a city
