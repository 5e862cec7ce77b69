"""The access log: who opened, saw, changed and gave out what, newest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outreach_app.access_log import Act
from outreach_app.i18n import gettext as _
from outreach_app.queries.access_rows import LoggedRow, list_access
from ui.context import AppContext
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.help_topic import explain_by
from ui.widgets.labels import note, section_title
from ui.widgets.page_header import MARGIN
from ui.widgets.translated import Translated
from ui.words import moment_words

_MOST = 2_000  # rows on the screen; the command line has them all


def act_words(act: str) -> str:
    """Return what a row of the log tells of; the code of one that this version does not know."""
    words = {
        Act.UNLOCK: _("Opening"),
        Act.FAILED: _("Failed opening"),
        Act.SEEN: _("Card seen"),
        Act.NAMES_LISTED: _("People listed"),
        Act.SEARCH: _("People searched"),
        Act.CHANGE: _("Change"),
        Act.IMPORT: _("Import"),
        Act.GIVEN_OUT: _("Document given out"),
        Act.NAMES_OUT: _("Names taken out"),
        Act.TABLE: _("Table taken out"),
        Act.EXCHANGE: _("Exchange"),
        Act.RIGHTS: _("Rights of people"),
        Act.PURPOSE: _("Purpose of the register"),
        Act.ERASURE: _("Names erased"),
        Act.ACCOUNT: _("Accounts and log"),
        Act.CONFIRMED: _("Confirmed by a second person"),
        Act.STATION: _("Stations"),
        Act.BACKUP: _("Backup"),
        Act.RESTORE: _("Restoration"),
        Act.HELP: _("Help to a precinct"),
    }
    return words.get(Act(act), act) if act in set(Act) else act


COLUMNS: tuple[Column[LoggedRow], ...] = (
    Column(lambda: _("When"), lambda row: moment_words(row.at), width=180),
    Column(lambda: _("Account"), lambda row: row.account_words or "—", width=280),
    Column(lambda: _("What was done"), lambda row: act_words(row.act), width=220),
    Column(lambda: _("Use case"), lambda row: row.verb or ""),
)


class AccessScreen(Translated):
    """Narrowed by what was done; exported as a table. Reading it is a row of it."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "accounts")
        self._context = context
        self.table: Table[LoggedRow] = Table(
            "access",
            lambda: _("Access log"),
            RowsModel(COLUMNS),
            EmptyState("shield-check", lambda: _("Nothing here"), lambda: ""),
            context.settings,
        )
        self.act = ChoiceEditor(_choices)
        self.export: ExportButton[LoggedRow] = ExportButton(
            context, lambda: _("Access log"), self.table.model
        )
        self.back = Button(lambda: _("Back"))
        self._build()
        self.act.edited.connect(lambda _place: self.refresh())
        self.back.clicked.connect(self.closed)
        self.retranslate()

    def begin(self) -> None:
        """Read the log anew."""
        self.act.set_value(None)
        self.refresh()
        self.table.take_focus()

    def refresh(self) -> None:
        """Show the rows of what is chosen."""
        act = self.act.value()
        rows = self._context.read(lambda session: list_access(session, _MOST))
        self.table.model.show_rows([row for row in rows if act in (None, row.act)])

    def retranslate(self) -> None:
        self.act.setAccessibleName(_("What was done"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(section_title(lambda: _("Access log")))
        column.addWidget(note(lambda: _("Codes and accounts, no word of the records.")))
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.act, self.export):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.back)
        column.addLayout(foot)


def _choices() -> list[Choice]:
    return [Choice(None, _("Everything")), *(Choice(act, act_words(act)) for act in Act)]
