"""The keys of the points table, beside its title."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from ui.widgets.labels import KeyCap, note
from ui.widgets.layouts import row_in
from ui.widgets.translated import Text

_GAP = 4


class KeyHints(QWidget):
    """One line of hints: the last ones are hidden where it is too narrow for all."""

    def __init__(self) -> None:
        super().__init__()
        entries: tuple[tuple[str, Text], ...] = (
            ("Enter", lambda: _("next cell")),
            ("Ctrl+V", lambda: _("a point per line")),
            ("Ctrl+B", lambda: _("who raised it")),
            ("Ctrl+D", lambda: _("like last time")),
            ("F6", lambda: _("next section")),
        )
        self._hints = [_hint(keys, text) for keys, text in entries]
        row = row_in(self, _GAP)
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)

    def sizeHint(self) -> QSize:
        """Return the room of all hints, hidden ones too."""
        sizes = [hint.sizeHint() for hint in self._hints]
        return QSize(
            sum(size.width() + _GAP for size in sizes), max(size.height() for size in sizes)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the words have changed
            self.updateGeometry()
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        room = self.width()
        for hint in self._hints:
            room -= hint.sizeHint().width() + _GAP
            hint.setVisible(room >= 0)


def _hint(keys: str, text: Text) -> QWidget:
    words = note(text)
    words.setWordWrap(False)
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(4, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(KeyCap(keys))
    row.addWidget(words)
    return hint
