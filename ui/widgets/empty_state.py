"""The empty state of a list or page: what to do first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.fonts import scaled
from ui.widgets.buttons import Button
from ui.widgets.commands import Command
from ui.widgets.labels import IconLabel, Label, small_title
from ui.widgets.translated import Text

_WIDTH, _MARGIN = 560, 16  # px of a line, and beside it


class EmptyState(QWidget):
    """An icon, a sentence, what to do, and the buttons that do it."""

    def __init__(self, icon_name: str, title: Text, advice: Text, *actions: Button) -> None:
        super().__init__()
        self.title = small_title(title)
        self.advice = Label(advice, tone="muted")
        for words in (self.title, self.advice):
            words.setWordWrap(True)
        self._offered: list[Button] = []
        self._buttons = QVBoxLayout()
        self._build(icon_name, actions)

    def offer(self, commands: Sequence[Command]) -> None:
        """Offer the possible actions, one button each; the first takes the focus."""
        for former in self._offered:
            former.hide()
            former.deleteLater()
        self._offered = [Button(command.words, command.icon) for command in commands]
        for button, command in zip(self._offered, commands, strict=True):
            # Without the `checked` argument of the signal, which some commands would accept.
            button.clicked.connect(lambda _checked, do=command.do: do())
            self._add(button)

    def take_focus(self) -> None:
        """Focus the first action."""
        first: QWidget = self._offered[0] if self._offered else self
        first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read: they would be as long as the page."""
        super().resizeEvent(event)
        side = max(_MARGIN, (self.width() - scaled(_WIDTH)) // 2)
        self.setContentsMargins(side, 0, side, 0)

    def _add(self, button: Button) -> None:
        self._buttons.addSpacing(8)
        self._buttons.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _build(self, icon_name: str, actions: Sequence[Button]) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon_name, size=32), alignment=centre)
        for words in (self.title, self.advice):
            words.setAlignment(centre)
            layout.addWidget(words)
        self._buttons.setSpacing(0)
        layout.addLayout(self._buttons)
        for action in actions:
            self._add(action)
        layout.addStretch(2)
