"""The field for the words of an action on one record, kept as a draft until they are recorded."""

from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor

from outreach_app.rules.text import clean_line
from ui.context import AppContext
from ui.drafts.keeper import DraftKeeper
from ui.forms.editors import TextEditor

_HEIGHT = 88  # pixels: three lines
_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeptWords(TextEditor):
    """One paragraph shown on several lines; Enter emits `returnPressed`, as in a line.

    Each record has its own draft, which is there again when the field is opened for it.
    """

    returnPressed = Signal()  # noqa: N815  the name of a line's signal

    def __init__(self, context: AppContext) -> None:
        super().__init__(_HEIGHT)
        self._keeper: DraftKeeper[str] = DraftKeeper(context, str, self)
        self._keeper.due.connect(self._keep)
        self.textChanged.connect(self._keeper.changed)

    def open_draft(self, form: str, uid: UUID) -> None:
        """Show what was typed before for a record; `form` names the action."""
        self._keeper.begin(f"{form}:{uid}")
        left = self._keeper.others()
        with QSignalBlocker(self):
            self.set_value(left[0].draft if left else None)
        if left:
            self._keeper.resume(left[0])
        self.moveCursor(QTextCursor.MoveOperation.End)

    def discard(self) -> None:
        """Discard the draft: its words were recorded."""
        self._keeper.discard()

    def value(self) -> object:
        return clean_line(self.toPlainText()) or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CONFIRMING:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another record is looked at, or the form is closed."""
        super().hideEvent(event)
        if self._keeper.is_due:
            self._keep()

    def _keep(self) -> None:
        typed = self.toPlainText()
        if typed.strip():
            self._keeper.keep(typed)
        else:
            self._keeper.discard()
