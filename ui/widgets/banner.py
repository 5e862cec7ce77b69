"""A message across a page: a notice or an error."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import IconButton
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
        self._close = IconButton(lambda: _("Close"), "x")
        self._build()
        self._close.clicked.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_error(self, message: str) -> None:
        """Show an error: what went wrong and what to do."""
        self._show(message, "warning-circle", "late")

    def show_notice(self, message: str | Text, *, lasts: bool = False) -> None:
        """Show a notice; if it `lasts`, it cannot be closed."""
        self._show(message, "info", "info", lasts=lasts)

    def retranslate(self) -> None:
        if self._text is not None:
            self._words.setText(self._text())

    def _show(self, message: str | Text, icon_name: str, tone: str, *, lasts: bool = False) -> None:
        self._close.setVisible(not lasts)
        self._icon.show_icon(icon_name, tone)
        self._text = None if isinstance(message, str) else message
        self._words.setText(message if isinstance(message, str) else message())
        self.show()

    def _build(self) -> None:
        column = column_in(self)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(24, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        column.addWidget(row)
        column.addWidget(Hairline())
