"""To whom Ctrl+Z belongs: the field with the cursor, or the window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

OWN_UNDO = "ownUndo"  # a property of fields that decide by themselves
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_TYPED_AT = "typedAt"
_CHANGES = (
    *(QEvent.Type.KeyPress, QEvent.Type.InputMethod),
    *(QEvent.Type.Drop, QEvent.Type.ContextMenu),  # the latter pastes
)


class UndoKeys(QObject):
    """Leaves the keys to a window, unless something was typed in the field since its last act.

    A field takes them for itself even if there is nothing in it to undo: they did nothing at all.
    """

    def __init__(self, window_of: QWidget, has_acts: Callable[[], bool]) -> None:
        super().__init__(window_of)
        self._window_of, self._has_acts = window_of, has_acts
        self._acts = 0
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def note_act(self) -> None:
        """Note an act of the window: what was typed before it is undone after it."""
        self._acts += 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_undo = isinstance(event, QKeyEvent) and any(map(event.matches, _KEYS))
        is_typed = not isinstance(event, QKeyEvent) or bool(event.text())
        if event.type() == QEvent.Type.ShortcutOverride:
            if is_undo and self._has_acts() and watched.property(_TYPED_AT) != self._acts:
                event.ignore()  # before the field accepts it
                return True
        elif event.type() in _CHANGES and is_typed and not is_undo:
            watched.setProperty(_TYPED_AT, self._acts)
        return False

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, _FIELDS):
            left.removeEventFilter(self)
        if not isinstance(entered, _FIELDS) or entered.property(OWN_UNDO):
            return
        if entered.window() is self._window_of.window():
            entered.installEventFilter(self)
