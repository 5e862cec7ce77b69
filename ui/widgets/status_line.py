"""The line at the bottom: what was done, Undo, and the state at the trailing end."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import IconLabel, KeyCap, Label
from ui.widgets.surfaces import Surface

HEIGHT = 32


class StatusLine(Surface):
    """32 px high. What was done stays until something else is done."""

    def __init__(self) -> None:
        super().__init__("win")
        self.setFixedHeight(HEIGHT)
        self._undo: Callable[[], None] | None = None
        self._check = IconLabel()
        self._message = Label(pixels=12, tone="muted")
        self._undo_button = FlatButton(lambda: _("Undo"))
        self._undo_keys = KeyCap("Ctrl+Z")
        self._state = Label(pixels=12, tone="muted")
        self.undo_action = QAction(self, shortcut=QKeySequence("Ctrl+Z"))
        self._build()
        self._undo_button.clicked.connect(self.undo)
        self.undo_action.triggered.connect(self.undo)
        self._show_undo()

    @property
    def message(self) -> str:
        return self._message.text()

    @property
    def can_undo(self) -> bool:
        return self._undo is not None

    def say(self, message: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self._undo = undo
        self._check.show_icon("check", "ok")
        self._message.setText(message)
        self._show_undo()

    def show_state(self, state: str) -> None:
        """Say how things stand, at the trailing end."""
        self._state.setText(state)

    def undo(self) -> None:
        """Undo what was said, once; nothing where there is nothing to undo."""
        undo, self._undo = self._undo, None
        self._show_undo()
        if undo is not None:
            undo()

    def _show_undo(self) -> None:
        # An action that is off leaves Ctrl+Z to the field that has the cursor.
        self.undo_action.setEnabled(self.can_undo)
        self._undo_button.setVisible(self.can_undo)
        self._undo_keys.setVisible(self.can_undo)

    def _build(self) -> None:
        self.addAction(self.undo_action)
        underlined = self._message.font()
        underlined.setUnderline(True)
        self._undo_button.setFont(underlined)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(8)
        for widget in (self._check, self._message, self._undo_button, self._undo_keys):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._state)
