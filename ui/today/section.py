"""A card of the day: a title with its count, lines, and advice if there are none."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.i18n import isolate
from ui.widgets.buttons import FlatButton
from ui.widgets.labels import Label, note, section_title, small_title
from ui.widgets.surfaces import Card
from ui.widgets.translated import Text

ToldT = TypeVar("ToldT")


class Section(Card):
    """A card of lines. `more` opens the page with all lines, and is shown only if needed."""

    def __init__(self, title: Text, nothing: Text, more: Text, *, is_main: bool = False) -> None:
        super().__init__()
        self.title = section_title(title) if is_main else small_title(title)
        self.count = Label(pixels=14, tone="muted")
        self.more = FlatButton(more)
        self._nothing = note(nothing)
        self._lines = QVBoxLayout()
        self._told: Sequence[object] = ()
        self._build()

    @property
    def advice(self) -> str:
        """The advice shown while there are no lines."""
        return self._nothing.text()

    def retranslate(self) -> None:
        """Update title and advice, which may name changed settings."""
        self.title.retranslate()
        self._nothing.retranslate()

    def show_each(
        self, told: Sequence[ToldT], line: Callable[[ToldT], QWidget], count: int
    ) -> None:
        """Show a line for each of these, out of `count`; do nothing if they are unchanged."""
        if told != self._told:
            self._told = told
            self.show_lines([line(each) for each in told], count)
        self._show_count(count, len(told))

    def show_lines(self, lines: Sequence[QWidget], count: int) -> None:
        """Replace the lines by these, out of a total of `count`."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(line)
            line.show()  # at once: hidden widgets take no focus
        self._show_count(count, len(lines))

    def _show_count(self, count: int, shown: int) -> None:
        self.count.setText(isolate(str(count)) if count else "")
        self._nothing.setVisible(not shown)
        self.more.setVisible(count > shown)

    def _build(self) -> None:
        self.body.setContentsMargins(16, 12, 16, 12)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.title, self.count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.more)
        self._lines.setSpacing(0)
        self.body.addLayout(head)
        self.body.addSpacing(4)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._lines)
        self.more.hide()
