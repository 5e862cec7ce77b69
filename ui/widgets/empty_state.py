"""What stands where there is nothing yet: what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label, small_title
from ui.widgets.translated import Text


class EmptyState(QWidget):
    """An icon, a sentence, what to do, and the buttons that do it."""

    def __init__(self, icon_name: str, title: Text, advice: Text, *actions: Button) -> None:
        super().__init__()
        self.title = small_title(title)
        self.advice = Label(advice, tone="muted")
        self.advice.setWordWrap(True)
        if actions:
            self.setFocusProxy(actions[0])
        self._build(icon_name, actions)

    def _build(self, icon_name: str, actions: Sequence[Button]) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon_name, size=32), alignment=centre)
        layout.addWidget(self.title, alignment=centre)
        self.advice.setAlignment(centre)
        layout.addWidget(self.advice)
        for action in actions:
            layout.addSpacing(8)
            layout.addWidget(action, alignment=centre)
        layout.addStretch(2)
