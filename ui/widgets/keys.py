"""Keys that act as long as the keyboard is in a part of the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

# By their place on the board: a French one has other signs there without Shift.
_DIGITS = {"1": 1, "&": 1, "١": 1, "2": 2, "é": 2, "٢": 2, "3": 3, '"': 3, "٣": 3}


def digit_of(event: QKeyEvent) -> int | None:
    """Return which of the first three digit keys was pressed, None for another key."""
    return _DIGITS.get(event.text().lower())


def on_keys(widget: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Do something when these keys are pressed in a widget or in what stands in it."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
