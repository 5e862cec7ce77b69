"""The button of the global search, in the header of a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from outreach_app.i18n import gettext as _
from ui.flat_fusion.pens import Role, draw_box
from ui.widgets.labels import IconLabel, KeyCap, Label
from ui.widgets.tips import tip
from ui.widgets.translated import Retranslating

WIDE, NARROW = 240, 32
_KEYS = "Ctrl+K"


class SearchBox(Retranslating, QToolButton):
    """Looks like a line edit; an icon if space is short."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label(lambda: _("Search"), tone="muted")
        self._cap = KeyCap(_KEYS)
        self.setFixedHeight(32)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it was
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("magnifying-glass"))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._cap)
        self.set_narrow(is_narrow=False)
        self.retranslate()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the icon alone, or with its word and keys."""
        if self.width() == (NARROW if is_narrow else WIDE):
            return
        self._words.setHidden(is_narrow)
        self._cap.setHidden(is_narrow)
        self.setFixedWidth(NARROW if is_narrow else WIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Role.Base, Role.Accent if self.hasFocus() else Role.Dark)
        painter.end()

    def retranslate(self) -> None:
        words = _("Search everything")
        self.setAccessibleName(words)
        self.setToolTip(tip(f"{words} (\u2066{_KEYS}\u2069)"))
