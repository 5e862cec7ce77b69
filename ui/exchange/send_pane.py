"""What will leave, looked at before it leaves, and where it is written."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import NotFound, OutreachError
from outreach_app.exchange.exporting import WrittenBundle, write_bundles
from outreach_app.exchange.planning import ExportPlan, Receiver, plan_answers, plan_export
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.progress import Progress
from outreach_app.queries.bundles import get_exchange_state
from ui.context import AppContext
from ui.exchange.named_meetings import NamedMeetings
from ui.exchange.words import counts_words
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.editors import CheckEditor
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.labels import IconLabel, Label, note, section_title
from ui.widgets.progress_line import ProgressLine
from ui.widgets.translated import Translated
from ui.words import moment_words

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
        self.receiver = ChoiceEditor(self._receivers)
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
        try:
            self._plans = self._context.read(self._plan)
            refusal = (
                "" if self._plans else _("No precinct is enrolled: there is nobody to answer.")
            )
        except NotFound as error:
            self._plans, refusal = (), error.message
        self._show_plan(refusal)
        self.show_drives()

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

    def _receivers(self) -> list[Choice]:
        if self._context.is_headquarters:
            return [Choice(Receiver.PRECINCT.value, _("Answers to the precincts"))]
        return [
            Choice(Receiver.HEADQUARTERS.value, _("For headquarters")),
            Choice(Receiver.SIBLING.value, _("For the office's second computer")),
        ]

    def _plan(self, session: StoreSession) -> list[ExportPlan]:
        receiver = self._receiver()
        if receiver is Receiver.PRECINCT:
            return plan_answers(session)
        return [plan_export(session, receiver, is_full=self.everything.isChecked())]

    def _receiver(self) -> Receiver:
        return Receiver(self.receiver.currentData())

    def _show_plan(self, refusal: str) -> None:
        self.what.setText(refusal or self._heading())
        records: Counter[str] = Counter()
        for plan in self._plans:
            records |= Counter(plan.records)  # what goes to several precincts is one record
        self.records.setText(counts_words(records))
        self.records.setVisible(bool(records))
        self.state.setText(self._state())
        self.named.show_meetings([row for plan in self._plans for row in plan.named_meetings])
        self.write.setEnabled(bool(self._plans))
        self.enrol.setVisible(not self._plans)
        for tick in (self.everything, self.names):
            tick.setVisible(bool(self._plans))
        self.everything.setVisible(bool(self._plans) and not self._context.is_headquarters)
        self.names.setVisible(bool(self._plans) and self._receiver() is Receiver.HEADQUARTERS)

    def _heading(self) -> str:
        events = isolate(str(max(plan.events for plan in self._plans)))
        if self._receiver() is Receiver.PRECINCT:
            answers = isolate(str(len(self._plans)))
            words = _("Answers: {answers} · changes that will leave: {count}")
            return words.format(answers=answers, count=events)
        if not any(plan.events for plan in self._plans):
            return _("Nothing changed since the last acknowledgement; the file says so.")
        return _("Changes that will leave: {count}").format(count=events)

    def _state(self) -> str:
        """What the receiver said it holds; and what an answer says besides."""
        if not self._plans:
            return _("A card is a small file that the other computer makes on this page.")
        if self._receiver() is Receiver.PRECINCT:
            return _("Each answer says what was received, and asks again for what is missing.")
        if self._receiver() is Receiver.SIBLING:
            return _("The second computer gets everything, names and contacts included.")
        state = self._context.read(get_exchange_state)
        if state.acknowledged_at is None:
            return _("Headquarters has not acknowledged anything yet.")
        words = _("Acknowledged up to change {number}, on {moment}.")
        number = isolate(str(state.acknowledged_upto))
        return words.format(number=number, moment=moment_words(state.acknowledged_at))

    def _ask_folder(self) -> None:
        folder = self._context.files.ask_folder(self, _("Folder of the exchange files"))
        if folder is not None:
            self._start(folder)

    def _start(self, folder: Path) -> None:
        plans, has_names = self._plans, self.names.isChecked() and not self.names.isHidden()
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
