"""The window that imports a whole file, with the result for each row."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.progress import Progress
from outreach_app.transfer.reports import Importing, ImportReport
from ui.busy_work import BusyWork
from ui.changes import Topic
from ui.context import AppContext
from ui.import_wizard.report_step import ReportStep
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_under
from ui.widgets.labels import Label, section_title
from ui.widgets.layouts import column_in
from ui.widgets.over import resize_over
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Text

_SIZE = (960, 560)


@dataclass(frozen=True, slots=True)
class Imported:
    """Something importable: its labels, what it changes, and the kinds of its files.

    `read` returns the function that imports a file. `documents` are imported as something else,
    by the ending of their name.
    """

    title: Text
    doing: Text
    done: Text
    topics: frozenset[Topic]
    kinds: Text
    read: Callable[[Path], Importing]
    documents: "tuple[str, Imported] | None" = None

    def of_file(self, path: Path) -> "Imported":
        """Return how a file is imported."""
        ending, other = self.documents or ("", self)
        return other if path.suffix.lower() == ending else self


def ask_and_import(context: AppContext, what: Imported, parent: QWidget) -> None:
    """Ask for a file, and import it."""
    path = _ask_file(context, what, parent)
    if path is not None:
        FileImport(context, path, what, parent).open()


def _ask_file(context: AppContext, what: Imported, parent: QWidget) -> Path | None:
    return context.files.ask_file(parent, what.title(), what.kinds())


class FileImport(QDialog):
    """`FileImport(context, path, READINGS, self).open()`; invalid rows are reported.

    A backup is made first; the whole import can be undone from here.
    """

    def __init__(self, context: AppContext, path: Path, what: Imported, parent: QWidget) -> None:
        super().__init__(parent)
        explain_under(self)
        self._context = context
        self._asked = what
        self._path = path
        self._what = what
        self.progress = ProgressLine()
        self._work = BusyWork(
            self, context.tasks, self.progress, set_enabled=self._enable, failed=self._fail
        )
        self.report = ReportStep(context, self._work)
        self.failure = Banner()
        self._title = section_title()
        self._advice = Label(tone="muted")
        self._room = QWidget()  # of the report, reserved before there is one
        self.another = primary_button(lambda: _("Import another file"))
        self.leave = Button(lambda: _("Close"))
        self._build()
        self._connect()
        self._take(path)

    def reject(self) -> None:
        """Stop what is running on Esc, or close if nothing is."""
        if self._work.is_running:
            self._work.cancel()
        else:
            super().reject()

    def _ask_another(self) -> None:
        path = _ask_file(self._context, self._asked, self)
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        self._path = path
        self._what = self._asked.of_file(path)
        self.setWindowTitle(self._what.title())
        self._title.setText(self._what.title())
        self._advice.setText(isolate_file(path.name))
        self.report.hide()
        self._work.start(self._what.doing(), self._import, self._show_imported)

    def _import(self, progress: Progress) -> ImportReport:
        write = self._what.read(self._path)
        self._context.office.back_up_first()
        with self._context.office.database.write() as session:
            return write(session, self._path.name, progress)

    def _show_imported(self, report: ImportReport) -> None:
        self.report.show_report(self._path, report)
        self.report.show()
        self._say()
        if not self.report.has_imported:
            return
        self._context.changes.tell(self._what.topics)
        numbers = {"created": report.created, "updated": report.updated}
        said = self._what.done()
        words = {name: isolate(str(number)) for name, number in numbers.items()}
        self._context.status(said.format(**words))

    def _show_undone(self) -> None:
        self._say()
        self._context.changes.tell(self._what.topics)

    def _enable(self, is_free: bool) -> None:
        self.failure.hide()
        self.report.setEnabled(is_free)
        self.another.setEnabled(is_free)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self.failure.show_error(error.message)
        self.another.setFocus()

    def _say(self) -> None:
        self._title.setText(self.report.title())
        self._advice.setText(self.report.advice())

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_over(self, *_SIZE)
        self._advice.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 16)
        head.setSpacing(4)
        for label in (self._title, self._advice):
            head.addWidget(label)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.addWidget(self.another)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.report)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self._room, 1)
        column.addWidget(self.failure)
        column.addWidget(Hairline())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.another.clicked.connect(self._ask_another)
        self.leave.clicked.connect(self.reject)
        self.report.undone.connect(self._show_undone)
