"""The composition root of the window: paints it first, then loads the rest of the program."""

import gc
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from outreach_app import error_log, paths
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.presets import Presets, presets_file, read_presets
from outreach_app.progress import Progress
from ui import errors, languages, settings, style
from ui.files import Files
from ui.gate import Gate
from ui.gate_screens import GateScreens
from ui.last_place import LastPlace
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.single_instance import SingleInstance
from ui.tasks import Tasks
from ui.unlock.idle_lock import IdleLock, idle_words

if TYPE_CHECKING:
    from outreach_app.startup import OpenOffice
    from ui.held_drafts import HeldDrafts
    from ui.program_requests import ProgramRequest
    from ui.shell import Shell

_ICON = Path(__file__).parent.parent / "resources" / "icon" / "outreach.png"


def run(store: Path | None, files: Sequence[Path] = ()) -> int:
    """Show the window of a store, by default the one opened last; return the exit code.

    The exchange files are tried as soon as the store is unlocked.
    """
    application = QApplication(sys.argv[:1])
    application.setWindowIcon(QIcon(str(_ICON)))
    # By this name the desktop finds the starter, and with it the icon, of a window on Wayland.
    application.setDesktopFileName("outreach")
    presets, problem = _presets()
    kept = settings.load(settings.settings_file(), presets)
    folder = store or (Path(kept.folder) if kept.folder else paths.default_store())
    instance = SingleInstance(folder)
    if not instance.claim(files):
        return 0
    style.set_text_size(kept.text_size)
    style.apply(kept.scheme)
    languages.switch(kept.language)
    dialogs = Files(kept.dialog_folder or presets.exchange_folder, kept.keep_dialog_folder)
    program = Program(kept, dialogs, presets)
    instance.asked.connect(program.window.bring_forward)
    instance.asked.connect(program.receive)
    program.receive(files)
    program.show(folder)
    if problem is not None:
        program.tell(problem.message)
    return application.exec()


def _presets() -> tuple[Presets, UnreadableFile | None]:
    try:
        return read_presets(presets_file()), None
    except UnreadableFile as error:
        return Presets(), error


