"""The steps of the first run beside the page, and how far the person is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.fonts import fix_width, font
from ui.icons import paint_icon
from ui.style import colour
from ui.widgets.help_topic import help_button
from ui.widgets.labels import Label, note, section_title
from ui.widgets.language_buttons import LanguageButtons
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text

_WIDTH = 256
_NUMBERS = ("one", "two", "three", "four", "five")


class StepsRail(Surface):
    """Not clickable: the order is the point."""

    def __init__(self, steps: list[Text]) -> None:
        super().__init__("win")
        fix_width(self, _WIDTH)
        self._rows = [_StepRow(text) for text in steps]
        # In their own scripts: who cannot read the screen must still find them.
        self.languages = LanguageButtons()
        self.help = help_button()
        # Not true of a register on a server.
        self.promise = note(lambda: _("A register on this computer is encrypted. Nothing is sent."))
        self._build()

    def show_step(self, step: int, path: Sequence[int]) -> None:
        """Show the steps of a path, those before this one as done and it as current."""
        for number, row in enumerate(self._rows):
            row.setVisible(number in path)
        for place, number in enumerate(path):
            self._rows[number].show_state(place, path.index(step))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 24, 0, 16)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 0, 24, 16)
        head.addWidget(section_title(lambda: _("First setup")))
        head.addWidget(note(lambda: _("About 4 minutes")))
        layout.addLayout(head)
        for row in self._rows:
            layout.addWidget(row)
        layout.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.setSpacing(8)
        foot.addWidget(self.help)
        foot.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignLeading)
        foot.addWidget(self.promise)
        layout.addLayout(foot)


class _StepRow(QWidget):
    """The mark of a step and its name; the current one on the selection's ground."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.setMinimumHeight(40)
        self._is_current = False
        self._icon = f"number-circle-{_NUMBERS[0]}"
        self._tone = "muted"
        self._mark = QWidget()
        self._mark.setFixedSize(QSize(20, 20))
        self._words = Label(text)
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        layout.addWidget(self._mark)
        layout.addWidget(self._words, 1)

    def show_state(self, place: int, step: int) -> None:
        """Show the row at `place` while `step` is shown."""
        self._is_current = place == step
        self._icon = f"number-circle-{_NUMBERS[place]}"
        self._tone = "muted"
        if place < step:
            self._icon = "check-circle-fill"
            self._tone = "ok"
        elif self._is_current:
            self._icon = f"{self._icon}-fill"
            self._tone = "accent"
        weight = QFont.Weight.DemiBold if self._is_current else QFont.Weight.Normal
        self._words.setFont(font(weight=weight))
        self._words.retranslate()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_current:
            painter.fillRect(self.rect(), colour("sel"))
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - 4 if is_mirrored else 0
            painter.fillRect(left, 0, 4, self.height(), colour("accent"))
        paint_icon(painter, self._mark.geometry(), self._icon, self._tone)
        painter.end()
