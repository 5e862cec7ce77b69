"""What is shown while no office is open: unlocking one, or making the first."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    # It brings SQLAlchemy, which loads after the first paint.
    from ui.first_run.page import FirstRunPage


class Gate(QStackedWidget):
    """Emits `opened` with the OpenOffice; each screen is made anew, so nothing typed stays."""

    opened = Signal(object)

    def __init__(
        self,
        make_unlock: Callable[[], UnlockPage],
        make_first_run: Callable[[], "FirstRunPage"],
    ) -> None:
        super().__init__()
        self._make_unlock = make_unlock
        self._make_first_run = make_first_run

    def show_unlock(self, folder: Path, notice: str = "") -> None:
        """Ask for the passphrase of a store; `notice` tells why."""
        screen = self._make_unlock()
        screen.show_folder(folder)
        screen.opened.connect(self.opened)
        screen.create_asked.connect(lambda: self.show_first_run(screen.folder))
        self._show(screen)
        if notice:
            screen.say(notice)

    def show_first_run(self, folder: Path) -> None:
        """Lead through making a store."""
        screen = self._make_first_run()
        screen.show_folder(folder)
        screen.opened.connect(self.opened)
        screen.unlock_asked.connect(lambda chosen: self.show_unlock(Path(chosen)))
        self._show(screen)

    def clear(self) -> None:
        """Forget the screen, and what was typed in it."""
        while (screen := self.currentWidget()) is not None:
            self.removeWidget(screen)
            screen.deleteLater()

    def _show(self, screen: "UnlockPage | FirstRunPage") -> None:
        self.clear()
        self.addWidget(screen)
        screen.setFocus()
