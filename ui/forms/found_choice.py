"""A choice from a long list, of which typed words find an entry."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from outreach_app import i18n
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.folding import fold_words
from outreach_app.vocabulary import catalogue
from ui.fonts import scaled
from ui.forms.choice_editor import MIN_WIDTH, Choice, ChoiceEditor, Choices, capitalised
from ui.forms.found_list import FoundDelegate, FoundList
from ui.forms.word_beginnings import beginnings, rank
from ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex

FOUND_BY = Qt.ItemDataRole.UserRole + 2
_LIST_WIDTH = 480
_MAX_ROWS = 16


@dataclass(frozen=True, slots=True)
class FoundChoice(Choice):
    """An entry, and the folded words that it is found by, each of its names on a line."""

    found_by: str


class FindingEditor(ChoiceEditor):
    """Enter takes the first that is found; other words that are left stay and cannot be read."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(choices)
        self._finder = _Finder(self)
        self._build_finder()
        self.retranslate()

    def value(self) -> object:
        """Return the code of the chosen entry. Raises ValueError for words that are no entry."""
        if words := self._unread():
            raise ValueError(
                _(
                    "No line of the list is called {words}. Type a few letters and choose a line"
                    " with Enter."
                ).format(words=isolate(words))
            )
        return self.currentData()

    def set_value(self, value: object) -> None:
        super().set_value(value)
        self._put_back()

    def retranslate(self) -> None:
        unread = self._unread()
        super().retranslate()
        if unread:
            self.setEditText(unread)
        self.view().setMinimumWidth(scaled(_LIST_WIDTH))
        self._show_beginning()

    def minimumSizeHint(self) -> QSize:
        # A record's name may be of any length: it is cut, and whole in the tooltip.
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), MIN_WIDTH), hint.height())

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if line := self.lineEdit():  # it is what takes the keyboard
            line.setAccessibleName(name)

    def asked_for(self, typed: str) -> str:
        """Return what the words of an entry must hold for what was typed."""
        return fold_words(typed)

    def _add(self, choice: Choice) -> None:
        super()._add(choice)
        if isinstance(choice, FoundChoice):
            self.setItemData(self.count() - 1, choice.found_by, FOUND_BY)

    def _build_finder(self) -> None:
        self.setEditable(True)
        self.setLineEdit(_Line())
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MAX_ROWS)
        self.setCompleter(self._finder)
        if line := self.lineEdit():
            line.textEdited.connect(self._finder.order.sort_for)
            line.returnPressed.connect(self._take_found)
            line.editingFinished.connect(self._leave)
        self.currentIndexChanged.connect(self._show_beginning)

    def _take_found(self) -> None:
        """Choose the first that is found; one that was gone to in the list is chosen already."""
        if self.currentText() == self.itemText(self.currentIndex()):
            return
        gone_to = self._finder.gone_to()
        words = self.asked_for(self.currentText())
        rows = [row for row in range(self.count()) if words in self.itemData(row, FOUND_BY)]
        found = min(rows, key=lambda row: rank(words, self.itemData(row, FOUND_BY)), default=None)
        self._finder.list.hide()
        found = found if gone_to is None else gone_to
        if found is not None:
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def _unread(self) -> str:
        """Return the typed words that are not those of the chosen entry."""
        line = self.lineEdit()
        words = line.text().strip() if line else ""
        return "" if words == self.itemText(self.currentIndex()).strip() else words

    def _leave(self) -> None:
        if self._unread():
            self.activated.emit(self.currentIndex())  # its form looks at it
        else:
            self._put_back()

    def _put_back(self) -> None:
        self.setEditText(self.itemText(self.currentIndex()))
        self._show_beginning()

    def _show_beginning(self) -> None:
        self.setToolTip(tip(self.itemText(self.currentIndex())))
        if line := self.lineEdit():
            line.setCursorPosition(0)


class _Line(QLineEdit):
    """Selects all when it is entered, so that what is typed takes the place of the entry."""

    _is_clicked = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._is_clicked and not self.hasSelectedText():
            self.selectAll()
        self._is_clicked = False


class TopicEditor(FindingEditor):
    """A topic, found by the beginning of any of its words, in either language."""

    def __init__(self) -> None:
        super().__init__(_topics)
        self.set_value(None)

    def asked_for(self, typed: str) -> str:
        return f" {fold_words(typed)}"


class _Order(QSortFilterProxyModel):
    """The entries, those first whose names begin with what is typed."""

    def __init__(self, editor: FindingEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._words = ""
        self.setDynamicSortFilter(False)  # not at each entry of a list that is read again
        self.setSourceModel(editor.model())

    def sort_for(self, typed: str) -> None:
        """Sort for what is typed; entries of one rank keep their order."""
        self._words = self._editor.asked_for(typed)
        self.sort(0)

    def lessThan(self, left: Index, right: Index) -> bool:
        return self._place(left) < self._place(right)

    def _place(self, index: Index) -> tuple[int, int]:
        return rank(self._words, index.data(FOUND_BY) or ""), index.row()


class _Finder(QCompleter):
    """Finds by words in either language, in whatever spelling."""

    def __init__(self, editor: FindingEditor) -> None:
        self.order = _Order(editor)
        super().__init__(self.order, editor)
        self._editor = editor
        self.list = FoundList()
        self.setPopup(self.list)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.setCompletionRole(FOUND_BY)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MAX_ROWS)

    def splitPath(self, path: str) -> list[str]:
        return [self._editor.asked_for(path)]

    def gone_to(self) -> int | None:
        """Return the row of the entry that was gone to in the list with the arrows."""
        index = self.list.currentIndex()
        if not self.list.isVisible() or not index.isValid():
            return None
        row = self._editor.findData(index.data(Qt.ItemDataRole.UserRole))
        return row if row >= 0 else None

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _topics() -> list[FoundChoice]:
    language = i18n.current()
    return [
        FoundChoice(entry.code, capitalised(entry.label(language)), beginnings(entry.ar, entry.fr))
        for entry in catalogue("tp").values()
    ]
