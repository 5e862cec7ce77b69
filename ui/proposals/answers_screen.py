"""The frequent points that precincts propose, for headquarters to adopt or decline."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal

from outreach_app.database import StoreSession
from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.proposals import ProposalRow, list_proposals
from outreach_app.rules.statuses import ProposalState
from outreach_app.services.catalogue_entries import use_entries
from outreach_app.services.proposals import AdoptionDraft, adopt_proposal, decline_proposal
from outreach_app.services.undo import Change, undo
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.proposals.answer_strip import AnswerStrip
from ui.proposals.layout import laid_out
from ui.proposals.words import state_icon, state_words
from ui.table_export import logged_copies
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.translated import Translated
from ui.words import apart, code_words, either

_COLUMNS: tuple[Column[ProposalRow], ...] = (
    Column(lambda: _("Words"), lambda row: apart(row.text), least=264, sort_key="words"),
    Column(
        lambda: _("Topic"), lambda row: code_words(row.topic), width=208, leaves=1, sort_key="topic"
    ),
    Column(
        lambda: _("Precinct"), lambda row: either(row.office_name), width=208, sort_key="office"
    ),
    Column(
        lambda: _("Times written"),
        lambda row: isolate(str(row.count)),
        width=128,
        sort_key="count",
        by=lambda row: row.count,
    ),
    Column(lambda: _("State"), state_words, icon=state_icon, width=264, sort_key="state"),
)


class AnswersScreen(Translated):
    """Waiting ones come first; Ctrl+S adopts one. The answer is sent with the next answers."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        explain_by(self, "frequent_points")
        self._context = context
        self.table: Table[ProposalRow] = Table(
            "proposals",
            lambda: _("Proposed frequent points"),
            RowsModel(_COLUMNS),
            EmptyState(
                "quotes",
                lambda: _("No precinct proposes anything"),
                lambda: _("What precincts write often and propose arrives with their files."),
            ),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.failure = Banner()
        self.strip = AnswerStrip()
        self.setLayout(
            laid_out(
                lambda: _("Proposed frequent points"), _advice, self.failure, self.table, self.strip
            )
        )
        self._connect()

    def begin(self) -> None:
        """List the proposals."""
        self.failure.hide()
        self.refresh()
        self.table.take_focus()

    def refresh(self) -> None:
        """Reload; the chosen proposal stays chosen."""
        chosen = self.table.row
        rows = self._context.read(list_proposals)
        rows.sort(key=lambda row: row.state is not ProposalState.WAITING)
        self.table.model.show_rows(rows)
        select_row(self.table, lambda row: chosen is not None and row.uid == chosen.uid)
        self.strip.show_row(self.table.row)

    def retranslate(self) -> None:
        self.strip.show_row(self.table.row)

    def _adopt(self, draft: AdoptionDraft) -> None:
        if (row := self.table.row) is not None:
            said = _("Adopted: the precincts receive it with the next answers.")
            self._write(partial(adopt_proposal, uid=row.uid, draft=draft), said)

    def _decline(self, reason: str) -> None:
        if (row := self.table.row) is not None:
            said = _("Declined: its precinct receives the reason with the next answers.")
            self._write(partial(decline_proposal, uid=row.uid, reason=reason), said)

    def _write(self, use_case: Callable[[StoreSession], object], said: str) -> None:
        """Write with one Undo, and offer the words at once."""

        def write(session: StoreSession) -> None:
            use_case(session)
            use_entries(session)

        self.failure.hide()
        try:
            write_undoable(self._context, write, said, take_back=_undo, undone=self.refresh)
        except InvalidDraft as error:
            self.strip.form.refuse(error.problems)
            return
        except OutreachError as error:
            self.failure.show_error(error.message)
            return
        self.refresh()
        self.table.take_focus()

    def _connect(self) -> None:
        self.table.chosen.connect(self.strip.show_row)
        self.table.opened.connect(lambda _row: self.strip.take_focus())
        self.strip.adopted.connect(self._adopt)
        self.strip.declined.connect(self._decline)
        self.strip.back.clicked.connect(self.closed)
        on_keys(self, "Ctrl+S", self.strip.give)


def _advice() -> str:
    return _(
        "Word each of them in both languages, so that it fits every office, or decline it with a "
        "reason. What is adopted is reworded and withdrawn in the catalogue."
    )


def _undo(session: StoreSession, changes: Sequence[Change]) -> None:
    undo(session, changes)
    use_entries(session)
