"""The frequently written points of this precinct, and its proposals to headquarters."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app.database import StoreSession
from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.proposals import list_proposals
from outreach_app.queries.repeated_points import list_repeated_points
from outreach_app.services.proposals import ProposalDraft, propose_phrase, withdraw_proposal
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.proposals.layout import laid_out
from ui.proposals.lines import OFTEN_COLUMNS, OftenLine, often_lines
from ui.proposals.proposal_strip import ProposalStrip
from ui.table_export import logged_copies
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.translated import Translated


class OwnProposalsScreen(Translated):
    """Counted only on this computer; what is sent is shown before Ctrl+S proposes it."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "frequent_points")
        self._context = context
        self._lines: list[OftenLine] = []
        self.table: Table[OftenLine] = Table(
            "often",
            lambda: _("Frequently written points"),
            RowsModel(OFTEN_COLUMNS),
            EmptyState(
                "quotes",
                lambda: _("Nothing was written often yet"),
                lambda: _("What is written in the same words in three sessions is listed here."),
            ),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.failure = Banner()
        self.strip = ProposalStrip()
        self.back = self.strip.back  # Esc goes back too
        self.setLayout(
            laid_out(
                lambda: _("Frequently written points"),
                _advice,
                self.failure,
                self.table,
                self.strip,
            )
        )
        self._connect()

    def begin(self) -> None:
        """Reload the counts."""
        self.failure.hide()
        self.refresh()
        self.table.take_focus()

    def show_record(self, uid: UUID) -> None:
        """Show a proposal in the list."""
        select_row(self.table, lambda line: line.proposal is not None and line.proposal.uid == uid)

    def refresh(self) -> None:
        """Reload; the line with the same words stays chosen."""
        chosen = self.table.row
        self._lines = self._context.read(
            lambda session: often_lines(list_repeated_points(session), list_proposals(session))
        )
        self.table.model.show_rows(self._lines)
        words = chosen.source.text if chosen else None
        select_row(self.table, lambda line: line.source.text == words)
        self.strip.show_line(self.table.row)

    def retranslate(self) -> None:
        self.strip.show_line(self.table.row)

    def _propose(self, draft: ProposalDraft) -> None:
        self._write(
            lambda session: propose_phrase(session, draft),
            _("Proposed: it is sent with the next file for headquarters."),
        )

    def _withdraw(self) -> None:
        row = self.table.row.proposal if self.table.row else None
        if row is not None:
            self._write(
                lambda session: withdraw_proposal(session, row.uid, row.version),
                _("The proposal was withdrawn."),
            )

    def _write(self, use_case: Callable[[StoreSession], object], said: str) -> None:
        self.failure.hide()
        try:
            write_undoable(self._context, use_case, said, undone=self.refresh, redone=self.refresh)
        except InvalidDraft as error:
            self.strip.form.refuse(error.problems)
            return
        except OutreachError as error:
            self.failure.show_error(error.message)
            return
        self.refresh()
        self.table.take_focus()

    def _connect(self) -> None:
        self.table.chosen.connect(self.strip.show_line)
        self.table.opened.connect(lambda _line: self.strip.take_focus())
        self.strip.given.connect(self._propose)
        self.strip.withdraw_asked.connect(self._withdraw)
        self.back.clicked.connect(self.closed)
        on_keys(self, "Ctrl+S", self.strip.give)


def _advice() -> str:
    return _(
        "They are counted only on this computer. Propose one: headquarters words it in both "
        "languages, and it is offered to every office when a point is entered."
    )
