"""What is asked in the cell being edited, or why its text is refused, above the cell."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.style import colour
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface

_MARGIN = 8


class CellGuide(Surface):
    """Stays in sight while an answer is typed, as a placeholder does not. Hidden without words."""

    def __init__(self, table: QWidget) -> None:
        super().__init__("base")
        self.setParent(table)
        self._table = table
        self.words = Label(pixels=12)
        self.words.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        column.addWidget(self.words)
        self._question, self._refusal = "", ""
        self._show()

    @property
    def height_above(self) -> int:
        """The height that a list above the line leaves free."""
        return 0 if self.isHidden() else self.height()

    def ask(self, question: str) -> None:
        """Show what is asked; "" for nothing."""
        self._question, self._refusal = question, ""
        self._show()

    def refuse(self, words: str) -> None:
        """Show why the text is refused instead; "" shows the question again."""
        self._refusal = words
        self._show()

    def place(self, line: QRect) -> None:
        """Move above a line of that geometry; its words wrap where they have no room."""
        around, most = 2 * _MARGIN, self._table.width()
        width = min(max(self._needed() + around, line.width()), most)
        height = self.words.heightForWidth(width - around) + 8
        rect = QRect(line.x(), line.y() - height, width, height)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveRight(line.right())
        rect.moveLeft(min(max(rect.left(), 0), most - width))
        self.setGeometry(rect)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour("late" if self._refusal else "accent"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _needed(self) -> int:
        return self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2

    def _show(self) -> None:
        words = self._refusal or self._question
        self.words.setText(words)
        self.words.set_tone("late" if self._refusal else "text")
        self.setVisible(bool(words))
        self.update()