class Program(QObject):
    """The running program: shows the shell after an unlock, and the gate again after a lock."""

    def __init__(
        self, kept: Settings, files: Files | None = None, presets: Presets | None = None
    ) -> None:
        super().__init__()
        self._settings = kept
        self._files = files or Files()
        self._tasks = Tasks(self)
        self._idle = IdleLock(lambda: kept.idle_minutes, self)
        self._office: OpenOffice | None = None
        self._is_closing = False
        self._received: tuple[Path, ...] = ()
        # Drafts that could not be saved survive a lock, but are lost at the end: warn first.
        self._held: HeldDrafts | None = None
        self._was_told_of_loss = False
        self._last = LastPlace()
        self.shell: Shell | None = None
        screens = GateScreens(kept, lambda: self._tasks, self._files, presets or Presets())
        self.gate = Gate(screens)
        self.window = MainWindow(self.gate, kept)
        self.gate.opened.connect(self._enter)
        self.window.leave_asked.connect(self._leave)
        self._idle.idle.connect(self._lock_idle_desk)
        self._idle.left.connect(self._lock_as_asked)
        style.the_application().styleHints().colorSchemeChanged.connect(self._follow_scheme)
        errors.install(self.tell)

    def show(self, folder: Path) -> None:
        """Paint the window, then load what an open office needs."""
        has_store = paths.has_register(folder)
        if has_store:
            self.gate.show_unlock(folder)
        else:
            self.gate.show_opening()
        self.window.show()

        def loaded(_nothing: None) -> None:
            if not has_store:
                self.gate.show_first_run(folder)

        # Once the window is painted, for which both would wait.
        QTimer.singleShot(0, self, lambda: self._tasks.start(self, _load_the_rest, done=loaded))

    def receive(self, files: Sequence[Path]) -> None:
        """Try exchange files, as soon as there is an open office."""
        self._received += tuple(files)
        if self.shell is not None and self._received:
            from ui.requests import ReceiveFiles  # noqa: PLC0415  see _enter

            received, self._received = self._received, ()
            self.shell.open_page(ReceiveFiles(received))

    def lock(self, notice: str) -> None:
        """Close the office and ask for its passphrase; `notice` gives the reason."""
        self._lock_for(lambda folder: self.gate.show_unlock(folder, notice))

    def _lock_for(self, show: Callable[[Path], None]) -> None:
        """Close the office and show another screen for the same folder."""
        office = self._office
        if office is not None and not self._is_closing:
            self._close_office(
                lambda: show(office.folder),
                lambda error: self.gate.show_unlock(office.folder, errors.message_of(error)),
                locks=True,
            )

    def _follow_scheme(self, system: Qt.ColorScheme) -> None:
        style.apply(self._settings.scheme, system)

    def _lock_as_asked(self) -> None:
        self.lock(_("The register is locked."))

    def _answer(self, request: "ProgramRequest") -> None:
        """Show a backup beside, or close the office, which backs up a file, and do the rest."""
        from ui import program_requests as asked  # noqa: PLC0415  likewise
        from ui.reading_window import ReadingWindow  # noqa: PLC0415  see _enter

        match request:
            case asked.ReadBackup():
                reading = ReadingWindow(request.copy, self._settings, self._files)
                reading.lock_asked.connect(self._lock_as_asked)
                self.window.show_beside(reading)
            case asked.MoveRegister():
                self._lock_for(self.gate.show_moving)
            case asked.ReachServer():
                self._lock_for(self.gate.show_reaching)
            case _:
                self._lock_for(lambda folder: self.gate.show_unlock(folder, "", request.file))

    def _lock_idle_desk(self) -> None:
        self.lock(idle_words(self._settings.idle_minutes))

    def _enter(self, office: "OpenOffice") -> None:
        # These bring SQLAlchemy: only after the first paint.
        from outreach_app import recovery_codes  # noqa: PLC0415
        from outreach_app.queries.records import get_own_office  # noqa: PLC0415
        from ui.held_drafts import HeldDrafts  # noqa: PLC0415
        from ui.shell import Shell  # noqa: PLC0415

        self._office = office
        if office.account.must_change:
            self._have_passphrase_changed(office)
            return
        if self._settings.backup_folder:
            office.second_place = Path(self._settings.backup_folder)
        self._settings.folder = str(office.folder)
        self._settings.account = str(office.account.uid)
        with office.database.read() as session:
            self._settings.is_sample = get_own_office(session).is_sample
        if self._held is None:
            self._held = HeldDrafts(self)
            gc.freeze()  # the modules: to look through them all took longer than most pages
        self._held.attend(office.database)
        self._was_told_of_loss = False
        self.shell = Shell(office, self._settings, self._tasks, files=self._files, held=self._held)
        self._settings.is_headquarters = self.shell.context.is_headquarters
        self._settings.save()
        self.shell.offer_search()
        self.shell.lock_asked.connect(self._lock_as_asked)
        self.shell.program_asked.connect(self._answer)
        self.window.show_shell(self.shell)
        self.gate.clear()
        self.shell.take_focus()  # it went with the gate: without it a page hears no key
        self._last.return_to(office, self.shell)
        self._idle.start()
        remind = partial(recovery_codes.reminder, office.folder, office.account.role)
        if remind() and not self._settings.is_sample:
            self.shell.banner.show_notice(office.notice or (lambda: remind() or ""))
        self.receive(())

    def _have_passphrase_changed(self, office: "OpenOffice") -> None:
        from ui.unlock.own_passphrase import OwnPassphrasePage  # noqa: PLC0415  see _enter

        screen = OwnPassphrasePage(office, self._tasks)

        def enter() -> None:
            office.account = replace(office.account, must_change=False)
            self._enter(office)

        screen.chosen.connect(enter)
        self.gate.show_own_passphrase(screen)
        self._idle.start()

    def _finish_writing(self) -> None:
        if self.shell is not None:
            self.shell.changes.closing.emit()

    def _leave(self) -> None:
        if not (self._is_closing or self._would_lose_drafts()):
            self._close_office(self._end, self._tell_and_end)

    def _would_lose_drafts(self) -> bool:
        """Warn once about drafts that would be lost; allow the second attempt."""
        self._finish_writing()
        if self.shell is None or self._held is None or self._held.try_again():
            return False
        if self._was_told_of_loss:
            return False
        self._was_told_of_loss = True
        self.shell.banner.show_error(self._held.loss_words())
        return True

    def _close_office(
        self, closed: Callable[[], None], failed: Callable[[Exception], None], locks: bool = False
    ) -> None:
        """Close the office in a worker thread: the backup of a large register takes long."""
        self._is_closing = True
        self._idle.stop()
        self._finish_writing()
        if locks and self._office and self.shell:
            self._last.keep(self._office, self.shell)
        if self._held is not None:
            self._held.rest()
        self.gate.show_closing()
        self.window.drop_shell()
        self.shell = None
        office, self._office = self._office, None
        former, self._tasks = self._tasks, Tasks(self)

        def close(_progress: Progress) -> None:
            former.stop()  # a task that is still running might be writing
            if office is not None:
                office.close(is_lock=locks)

        def end(then: Callable[[], None]) -> None:
            self._is_closing = False
            former.deleteLater()
            then()

        self._tasks.start(
            self,
            close,
            done=lambda _nothing: end(closed),
            failed=lambda error: end(lambda: failed(error)),
        )

    def _tell_and_end(self, error: Exception) -> None:
        screen = self.gate.show_closing()
        screen.accepted.connect(self._end)
        screen.show_problem(errors.message_of(error))

    def _end(self) -> None:
        self._tasks.stop()
        self.window.leave()

    def tell(self, message: str) -> None:
        """Show an error: in the shell's banner, or in a box if no office is open."""
        if self.shell is not None:
            self.shell.banner.show_error(message)
        else:
            from ui.warning_box import warn  # noqa: PLC0415  not for the first paint

            warn(self.window, message)


def _load_the_rest(_progress: Progress) -> None:
    error_log.begin()
    import_module("ui.shell")
    gc.enable()  # switched off by the start
