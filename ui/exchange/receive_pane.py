"""The tab of received files: a trial first, then the import, with a result for each file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app import i18n
from outreach_app.errors import OutreachError
from outreach_app.exchange.format.files import SUFFIX
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.office_results import ReceivedGroup, by_office
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.exchange.stations.registry import own_card
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.progress import Progress
from outreach_app.queries.stations import list_stations
from outreach_app.rules.statuses import BundleStatus
from ui.context import AppContext
from ui.exchange.received_tables import ReceivedTables
from ui.exchange.refusals import former_gap_words, refusal_words
from ui.exchange.renewal_strip import RenewalStrip, refused_elsewhere
from ui.exchange.words import concerned_words, office_words
from ui.files import file_kind
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import note, small_title
from ui.widgets.menus import open_menu_of
from ui.widgets.progress_line import ProgressLine
from ui.widgets.surfaces import Hairline, Surface
from ui.widgets.translated import Translated
from ui.words import numbers_words


class ReceivePane(Translated):
    """Checks files, then imports them.

    Emits `imported`, `renewed` after a new number, `answering` to answer what was imported;
    `office_asked` carries the office that an opened file is from.
    """

    imported = Signal()
    answering = Signal()
    office_asked = Signal(object)
    renewed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._summary = ImportSummary(())
        self._groups: list[ReceivedGroup] = []
        self._left_out: tuple[Path, ...] = ()  # neither checked nor imported yet
        self._is_dry = True
        self._own = ""
        self._language = i18n.current()
        self._running: Progress | None = None
        self.choose = Button(lambda: _("Choose files"), "files")
        self.choose_folder = Button(lambda: _("Choose a folder"), "folder-open")
        self.bring = primary_button(lambda: _("Import them"), "download-simple")
        self.go_on = Button(lambda: _("Continue with the rest"), "arrow-right")
        self.answer = primary_button(lambda: _("Write the answers"), "export")
        self.count = note(tone="text")
        self.failure = Banner()
        self.progress = ProgressLine()
        self.tables = ReceivedTables(context)
        self.table = self.tables.files
        self.title = small_title()
        self.title.setWordWrap(True)  # it names an office and a file
        self.advice = note()
        self._strip = Surface("win")
        self.renewal = RenewalStrip(context, refused_elsewhere())
        self._build()
        self._connect()
        self.retranslate()

    def try_paths(self, paths: Sequence[Path]) -> None:
        """Show what an import of these files would change, without importing them."""
        self._start(paths, is_dry=True)

    def ask(self) -> None:
        """Ask for files."""
        kinds = file_kind(_("Exchange files"), SUFFIX)
        if paths := self._context.files.ask_files(self, _("Exchange files"), kinds):
            self.try_paths(paths)

    def retranslate(self) -> None:
        self._show_count()
        self._show_advice(self.table.row)

    def _ask_folder(self) -> None:
        folder = self._context.files.ask_folder(self, _("Folder of the exchange files"))
        if folder is not None:
            self.try_paths([folder])

    def _bring(self) -> None:
        """Import exactly the files that were checked."""
        self._start([row.path for row in self._summary.files], is_dry=False)

    def _go_on(self) -> None:
        """Check skipped files together with the checked ones: a file may depend on another."""
        tried = [row.path for row in self._summary.files] if self._is_dry else []
        self.try_paths([*tried, *self._left_out])

    def _start(self, paths: Sequence[Path], *, is_dry: bool) -> None:
        office = self._context.office
        self.failure.hide()
        self.answer.hide()
        if self.bring.hasFocus():
            self.setFocus()  # else it would go from the disabled button to another part
        self.bring.setEnabled(False)
        self.progress.begin(_("Checking the files") if is_dry else _("Importing the files"))

        def work(progress: Progress) -> ImportSummary:
            if not is_dry:
                office.back_up_first()
            return import_paths(office.database, paths, progress, dry_run=is_dry)

        self._running = self._context.tasks.start(
            self,
            work,
            done=self._show_tried if is_dry else self._show_imported,
            failed=self._fail,
            progressed=self.progress.advance,
            cancelled=self.progress.end,
        )

    def _show_tried(self, summary: ImportSummary) -> None:
        self._left_out = summary.left_out
        self._show(summary, is_dry=True)
        if summary.left_out:
            self._context.notice(_("Stopped: nothing was imported."))

    def _show_imported(self, summary: ImportSummary) -> None:
        self._left_out = (*summary.left_out, *self._left_out)
        self._show(summary, is_dry=False)
        said = self.count.text()
        if summary.left_out:
            stopped = _("Stopped. {counts}").format(counts=said)
            said = stopped if summary.files else _("Stopped: nothing was imported.")
        self._context.status(said)
        self.imported.emit()

    def _show(self, summary: ImportSummary, *, is_dry: bool) -> None:
        self.progress.end()
        self._summary = summary
        self._is_dry = is_dry
        self._language = i18n.current()
        self.bring.setEnabled(self._can_bring)
        may_answer = not is_dry and self._context.is_headquarters and summary.new > 0
        self.answer.setVisible(may_answer)
        following = self.answer if may_answer else self.bring if self._can_bring else self.choose
        if self.hasFocus():
            following.setFocus()
        stations = self._context.read(list_stations)
        self._groups = by_office(summary, stations)
        self.tables.show_groups(self._groups)
        self._show_count()
        self._own = self._context.read(own_card).device
        self.renewal.setVisible(any(map(self._is_own_fork, summary.files)))

    @property
    def _can_bring(self) -> bool:
        return self._is_dry and self._summary.count(BundleStatus.IMPORTED) > 0

    def _show_count(self) -> None:
        summary, count = self._summary, self._summary.count
        good = _("To import: {number}") if self._is_dry else _("Imported: {number}")
        words = numbers_words(
            (count(BundleStatus.IMPORTED), good),
            (summary.new, _("New changes: {number}")),
            (count(BundleStatus.DUPLICATE), _("Known already: {number}")),
            (self._groups[0].gaps if self._groups else 0, _("Gaps: {number}")),
            (count(BundleStatus.ELSEWHERE), _("For other computers: {number}")),
            (count(BundleStatus.QUARANTINED), _("Put aside: {number}")),
            (count(BundleStatus.REFUSED), _("Refused: {number}")),
            (
                len(self._left_out),
                _("Not checked: {number}") if self._is_dry else _("Skipped: {number}"),
            ),
        )
        self.count.setText(words)
        self.go_on.setVisible(bool(self._left_out))

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.bring.setEnabled(self._can_bring)
        if not isinstance(error, OutreachError):
            raise error
        self.failure.show_error(error.message)

    def _show_advice(self, row: ReceivedFile | None) -> None:
        self._strip.setVisible(row is not None)
        self.title.setText(_title(row) if row is not None else "")
        self.advice.setText(self._advice(row) if row is not None else "")

    def _advice(self, row: ReceivedFile) -> str:
        if row.code == "W_GAP" and not row.is_after_gap:
            return former_gap_words()
        # The rows' messages are in the language in use when the files were read.
        is_said = self._language is i18n.current()
        words = refusal_words(row.code, is_own=self._is_own_fork(row))
        parts = [row.sentence if is_said else words]
        if row.gaps and not is_said:
            ranges = " · ".join(isolate(f"{first}–{last}") for first, last in row.gaps)
            parts.append(_("Missing before these: {ranges}.").format(ranges=ranges))
        if row.is_answer and row.acknowledged:
            parts.append(_("In it headquarters confirms that it received your changes."))
        if row.bare:
            bare = _("Changes that came without their content: {count}.")
            parts.append(bare.format(count=isolate(str(row.bare))))
        if row.records:
            parts.append(concerned_words(row.records))
        nothing = _("Nothing to report about this file: it is complete, and its sender is known.")
        return " ".join(part for part in parts if part) or nothing

    def _is_own_fork(self, row: ReceivedFile) -> bool:
        return row.code == "E_FORK" and row.device == self._own

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 16, 24, 8)
        buttons.setSpacing(8)
        self.answer.hide()
        for button in (self.answer, self.bring, self.choose, self.choose_folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.go_on)
        counts = QHBoxLayout()
        counts.setContentsMargins(24, 0, 24, 8)
        counts.addWidget(self.count)
        self.bring.setEnabled(False)
        inside = QVBoxLayout(self._strip)
        inside.setContentsMargins(24, 12, 24, 12)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addLayout(counts)
        parts = (self.progress, self.tables, Hairline(), self._strip, self.renewal, self.failure)
        for widget in parts:
            column.addWidget(widget, 1 if widget is self.tables else 0)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.bring.clicked.connect(self._bring)
        self.answer.clicked.connect(self.answering)
        self.go_on.clicked.connect(self._go_on)
        self.progress.stopped.connect(self._cancel)
        self.tables.chosen.connect(self._show_advice)
        self.tables.office_asked.connect(self.office_asked)
        ways = (self.answer, self.bring, self.go_on, self.choose, self.choose_folder)
        for table in (self.tables.groups, self.tables.files):
            table.menu_asked.connect(partial(open_menu_of, ways, table))
        self.renewal.renewed.connect(self.renewed)


def _title(row: ReceivedFile) -> str:
    """Return whose file it is, and what it contains if it could be opened."""
    whose = isolate_file(row.path.name)
    if row.sender is not None:
        whose = f"{office_words(row.sender)} · {whose}"
    if row.status not in (BundleStatus.IMPORTED, BundleStatus.DUPLICATE):
        return whose
    held = _("Changes in the file: {count} · new here: {new}")
    count, new = (isolate(str(number)) for number in (row.events, row.new))
    return f"{whose} · {held.format(count=count, new=new)}"
