"""The composition root: paints the window first, then loads the rest of the program."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from outreach_app import paths
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from ui import errors, languages, settings, style
from ui.gate import Gate
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.single_instance import SingleInstance
from ui.tasks import Tasks
from ui.unlock.idle_lock import IDLE_MINUTES, IdleLock
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from outreach_app.startup import OpenOffice
    from ui.first_run.page import FirstRunPage
    from ui.shell import Shell


def run(store: Path | None) -> int:
    """Show the window of a store, by default the one opened last; return the exit code."""
    application = QApplication(sys.argv[:1])
    kept = settings.load(settings.settings_file())
    folder = store or (Path(kept.folder) if kept.folder else paths.default_store())
    instance = SingleInstance(folder)
    if not instance.claim():
        return 0
    style.apply(kept.scheme)
    languages.switch(kept.language)
    program = Program(kept)
    instance.asked.connect(program.window.bring_forward)
    program.show(folder)
    return application.exec()


class Program(QObject):
    """Holds the parts together: gate to shell at an unlock, and back at a lock."""

    def __init__(self, kept: Settings) -> None:
        super().__init__()
        self._settings = kept
        self._tasks = Tasks(self)
        self._idle = IdleLock(parent=self)
        self._office: OpenOffice | None = None
        self.shell: Shell | None = None
        self.gate = Gate(self._make_unlock, self._make_first_run)
        self.window = MainWindow(self.gate, kept)
        self.gate.opened.connect(self._enter)
        self.window.closed.connect(self._leave)
        self._idle.idle.connect(self._lock_idle_desk)
        style.the_application().styleHints().colorSchemeChanged.connect(self._follow_scheme)
        errors.install(self._show_error)

    def show(self, folder: Path) -> None:
        """Paint the window, then load what an open office needs."""
        has_store = (folder / paths.STORE_FILE).exists()
        if has_store:
            self.gate.show_unlock(folder)
        self.window.show()

        def loaded(_nothing: None) -> None:
            if not has_store:
                self.gate.show_first_run(folder)

        self._tasks.start(self, _load_the_rest, done=loaded)

    def lock(self, notice: str) -> None:
        """Close the office and ask for its passphrase; `notice` tells why."""
        if self._office is not None:
            folder = self._office.folder
            self._idle.stop()
            self.window.drop_shell()
            self.shell = None
            self._close_office()
            self.gate.show_unlock(folder, notice)

    def _follow_scheme(self) -> None:
        style.apply(self._settings.scheme)

    def _lock_as_asked(self) -> None:
        self.lock(_("The register is locked."))

    def _lock_idle_desk(self) -> None:
        message = _("The register was locked after {minutes} minutes without use.")
        self.lock(message.format(minutes=IDLE_MINUTES))

    def _enter(self, office: "OpenOffice") -> None:
        from ui.find.overlay import FindOverlay  # noqa: PLC0415  as below
        from ui.shell import Shell  # noqa: PLC0415  brings SQLAlchemy: only after the first paint

        self._office = office
        self._settings.folder = str(office.folder)
        self._settings.save()
        self.shell = Shell(office, self._settings, self._tasks)
        self.shell.set_search(FindOverlay(self.shell.context, self.shell).appear)
        self.shell.lock_asked.connect(self._lock_as_asked)
        self.window.show_shell(self.shell)
        self.gate.clear()
        self._idle.start()

    def _leave(self) -> None:
        self._tasks.stop()
        self._close_office()

    def _close_office(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            office.close()

    def _make_unlock(self) -> UnlockPage:
        return UnlockPage(self._settings, self._tasks)

    def _make_first_run(self) -> "FirstRunPage":
        from ui.first_run.page import FirstRunPage  # noqa: PLC0415  see _enter

        return FirstRunPage(self._settings, self._tasks)

    def _show_error(self, message: str) -> None:
        if self.shell is not None:
            self.shell.banner.show_error(message)
        else:
            box = QMessageBox(QMessageBox.Icon.Warning, self.window.windowTitle(), message)
            box.setParent(self.window, box.windowFlags())
            box.open()


def _load_the_rest(_progress: Progress) -> None:
    import_module("ui.shell")
