"""What can be undone and done again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

WayBack = Callable[[], None]
_MOST = 50


class Steps(QObject):
    """The acts that can be undone, and those that were, the last first.

    While an editor that confines them is in sight, they are those that were done in it. `changed`
    is emitted when it comes or goes.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._undoes: list[WayBack] = []
        self._redoes: list[WayBack] = []
        self._before: list[WayBack] = []  # of the time before the editor came
        self._is_undoing = self._is_redoing = False

    @property
    def can_undo(self) -> bool:
        return bool(self._undoes)

    @property
    def can_redo(self) -> bool:
        return bool(self._redoes)

    def note(self, way_back: WayBack | None) -> None:
        """Keep the way back of an act that was just done, or undone. Without one it ends all."""
        if self._is_undoing:
            self._redoes += [way_back] if way_back else []
            return
        if way_back is None:
            self._undoes, self._before = [], []
        else:
            self._undoes = [*self._undoes[1 - _MOST :], way_back]
        if not self._is_redoing:
            self._redoes = []

    def undo(self) -> None:
        """Undo the last act. Raises IndexError for none."""
        undo, redoes = self._undoes.pop(), len(self._redoes)
        self._is_undoing = True
        try:
            undo()
        finally:
            self._is_undoing = False
            if len(self._redoes) == redoes:
                self._redoes = []  # those after one that cannot be done again are not either

    def redo(self) -> None:
        """Do again the act that was undone last. Raises IndexError for none."""
        redo = self._redoes.pop()
        self._is_redoing = True
        try:
            redo()
        finally:
            self._is_redoing = False

    def confine(self, editor: QWidget) -> None:
        """Set what was done before apart, each time that this editor is in sight."""
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and not event.spontaneous():
            self._before, self._undoes, self._redoes = self._undoes, [], []
            self.changed.emit()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._undoes, self._before = [*self._before, *self._undoes][-_MOST:], []
            self.changed.emit()
        return False
