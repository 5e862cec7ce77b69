"""The tab that previews an export and writes its files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.atomic_files import disk_of
from outreach_app.database import StoreSession
from outreach_app.errors import NotFound, OutreachError
from outreach_app.exchange.exporting.bundles import WrittenBundle, write_bundles
from outreach_app.exchange.exporting.planning import (
    ExportPlan,
    Receiver,
    list_named_records,
    several_answers,
)
from outreach_app.exchange.importing.restorations import behind_warnings, find_restored
from outreach_app.folder_looks import FolderSilent, is_there
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.bundles import find_last_written, get_exchange_state
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.rights import Right
from ui.changes import Topic
from ui.context import AppContext
from ui.exchange.named_records import NamedRecords
from ui.exchange.pane import Pane
from ui.exchange.plan_words import heading_words, holding_words, records_words
from ui.exchange.receivers import ReceiverEditor
from ui.exchange.write_buttons import WriteButtons
from ui.exchange.written_files import WrittenFiles
from ui.forms.editors import CheckEditor
from ui.widgets.banner import Banner
from ui.widgets.labels import Label, note, section_title
from ui.widgets.progress_line import ProgressLine

_ALL = 1000  # stretch of a list, against 1 for the empty space


class SendPane(Pane):
    """Plans and writes exports.

    `asked` carries a NamingRecord, `office_asked` the office that a written file is for;
    `enrolling` asks for stations.
    """

    asked = Signal(object)
    office_asked = Signal(object)
    enrolling = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._plans: Sequence[ExportPlan] = ()
        self._named: Sequence[NamingRecord] = ()
        self._running: Progress | None = None
        self._had_focus = False  # on a button, as writing began
        self.receiver = ReceiverEditor(context)
        self.everything = CheckEditor(
            lambda: _("Send everything again, including what was acknowledged")
        )
        self.names = CheckEditor(lambda: _("Send the names and contacts of people too"))
        self.what = section_title()
        self.records = Label()
        self.state = note()
        self.behind = Label(tone="warn")
        self.named = NamedRecords(context)
        self.failure = Banner()
        self.buttons = WriteButtons(context)
        self.progress = ProgressLine()
        self.written = WrittenFiles(context)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Plan the export again."""
        super().refresh()
        self.failure.hide()
        self.receiver.refresh()
        before, refusal = self._plans, ""
        try:
            self._plans, self._named = self._context.read(self._plan)
        except NotFound as error:
            self._plans, self._named, refusal = [], [], error.message
        if not self._plans:
            refusal = refusal or _("No precinct is enrolled: there is nobody to answer.")
        if self._plans != before:
            self.written.forget()
        self._show_plan(refusal)

    def show_plan(self, office: UUID | None) -> None:
        """Plan the export again, for one precinct if it is given."""
        if office is not None:
            self.receiver.set_value(str(office))
        self.refresh()

    def follow_sticks(self) -> None:
        """Show the USB sticks that are plugged in now."""
        self.buttons.show_drives()
        self.written.follow_sticks()

    def retranslate(self) -> None:
        self.receiver.setAccessibleName(_("For whom"))
        self.follow_changes()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _receiver(self) -> Receiver:
        return self.receiver.receiver

    def _plan(self, session: StoreSession) -> tuple[list[ExportPlan], list[NamingRecord]]:
        plans = self.receiver.plan(session, is_full=self.everything.isChecked())
        return plans, list_named_records(session, plans)

    def _show_plan(self, refusal: str) -> None:
        plans, has_plans = self._plans, bool(self._plans)
        self.what.setText(refusal or heading_words(plans))
        self.state.setText(self._state())
        self.behind.setText(self._behind())
        self.behind.setVisible(bool(self.behind.text()))
        self.named.show_records(self._named)
        self.buttons.allow(len(plans), is_writing=self._running is not None)
        self.everything.setVisible(has_plans and not self._context.is_headquarters)
        may_send = self._context.may(Right.NAMES_OUT)
        self.names.setVisible(has_plans and may_send and self._receiver() is Receiver.HEADQUARTERS)
        self._show_records()

    def _show_records(self) -> None:
        words = records_words(self._plans, includes_names=self._lets_names_go())
        self.records.setText(words)
        self.records.setVisible(bool(words))

    def _lets_names_go(self) -> bool:
        return self.names.isChecked() and not self.names.isHidden()

    def _state(self) -> str:
        if not self._plans and self._context.is_headquarters:
            return _("A card is a small file that the other computer makes on this page.")
        if not self._plans:
            return _(
                "The exchange begins with two cards, small files that computers make on this page. "
                "Give yours to the other side: Computers, “Save my card”. Then enrol the card that "
                "it gives you."
            )
        plan = self._plans[0]
        state = self._context.read(get_exchange_state)
        last = self._context.read(
            lambda session: find_last_written(session, plan.receiver, plan.stations)
        )
        return holding_words(plan.receiver, state, last)

    def _behind(self) -> str:
        """Return who has later changes than a restored backup, or gets more than one answer."""
        restored = self._context.read(find_restored)
        warnings = behind_warnings(restored) if restored else []
        note = several_answers(self._plans)
        return "\n".join([*(row.message for row in warnings), *([note] if note else [])])

    def _start(self, folder: Path) -> None:
        plans, has_names = self._plans, self._lets_names_go()
        database = self._context.office.database
        try:
            is_there(folder)
        except FolderSilent as silent:
            self._fail(folder, silent)
            return
        disk = disk_of(folder)
        self.written.forget()
        self.failure.hide()
        self._had_focus = self.buttons.isAncestorOf(self.focusWidget())
        if self._had_focus:
            self.setFocus()  # else it would go from the disabled button to another part
        self.buttons.allow(len(plans), is_writing=True)
        self.progress.begin(_("Writing exchange files"))
        self._running = self._context.tasks.start(
            self,
            lambda progress: write_bundles(
                database, plans, folder, progress, includes_names=has_names, disk=disk
            ),
            done=partial(self._finish, folder),
            failed=partial(self._fail, folder),
            progressed=self.progress.advance,
            cancelled=self._give_up,
        )

    def _finish(self, folder: Path, written: list[WrittenBundle]) -> None:
        # Names are included only by a tick made for this one file.
        self.names.setChecked(False)
        self.everything.setChecked(False)
        are_answers = self._receiver() is Receiver.PRECINCT
        self._stop()
        self.written.show_files(written, folder, are_answers=are_answers)
        changes = isolate(str(sum(bundle.count for bundle in written)))
        said = _("Written: {count} changes.").format(count=changes)
        self._context.notice(
            said, go_on=partial(_show_folder, folder), onward=lambda: _("Open the folder")
        )
        self._context.changes.tell({Topic.BUNDLE})

    def _fail(self, folder: Path, error: Exception) -> None:
        self._context.files.forget(folder)
        self._stop()
        if not isinstance(error, OutreachError):
            raise error
        self.failure.show_error(error.message)

    def _stop(self) -> None:
        self._running = None
        self.progress.end()
        self.refresh()
        if self._had_focus and self.hasFocus():
            self.buttons.take_focus()

    def _give_up(self) -> None:
        self._stop()
        self._context.notice(_("Stopped: nothing was written."))

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        whole.addLayout(column)
        for label in (self.what, self.records, self.behind):
            label.setWordWrap(True)
        column.addLayout(_row(self.receiver))
        for widget in (self.what, self.records, self.state, self.behind, self.named):
            column.addWidget(widget, _ALL if widget is self.named else 0)
        column.addWidget(self.everything)
        column.addWidget(self.names)
        column.addWidget(self.buttons)
        column.addWidget(self.progress)
        column.addWidget(self.written, _ALL)
        column.addStretch(1)
        whole.addWidget(self.failure)

    def _connect(self) -> None:
        self.receiver.activated.connect(self.refresh)
        self.everything.clicked.connect(self.refresh)
        self.names.clicked.connect(self._show_records)
        self.buttons.chosen.connect(self._start)
        self.buttons.enrol.clicked.connect(self.enrolling)
        self.named.asked.connect(self.asked)
        written = self.written.table
        written.opened.connect(lambda row: self.office_asked.emit(row.station.office))
        written.menu_asked.connect(partial(self.buttons.open_menu, written))
        self.progress.stopped.connect(self._cancel)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
