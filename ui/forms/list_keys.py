"""The keys that open a list of choices, whatever its page does with them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_ALT = Qt.KeyboardModifier.AltModifier


def takes_for_list(event: QEvent) -> bool:
    """Take Alt+Down and F4 before the shortcuts of a page; return whether it is one."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    keys, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    is_taken = (keys == Qt.Key.Key_Down and held == _ALT) or (keys == Qt.Key.Key_F4 and not held)
    if is_taken:
        event.accept()
    return is_taken
