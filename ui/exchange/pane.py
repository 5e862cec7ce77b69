"""The base class of the exchange page's tabs, with their refresh once they are in sight."""

from PySide6.QtGui import QShowEvent

from ui.widgets.translated import Translated


class Pane(Translated):
    """A tab that reads what it shows when it first comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self._is_stale = True

    def refresh(self) -> None:
        """Read again what the tab shows."""
        self._is_stale = False

    def follow_changes(self) -> None:
        """Refresh the tab at once if it is in sight, otherwise when it comes into sight."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
