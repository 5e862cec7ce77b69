"""The wizard that imports a noun, in a dialog over its page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.imports import ImportRow
from outreach_app.services.imports import Reverted
from outreach_app.transfer.reports import ImportReport
from ui.busy_work import BusyWork
from ui.changes import Topic
from ui.context import AppContext
from ui.drafts.begun_import import BegunImport
from ui.drafts.keeper import DraftKeeper
from ui.import_wizard.check_step import CheckStep
from ui.import_wizard.columns_step import ColumnsStep
from ui.import_wizard.file_step import FileStep
from ui.import_wizard.noun import Noun
from ui.import_wizard.report_step import ReportStep
from ui.import_wizard.step import WizardStep
from ui.import_wizard.work import (
    Source,
    do_import,
    read_source,
    try_import,
    undone_words,
)
from ui.page import Page
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import Label, note, section_title
from ui.widgets.layouts import column_in
from ui.widgets.over import resize_over
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Retranslating

_SIZE = (1240, 640)


class ImportDialog(Retranslating, QDialog):
    """`ImportDialog(context, PARTNERS, self).open()`; `context.changes` hears of what it brings.

    Until it is carried out it is a draft: after a lock it goes on where it was.
    """

    def __init__(self, context: AppContext, noun: Noun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain_by(self, "import")
        self._context = context
        self._noun = noun
        self._source: Source | None = None
        self._begun: BegunImport | None = None  # shown once its file is read
        self._keeper: DraftKeeper[BegunImport] = DraftKeeper(context, BegunImport, self)
        self._keeper.begin(noun.key)
        self.progress = ProgressLine()
        self._work = BusyWork(
            self, context.tasks, self.progress, set_enabled=self._enable, failed=self._fail
        )
        self.file = FileStep(context, noun)
        self.columns = ColumnsStep(context, noun)
        self.check = CheckStep(context, noun)
        self.report = ReportStep(context, self._work, noun.words.redo)
        self._steps: tuple[WizardStep, ...] = (self.file, self.columns, self.check, self.report)
        self._title = section_title()
        self._place = note()
        self._advice = Label(tone="muted")
        self._stack = QStackedWidget()
        self.failure = Banner()
        self.next = primary_button(self._next_words)
        self.back = Button(lambda: _("Back"))
        self.leave = Button(lambda: _("Close"))
        self._build()
        self._connect()
        self._show(self.file)

    @property
    def step(self) -> WizardStep:
        """The current step."""
        return self._steps[self._stack.currentIndex()]

    def take(self, path: Path) -> None:
        """Read a file and show its content."""
        self._read_file(path, None, by_columns=False)

    def open_with(self, begun_key: str) -> None:
        """Open the wizard, with the import that was begun if there still is one of this key."""
        self.open()
        for row in self._keeper.others():
            if row.key == begun_key:
                self._keeper.resume(row)
                self._begun = begun = row.draft
                self.columns.show_usual(begun.usual)
                self._read_file(Path(begun.path), begun.sheet, by_columns=begun.by_columns)

    def reject(self) -> None:
        """Stop what is running on Esc, or close the wizard if nothing is; a draft stays."""
        if self._work.is_running:
            self._work.cancel()
            return
        if self._keeper.is_due:
            self._keep()
        super().reject()
        if self._keeper.has_kept:
            self._context.notice(_("The draft is kept."))

    def done(self, result: int) -> None:
        """Close the wizard; the keyboard goes to the list below, not to the rail."""
        super().done(result)
        if isinstance(page := self.parentWidget(), Page):
            page.take_focus(None)

    def retranslate(self) -> None:
        self.setWindowTitle(self._noun.words.title())
        self._title.setText(self.step.title())
        self._advice.setText(self.step.advice())
        number, total = (isolate(str(n)) for n in (self._stack.currentIndex() + 1, 4))
        self._place.setText(_("Step {number} of {total}").format(number=number, total=total))
        self.next.retranslate()

    def _read_file(self, path: Path, sheet: str | None, *, by_columns: bool) -> None:
        noun, usual = self._noun, self.columns.chosen_usual()
        self._work.start(
            _("Reading the file"),
            lambda _progress: read_source(noun, path, sheet, usual, by_columns=by_columns),
            self._show_source,
        )

    def _show_source(self, source: Source) -> None:
        self._source = source
        begun, self._begun = self._begun, None
        self.columns.show_source(source, begun)
        self._show(self.columns)
        self._keeper.changed()

    def _keep(self) -> None:
        """Save the file and the choices, unless they are carried out."""
        source, reading = self._source, self.columns.reading()
        if source is not None:
            way = self.columns.way.value()
            chosen = dict(reading.usual), dict(reading.mapping), dict(reading.values)
            begun = BegunImport(str(source.path), source.sheet, way == "columns", *chosen)
            self._keeper.keep(begun)

    def _read_again(self) -> None:
        """Read the same file with the current options of the columns step."""
        if self._source is not None:
            sheet, way = self.columns.sheet.value(), self.columns.way.value()
            path = self._source.path
            self._read_file(path, str(sheet) if sheet else None, by_columns=way == "columns")

    def _try(self) -> None:
        source, reading = self._source, self.columns.reading()
        if source is None:
            return
        match = self.check.match_key()
        self._work.start(
            _("Checking the file"),
            lambda progress: try_import(self._context, source, reading, match, progress),
            self._show_tried,
        )

    def _show_tried(self, report: ImportReport) -> None:
        self.check.show_report(report)
        self.next.setEnabled(bool(report.created or report.updated))
        self._show(self.check)

    def _import(self) -> None:
        source, reading = self._source, self.columns.reading()
        if source is None:
            return
        match = self.check.match_key()
        self._work.start(
            self._noun.words.doing(),
            lambda progress: do_import(self._context, source, reading, match, progress),
            self._show_imported,
        )

    def _show_imported(self, report: ImportReport) -> None:
        if self._source is not None:
            self.report.show_report(self._source.path, report)
            self._source = None
            self._keeper.discard()
        self.file.refresh()
        self._show(self.report)
        numbers = {"created": report.created, "updated": report.updated}
        said = self._noun.words.done()
        words = {name: isolate(str(number)) for name, number in numbers.items()}
        self._context.changes.tell(self._noun.topics)
        self._context.status(said.format(**words))

    def _show_undone(self, reverted: Reverted) -> None:
        self.file.refresh()
        self.retranslate()
        self._context.changes.tell(frozenset(Topic))
        self.failure.show_notice(undone_words(reverted))

    def _undo_earlier(self, row: ImportRow | None) -> None:
        if row is not None:
            self.report.undo_import(row.uid)

    def _enable(self, is_free: bool) -> None:
        for widget in (self._stack, self.next, self.back, self.leave):
            widget.setEnabled(is_free)
        if is_free:  # the pressed button lost the focus when it was disabled
            self.step.begin()
        else:
            self.failure.hide()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, OutreachError):
            raise error
        self.failure.show_error(error.message)

    def _show(self, step: WizardStep) -> None:
        self._stack.setCurrentIndex(self._steps.index(step))
        self.back.setVisible(step in (self.columns, self.check))
        self.next.setVisible(step is not self.file)
        self.next.setDefault(step is not self.file)
        self.retranslate()
        step.begin()

    def _go_on(self) -> None:
        if self.step is self.columns:
            self._try()
        elif self.step is self.check:
            self._import()
        else:
            self.failure.hide()
            self._show(self.file)

    def _go_back(self) -> None:
        self.failure.hide()
        self.next.setEnabled(True)
        self._show(self._steps[self._stack.currentIndex() - 1])

    def _next_words(self) -> str:
        if self.step is self.columns:
            return _("Next step")
        return _("Import") if self.step is self.check else _("Import another file")

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_over(self, *_SIZE)
        self._advice.setWordWrap(True)
        for step in self._steps:
            self._stack.addWidget(step)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 16)
        head.setSpacing(4)
        for label in (self._place, self._title, self._advice):
            head.addWidget(label)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self.next)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.failure)
        column.addWidget(self.progress)
        column.addWidget(Hairline())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.leave.clicked.connect(self.reject)
        self.file.chosen.connect(self.take)
        self.file.undo_asked.connect(self._undo_earlier)
        self.columns.readied.connect(self.next.setEnabled)
        self.columns.chosen.connect(self._keeper.changed)
        self._keeper.due.connect(self._keep)
        self.columns.read_asked.connect(self._read_again)
        self.check.match_changed.connect(self._try)
        self.report.undone.connect(self._show_undone)
