"""A choice among hundreds of territories: their levels are seen, and typed words find them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QListView,
    QStyleOptionViewItem,
)

from outreach_app.rules.folding import fold_words
from ui.fonts import font, scaled
from ui.forms.choice_editor import Choice, ChoiceEditor, Choices
from ui.forms.territories import Territory
from ui.widgets.painted_row import PaintedDelegate, PaintedRow

Index = QModelIndex | QPersistentModelIndex

_LEVEL, _FOUND_BY = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_WIDTH, _LIST_WIDTH = 256, 480
_ROW, _PADDING, _INDENT = 28, 8, 16
_MOST_ROWS = 16


class TerritoryChoice(ChoiceEditor):
    """Enter takes the first that is found; what was typed and then left is put back."""

    def __init__(self, territories: Choices) -> None:
        super().__init__(territories)
        self._finder = _Finder(self)
        self._build()
        self.retranslate()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(_WIDTH)), hint.height())

    def retranslate(self) -> None:
        super().retranslate()
        self.view().setMinimumWidth(scaled(_LIST_WIDTH))
        self._show_beginning()

    def _add(self, choice: Choice) -> None:
        super()._add(choice)
        if isinstance(choice, Territory):
            self.setItemData(self.count() - 1, choice.level, _LEVEL)
            self.setItemData(self.count() - 1, choice.found_by, _FOUND_BY)

    def _build(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.setCompleter(self._finder)
        for view in (self.view(), self._finder.list):
            _show_levels(view)
        if line := self.lineEdit():
            line.returnPressed.connect(self._take_found)
            line.editingFinished.connect(self._put_back)
        self.currentIndexChanged.connect(self._show_beginning)

    def _take_found(self) -> None:
        """Choose the first that is found; one that was gone to in the list is chosen already."""
        if self.currentText() == self.itemText(self.currentIndex()):
            return
        words = fold_words(self.currentText())
        rows = (row for row in range(self.count()) if words in self.itemData(row, _FOUND_BY))
        found = next(rows, None)
        self._finder.list.hide()
        if found is not None:
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def _put_back(self) -> None:
        self.setEditText(self.itemText(self.currentIndex()))
        self._show_beginning()

    def _show_beginning(self) -> None:
        if line := self.lineEdit():
            line.setCursorPosition(0)


class _Finder(QCompleter):
    """Finds by words in either language, in whatever spelling."""

    def __init__(self, choice: QComboBox) -> None:
        super().__init__(choice.model(), choice)
        self.list = QListView()
        self.setPopup(self.list)
        self.setCompletionRole(_FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_ROWS)

    def splitPath(self, path: str) -> list[str]:
        return [fold_words(path)]

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class _LevelDelegate(PaintedDelegate):
    """What belongs to another stands further in."""

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
