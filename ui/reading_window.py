"""A backup opened read-only, in a window of its own beside the register's."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from outreach_app import backup
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.queries.records import get_own_office
from outreach_app.reading_backups import OpenCopy
from outreach_app.rules.kinds import OfficeRole
from ui.files import Files
from ui.pages import pages_of_copy
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.widgets.translated import Retranslating

_SIZE = QSize(1280, 660)


class ReadingWindow(Retranslating, QMainWindow):
    """The pages of an office as the backup has them. Closing the window removes the copy."""

    lock_asked = Signal()

    def __init__(self, copy: OpenCopy, settings: Settings, files: Files) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copy = copy
        self._tasks = Tasks(self)
        with copy.office.database.read() as session:
            is_headquarters = get_own_office(session).role == OfficeRole.HEADQUARTERS
        entries = pages_of_copy(copy.office.database.actor, is_headquarters=is_headquarters)
        self.shell = Shell(copy.office, settings, self._tasks, entries, files)
        self.shell.offer_search()
        self.shell.lock_asked.connect(self.lock_asked)
        self.setCentralWidget(self.shell)
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size()))
        self.shell.take_focus()
        self.retranslate()

    def retranslate(self) -> None:
        moment = moment_words(backup.moment_of(self._copy.file))
        self.setWindowTitle(_("Backup of {moment}, to be read").format(moment=moment))
        words = _(
            "This is the register as it was backed up on {moment}. Nothing in it can be changed, "
            "no name is shown, and the register itself is not affected. Close this window to "
            "leave it."
        )
        self.shell.banner.show_notice(words.format(moment=moment), lasts=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tasks.stop()
        self._copy.close()
        super().closeEvent(event)
