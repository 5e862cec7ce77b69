"""What stands where there is nothing yet: what to do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import IconLabel, Label, small_title
from ui.widgets.translated import Text


class EmptyState(QWidget):
    """An icon, a sentence, what to do, and the button that does it."""

    def __init__(
        self, icon_name: str, title: Text, advice: Text, action: Button | None = None
    ) -> None:
        super().__init__()
        self.title = small_title(title)
        self.advice = Label(advice, tone="muted")
        self.advice.setWordWrap(True)
        self.action = action
        self._build(icon_name)

    def _build(self, icon_name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(IconLabel(icon_name, size=32), alignment=centre)
        layout.addWidget(self.title, alignment=centre)
        self.advice.setAlignment(centre)
        layout.addWidget(self.advice)
        if self.action is not None:
            layout.addSpacing(8)
            layout.addWidget(self.action, alignment=centre)
        layout.addStretch(2)
