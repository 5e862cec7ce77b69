"""Shortcuts in a part of the window, and the names of keys."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.translated import Text

# By physical position: a French keyboard has other characters there without Shift.
_DIGITS = {"1": 1, "&": 1, "١": 1, "2": 2, "é": 2, "٢": 2, "3": 3, '"': 3, "٣": 3}

# A window, a popup or a menu takes the keyboard for a while.
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)

# As printed on the keyboards of a language; others are the same everywhere.
_NAMES: Mapping[str, Text] = {
    "Del": lambda: _("Del"),
    "Enter": lambda: _("Enter"),
    "Esc": lambda: _("Esc"),
    "Page Down": lambda: _("Page Down"),
    "Page Up": lambda: _("Page Up"),
    "Shift": lambda: _("Shift"),
}
_NAMED = re.compile(rf"\b({'|'.join(_NAMES)})\b")


def key_words(keys: str) -> str:
    """Return keys such as `Ctrl+Enter` as named on keyboards of the current language."""
    return _NAMED.sub(lambda found: _NAMES[found[0]](), keys)


def digit_of(event: QKeyEvent) -> int | None:
    """Return which of the first three digit keys was pressed; None for another key."""
    return _DIGITS.get(event.text().lower())


def on_keys(widget: QWidget, keys: str, do: Callable[[], object]) -> None:
    """Run an action when these keys are pressed in a widget or its children."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(do)
