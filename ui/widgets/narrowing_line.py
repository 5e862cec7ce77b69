"""The line that names a filter set from another page, with a button to remove it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from outreach_app.i18n import gettext as _
from ui.widgets.buttons import IconButton
from ui.widgets.labels import IconLabel, note
from ui.widgets.surfaces import Surface
from ui.widgets.translated import Text, Translated


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A filter set by another page, and its label."""

    wanted: object
    words: Text


class NarrowingLine(Translated, Surface):
    """Hidden without a filter; emits `lifted` when a person removes it."""

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__("hover", 2)
        self._given: Narrowing | None = None
        self.words = note(tone="text")
        self.lift = IconButton(lambda: _("Remove the filter"), "x")
        self._build()
        self.lift.clicked.connect(self._lift)
        self.hide()

    @property
    def wanted(self) -> object:
        """The filter, or None."""
        return self._given and self._given.wanted

    def show_narrowing(self, given: Narrowing | None) -> None:
        """Show what the list is filtered by; hide if nothing."""
        self._given = given
        self.retranslate()
        self.setVisible(given is not None)

    def retranslate(self) -> None:
        self.words.setText(self._given.words() if self._given else "")

    def _lift(self) -> None:
        self.show_narrowing(None)
        self.lifted.emit()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 4, 2)
        layout.setSpacing(8)
        layout.addWidget(IconLabel("funnel-simple"))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.lift)
