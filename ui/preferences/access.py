"""The access log: who opened, saw, changed and gave out what, newest first."""

from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app.access_log import Act
from outreach_app.actors import account_words
from outreach_app.clock import moment_words
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import current, isolate, isolate_file
from outreach_app.i18n import gettext as _
from outreach_app.issuing.access import MAX_ROWS, write_access_log
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import (
    AccessFilter,
    LoggedRow,
    act_words,
    check_log,
    deed_words,
    list_access,
)
from outreach_app.queries.accounts import AccountRow, list_accounts
from outreach_app.rights import Right
from ui.context import AppContext
from ui.files import file_kind
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.forms.date_editor import DateEditor, past_day
from ui.table_export import ExportButton, FileButton, Write, logged_copies
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import Label, note, section_title
from ui.widgets.layouts import row_of
from ui.widgets.page_header import MARGIN
from ui.widgets.translated import Translated

_DAY_WIDTH = 144

COLUMNS: tuple[Column[LoggedRow], ...] = (
    Column(
        lambda: _("When"),
        lambda row: moment_words(row.at),
        width=180,
        sort_key="when",
        by=lambda row: row.at,
        usual="falling",
    ),
    Column(
        lambda: _("Account"), lambda row: row.account_words or "—", width=280, sort_key="account"
    ),
    Column(lambda: _("Kind"), lambda row: act_words(row.act), width=220, sort_key="act"),
    Column(lambda: _("What was done"), lambda row: deed_words(row.act, row.verb), sort_key="verb"),
)


class LogPdfButton(FileButton):
    """Writes what the filter keeps of the log as a PDF, in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, lambda: _("PDF"), "article", Right.ACCOUNTS)
        self.kept = AccessFilter()

    def _kinds(self) -> str:
        return file_kind("PDF", ".pdf")

    def _name(self) -> str:
        return _("Access log") + ".pdf"

    def _prepare(self) -> Write:
        database, kept, language = self._context.office.database, self.kept, current()

        def write(path: Path, progress: Progress) -> str:
            with closing(DocumentWorker()) as worker:
                count = write_access_log(database, kept, path, language, worker, progress)
            words = _("Written to {file}. Rows: {count}.")
            return words.format(file=isolate_file(path.name), count=isolate(str(count)))

        return write


class AccessScreen(Translated):
    """Filtered by account, act, days and record; exported as a table or a PDF.

    Reading it is a row of it.
    """

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "access_log")
        self._context = context
        self._accounts: Sequence[AccountRow] = ()
        self._record: UUID | None = None
        self.table: Table[LoggedRow] = Table(
            "access",
            lambda: _("Access log"),
            RowsModel(COLUMNS),
            EmptyState("shield-check", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.account = ChoiceEditor(self._choices)
        self.act = ChoiceEditor(_acts)
        self.first = past_day()
        self.last = past_day()
        self.of_record = Button(lambda: _("Only this record"), "funnel-simple")
        self.clear = Button(lambda: _("Clear the filters"), "x")
        self.export: ExportButton[LoggedRow] = ExportButton(
            context, lambda: _("Access log"), self.table.model
        )
        self.pdf = LogPdfButton(context)
        self.soundness = note()
        self.back = Button(lambda: _("Back"))
        self._build()
        self._connect()
        self.retranslate()

    def begin(self) -> None:
        """Read the whole log again."""
        self._accounts = self._context.read(list_accounts)
        self.account.retranslate()
        self._empty()
        self._check()
        self.table.take_focus()

    def refresh(self) -> None:
        """Show the rows that the filters keep."""
        kept = AccessFilter(
            account=_uid(self.account.value()),
            act=str(self.act.value()) if self.act.value() else None,
            first_on=_day(self.first),
            last_on=_day(self.last),
            record=self._record,
        )
        self.pdf.kept = kept
        rows = self._context.read(lambda session: list_access(session, MAX_ROWS, kept))
        self.table.model.show_rows(rows)
        self.clear.setEnabled(kept != AccessFilter())

    def retranslate(self) -> None:
        self.soundness.setText("")
        self.act.setAccessibleName(_("What was done"))
        self.account.setAccessibleName(_("Account"))
        self.first.setAccessibleName(_("From"))
        self.last.setAccessibleName(_("Until"))

    def _check(self) -> None:
        """Show whether the rows are unaltered, once that is checked."""
        self.soundness.setText("")
        database = self._context.office.database

        def work(_progress: Progress) -> str | None:
            with database.read() as session:
                return check_log(session)

        def tell(broken: str | None) -> None:
            self.soundness.set_tone("late" if broken else "ok")
            self.soundness.setText(broken or _("Each row is as it was written."))

        self._context.tasks.start(self, work, done=tell)

    def _narrow(self) -> None:
        row = self.table.row
        if row is not None and row.record is not None:
            self._record = row.record
            self.refresh()

    def _empty(self) -> None:
        self._record = None
        for editor in (self.account, self.act, self.first, self.last):
            editor.set_value(None)
        self.refresh()

    def _show_way(self, row: LoggedRow | None) -> None:
        self.of_record.setEnabled(row is not None and row.record is not None)

    def _choices(self) -> list[Choice]:
        rows = (Choice(str(row.uid), account_words(row.role, row.number)) for row in self._accounts)
        return [Choice(None, _("Every account")), *rows]

    def _connect(self) -> None:
        for editor in (self.account, self.act):
            editor.edited.connect(lambda _place: self.refresh())
        for day in (self.first, self.last):
            day.edited.connect(lambda _text: self.refresh())
            day.editingFinished.connect(self.refresh)
        self.table.chosen.connect(self._show_way)
        self.of_record.clicked.connect(self._narrow)
        self.clear.clicked.connect(self._empty)
        self.back.clicked.connect(self.closed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(section_title(lambda: _("Access log")))
        column.addWidget(note(lambda: _("Codes and accounts, no text of the records.")))
        self.soundness.setWordWrap(True)
        column.addWidget(self.soundness)
        for day in (self.first, self.last):
            day.setFixedWidth(_DAY_WIDTH)
        start, end = (Label(words, pixels=12, tone="muted") for words in (_from, _until))
        filters = QWidget()
        flow = FlowLayout(filters, margin=0, gap=8)
        days = (start, self.first, end, self.last)
        for widget in (self.account, self.act, *days, self.of_record, self.clear):
            flow.addWidget(widget)
        column.addWidget(filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.pdf.progress)
        foot = row_of(self.export, self.pdf)
        foot.addWidget(self.back)
        column.addLayout(foot)


def _acts() -> list[Choice]:
    return [Choice(None, _("Everything")), *(Choice(act, act_words(act)) for act in Act)]


def _from() -> str:
    return _("From")


def _until() -> str:
    return _("Until")


def _uid(code: object) -> UUID | None:
    return UUID(str(code)) if code else None


def _day(editor: DateEditor) -> date | None:
    """Return the typed day; None while it cannot be read as one."""
    with suppress(ValueError):
        value = editor.value()
        return value if isinstance(value, date) else None
    return None
