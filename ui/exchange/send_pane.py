"""What will leave, looked at before it leaves, and where it is written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import NotFound, OutreachError
from outreach_app.exchange.exporting import WrittenBundle, write_bundles
from outreach_app.exchange.planning import ExportPlan, Receiver
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.bundles import get_exchange_state
from ui.context import AppContext
from ui.exchange.named_meetings import NamedMeetings
from ui.exchange.plan_words import heading_words, holding_words, records_words
from ui.exchange.receivers import ReceiverEditor
from ui.forms.editors import CheckEditor
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import IconLabel, Label, note, section_title
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Translated

# What the log of files is called among changes.
_LOG = frozenset({"bundle"})


class SendPane(Translated):
    """`meeting_asked` carries a meeting whose text names a person; `enrolling` leads to enrol."""

    meeting_asked = Signal(object)
    enrolling = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._plans: Sequence[ExportPlan] = ()
        self._running: Progress | None = None
        self.receiver = ReceiverEditor(context)
        self.everything = CheckEditor(lambda: _("Send everything again, whatever was acknowledged"))
        self.names = CheckEditor(lambda: _("Send the names and contacts of people too"))
        self.what = section_title()
        self.records = Label()
        self.state = note()
        self.named = NamedMeetings()
        self.failure = Banner()
        self.write = primary_button(lambda: _("Write the file"), "export")
        self.enrol = Button(lambda: _("Enrol a card"), "identification-card")
        self.drives: list[Button] = []
        self._drives_row = QHBoxLayout()
        self.progress = ProgressLine()
        self.done = Label(tone="ok")
        self._mark = IconLabel("checks", "ok")
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Plan again what would leave now."""
        self.failure.hide()
        self.receiver.refresh()
        try:
            self._plans = self._context.read(self._plan)
            refusal = (
                "" if self._plans else _("No precinct is enrolled: there is nobody to answer.")
            )
        except NotFound as error:
            self._plans, refusal = (), error.message
        self._show_plan(refusal)
        self.show_drives()

    def answer(self, office: UUID) -> None:
        """Choose one precinct to answer."""
        self.receiver.set_value(str(office))
        self.refresh()

    def show_drives(self) -> None:
        """A button for every stick that is plugged in."""
        for button in self.drives:
            self._drives_row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.drives = []
        for drive in self._context.files.sticks() if self.write.isEnabled() else ():
            name = isolate(drive.name or str(drive))
            button = Button(partial(_drive_words, name), "hard-drive")
            button.clicked.connect(partial(self._start, drive))
            self._drives_row.insertWidget(1 + len(self.drives), button)
            self.drives.append(button)

    def retranslate(self) -> None:
        self.receiver.setAccessibleName(_("For whom"))
        self._say_done("")
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _receiver(self) -> Receiver:
        return self.receiver.receiver

    def _plan(self, session: StoreSession) -> list[ExportPlan]:
        return self.receiver.plan(session, is_full=self.everything.isChecked())

    def _show_plan(self, refusal: str) -> None:
        plans, has_plans = self._plans, bool(self._plans)
        self.what.setText(refusal or heading_words(plans))
        self.state.setText(self._state())
        self.named.show_meetings([row for plan in plans for row in plan.named_meetings])
        self.write.setEnabled(has_plans)
        self.enrol.setVisible(not has_plans)
        self.everything.setVisible(has_plans and not self._context.is_headquarters)
        self.names.setVisible(has_plans and self._receiver() is Receiver.HEADQUARTERS)
        self._show_records()

    def _show_records(self) -> None:
        words = records_words(self._plans, includes_names=self._lets_names_go())
        self.records.setText(words)
        self.records.setVisible(bool(words))

    def _lets_names_go(self) -> bool:
        return self.names.isChecked() and not self.names.isHidden()

    def _state(self) -> str:
        if not self._plans:
            return _("A card is a small file that the other computer makes on this page.")
        return holding_words(self._receiver(), self._context.read(get_exchange_state))

    def _ask_folder(self) -> None:
        folder = self._context.files.ask_folder(self, _("Folder of the exchange files"))
        if folder is not None:
            self._start(folder)

    def _start(self, folder: Path) -> None:
        plans, has_names = self._plans, self._lets_names_go()
        database = self._context.office.database
        self._say_done("")
        self.failure.hide()
        self.write.setEnabled(False)
        self.show_drives()
        self.progress.begin(_("Writing exchange files"))
        self._running = self._context.tasks.start(
            self,
            lambda progress: write_bundles(
                database, plans, folder, progress, includes_names=has_names
            ),
            done=self._finish,
            failed=self._fail,
            progressed=self.progress.advance,
            cancelled=self._stop,
        )

    def _finish(self, written: list[WrittenBundle]) -> None:
        # Names leave by a tick made for this one file.
        self.names.setChecked(False)
        self.everything.setChecked(False)
        self._stop()
        names = " · ".join(isolate(bundle.path.name) for bundle in written)
        words = _("Written and verified: {files}. The stick can be removed.")
        self._say_done(words.format(files=names))
        changes = isolate(str(sum(bundle.count for bundle in written)))
        self._context.status(_("Written: {count} changes.").format(count=changes))
        self._context.changes.happened.emit(_LOG)

    def _fail(self, error: Exception) -> None:
        self._stop()
        if not isinstance(error, OutreachError):
            raise error
        self.failure.show_error(error.message)

    def _stop(self) -> None:
        self.progress.end()
        self.refresh()

    def _say_done(self, words: str) -> None:
        self.done.setText(words)
        self._mark.setVisible(bool(words))

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.failure)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        whole.addLayout(column)
        for label in (self.what, self.records, self.done):
            label.setWordWrap(True)
        column.addLayout(_row(self.receiver))
        for widget in (self.what, self.records, self.state, self.named):
            column.addWidget(widget)
        column.addWidget(self.everything)
        column.addWidget(self.names)
        self._drives_row.setSpacing(8)
        self._drives_row.addWidget(self.write)
        self._drives_row.addWidget(self.enrol)
        self._drives_row.addStretch(1)
        column.addLayout(self._drives_row)
        column.addWidget(self.progress)
        done = QHBoxLayout()
        done.setSpacing(8)
        done.addWidget(self._mark)
        done.addWidget(self.done, 1)
        column.addLayout(done)
        column.addStretch(1)

    def _connect(self) -> None:
        self.receiver.activated.connect(self.refresh)
        self.everything.clicked.connect(self.refresh)
        self.names.clicked.connect(self._show_records)
        self.write.clicked.connect(self._ask_folder)
        self.enrol.clicked.connect(self.enrolling)
        self.named.asked.connect(self.meeting_asked)
        self.progress.stopped.connect(self._cancel)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _drive_words(name: str) -> str:
    return _("Write to {drive}").format(drive=name)
