"""The screens shown while no office is open: unlocking one, making the first, closing one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from outreach_app.i18n import gettext as _
from outreach_app.paths import has_register
from ui.gate_screens import GateScreens
from ui.widgets.buttons import primary_button
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Surface

if TYPE_CHECKING:
    # It brings SQLAlchemy, which loads after the first paint.
    from ui.unlock.own_passphrase import OwnPassphrasePage
    from ui.unlock.page import UnlockPage


_WIDTH = 480


class ClosingScreen(Surface):
    """Shown while the store closes; `accepted` when the user has read why a backup failed."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = Label(tone="late")
        self.leave = primary_button(lambda: _("Close anyway"))
        self._progress = ProgressLine(can_stop=False, patience=0)  # an empty window looks broken
        self._build()
        self.leave.clicked.connect(self.accepted)
        self._progress.begin(_("Saving a backup before closing"))

    def show_problem(self, message: str) -> None:
        """Show why there is no backup; nothing is lost from the register itself."""
        self._progress.end()
        self.problem.setText(message)
        self.problem.show()
        self.leave.show()
        self.leave.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        form = QWidget()
        form.setFixedWidth(_WIDTH)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(form)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        layout = QVBoxLayout(form)
        layout.setSpacing(16)
        self.problem.setWordWrap(True)
        layout.addWidget(self._progress)
        layout.addWidget(self.problem)
        layout.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignLeading)
        self.problem.hide()
        self.leave.hide()


class Gate(QStackedWidget):
    """Shows one screen at a time, newly built, so no typed secret stays.

    Signals: `opened` carries the OpenOffice.
    """

    opened = Signal(object)

    def __init__(self, screens: GateScreens) -> None:
        super().__init__()
        self._screens = screens
        on_keys(self, "F1", self.show_help)

    def show_unlock(self, folder: Path, notice: str = "", backup: Path | None = None) -> None:
        """Ask for the passphrase of a store, or of a backup to restore; `notice` explains why."""
        screen = self._show_unlocking(folder)
        if notice:
            screen.say(notice)
        if backup is not None:
            screen.restore_from(backup)

    def _show_unlocking(self, folder: Path) -> "UnlockPage":
        screen = self._screens.unlock()
        screen.show_folder(folder)
        screen.opened.connect(self.opened)
        screen.help.clicked.connect(self.show_help)
        screen.create_asked.connect(lambda chosen: self._create_or_unlock(Path(chosen)))
        screen.help_asked.connect(lambda chosen: self.show_asking(Path(chosen)))
        screen.reach_asked.connect(lambda chosen: self.show_reaching(Path(chosen)))
        self._show(screen)
        return screen

    def show_help(self) -> None:
        """Explain how a register is made and opened, in a dialog that blocks nothing."""
        from ui.help.dialog import HelpDialog  # noqa: PLC0415  not for the first paint
        from ui.help.pages import OPENING_TOPICS  # noqa: PLC0415  likewise

        HelpDialog(OPENING_TOPICS[0], OPENING_TOPICS, (), self).open()

    def show_opening(self) -> None:
        """Show that the first run is being loaded."""
        words = Label(lambda: _("The program is opening…"), tone="muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show(words)

    def show_first_run(self, folder: Path) -> None:
        """Show the steps that create a store."""
        screen = self._screens.first_run()
        screen.show_folder(folder)
        screen.opened.connect(self.opened)
        screen.rail.help.clicked.connect(self.show_help)
        screen.unlock_asked.connect(lambda chosen, words: self.show_unlock(Path(chosen), words))
        screen.backup_asked.connect(lambda chosen: self._ask_backup(Path(chosen)))
        self._show(screen)

    def _ask_backup(self, folder: Path) -> None:
        """Ask which backup begins the register of a folder."""
        self._show_unlocking(folder).backup.choose.click()

    def show_asking(self, folder: Path) -> None:
        """Ask headquarters for help to open a store whose passphrase is forgotten."""
        screen = self._screens.asking(folder)
        screen.opened.connect(self.opened)
        screen.given_up.connect(lambda: self.show_unlock(folder))
        self._show(screen)

    def show_reaching(self, folder: Path) -> None:
        """Ask how the server of a register is reached, then for its passphrase."""
        screen = self._screens.reaching(folder)
        screen.left.connect(lambda words: self.show_unlock(folder, words))
        self._show(screen)

    def show_moving(self, folder: Path) -> None:
        """Move a register to a server or back, then ask for its passphrase."""
        screen = self._screens.moving(folder)
        screen.left.connect(lambda words: self.show_unlock(folder, words))
        self._show(screen)

    def show_own_passphrase(self, screen: "OwnPassphrasePage") -> None:
        """Ask for a new passphrase after the first opening of an account."""
        self._show(screen)

    def show_closing(self) -> ClosingScreen:
        """Show that the office is being closed, until another screen is shown."""
        screen = ClosingScreen()
        self._show(screen)
        return screen

    def clear(self) -> None:
        """Remove the screen, with everything typed in it."""
        while (screen := self.currentWidget()) is not None:
            self.removeWidget(screen)
            screen.deleteLater()

    def _create_or_unlock(self, folder: Path) -> None:
        # Someone who leaves the sample might already have a register of their own.
        if has_register(folder):
            self.show_unlock(folder)
        else:
            self.show_first_run(folder)

    def _show(self, screen: QWidget) -> None:
        self.clear()
        self.addWidget(screen)
        screen.setFocus()
