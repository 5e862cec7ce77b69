"""A message across a page: a notice or an error."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Label
from ui.widgets.layouts import column_in
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Text, Translated


class Banner(Translated, Surface):
    """Hidden without a message; stays until it is closed or replaced.

    A message given as a Text follows the language.
    """

    def __init__(self) -> None:
        super().__init__("hover")
        self._text: Text | None = None
        self._icon = IconLabel()
        self._words = Label()
        self._words.setWordWrap(True)
        self._way_words: Text = str
        self._follow: Callable[[], object] = self.hide
        self.way = Button(self._way_text)
        self._close = IconButton(lambda: _("Close"), "x")
        self._build()
        self.way.clicked.connect(self._leave_by_way)
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_error(self, message: str) -> None:
        """Show an error: what went wrong and what to do."""
        self._show(message, "warning-circle", "late")

    def offer(self, words: Text, follow: Callable[[], object]) -> None:
        """Offer what the message asks for beside it."""
        self._way_words, self._follow = words, follow
        self.way.retranslate()
        self.way.show()

    def show_notice(self, message: str | Text, *, lasts: bool = False) -> None:
        """Show a notice; if it `lasts`, it cannot be closed."""
        self._show(message, "info", "info", lasts=lasts)

    def retranslate(self) -> None:
        if self._text is not None:
            self._words.setText(self._text())

    def _show(self, message: str | Text, icon_name: str, tone: str, *, lasts: bool = False) -> None:
        self._close.setVisible(not lasts)
        self.way.hide()
        self._icon.show_icon(icon_name, tone)
        self._text = None if isinstance(message, str) else message
        self._words.setText(message if isinstance(message, str) else message())
        self.show()

    def _way_text(self) -> str:
        return self._way_words()

    def _leave_by_way(self) -> None:
        self.hide()
        self._follow()

    def _build(self) -> None:
        column = column_in(self)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(24, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.way)
        layout.addWidget(self._close)
        self.way.setFixedHeight(self._close.sizeHint().height())  # a message moves no rows
        self.way.hide()
        column.addWidget(row)
        column.addWidget(Hairline())
