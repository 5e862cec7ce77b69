"""A field of the session editor under its label; its band shows errors."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.fonts import fix_width, free_width
from ui.widgets.labels import note
from ui.widgets.tips import tip
from ui.widgets.translated import Text, Translated


class Labelled(Translated):
    """A one-line label above a widget, also its name for screen readers.

    Bands have a fixed height: errors are shown in one line of the band.
    """

    def __init__(self, label: Text, widget: QWidget, width: int) -> None:
        super().__init__()
        self.label = label
        self.widget = widget
        self._problem = ""
        self._words = note()
        self._words.setWordWrap(False)
        self._width = width
        if width:
            fix_width(self, width)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._words)
        self._layout.addWidget(widget)
        self.retranslate()

    def put_label(self, *, is_beside: bool) -> None:
        """Put the label beside the widget, in one line with it, or above."""
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if is_beside else way.TopToBottom)
        self._layout.setSpacing(12 if is_beside else 4)
        if self._width:
            fixed, free = (self.widget, self) if is_beside else (self, self.widget)
            free_width(free)
            fix_width(fixed, self._width)

    def mark(self, problem: str) -> None:
        """Mark the field as invalid, or as valid with ""; screen readers get the reason.

        Called for all fields at every key: an unchanged field is not styled again.
        """
        if problem == self._problem:
            return
        self._problem = problem
        self.widget.setAccessibleDescription(problem)
        self.widget.setToolTip(tip(problem))
        self.widget.setProperty("wrong", bool(problem))
        self.widget.style().unpolish(self.widget)
        self.widget.style().polish(self.widget)

    def retranslate(self) -> None:
        self._words.setText(self.label())
        self.widget.setAccessibleName(self.label())
