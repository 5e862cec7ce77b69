"""The catalogue page: topics and destinations, edited by headquarters for all stores."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Never

from PySide6.QtWidgets import QHBoxLayout, QWidget

from outreach_app.database import StoreSession
from outreach_app.errors import InvalidDraft, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.catalogue_entries import list_entries
from outreach_app.queries.proposals import list_proposals
from outreach_app.rights import Right
from outreach_app.rules.folding import fold_words
from outreach_app.rules.statuses import ProposalState
from outreach_app.search.upkeep import complete_index
from outreach_app.services.catalogue_entries import (
    EntryDraft,
    add_entry,
    reword_entry,
    use_entries,
    withdraw_entry,
)
from outreach_app.services.undo import Change, undo
from outreach_app.vocabulary import LEXICON, PHRASES
from ui.actions.undoable import write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.errors import message_of
from ui.forms.choice_editor import Choice, ChoiceEditor
from ui.headquarters.entry_lines import ENTRY_COLUMNS, EntryLine, entry_lines, next_code
from ui.headquarters.entry_strip import EntryStrip
from ui.page import Page
from ui.proposals.answers_screen import AnswersScreen
from ui.table_export import logged_copies
from ui.tables.rows_model import RowsModel
from ui.tables.table import Table, select_row
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.search_line import SearchLine
from ui.widgets.shortcuts import Shortcut
from ui.widgets.stack import Stack
from ui.widgets.surfaces import Hairline


class CataloguePage(Page[Never]):
    """Ctrl+N adds an entry. New and reworded entries are sent with the next answers."""

    topics = frozenset({Topic.ENTRY, Topic.PROPOSAL})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._lines: list[EntryLine] = []
        self.add = primary_button(lambda: _("New entry"), "plus", "Ctrl+N")
        self._waiting = 0
        self.proposed = Button(self._proposed_words, "quotes")
        self.proposals = AnswersScreen(context)
        self.list = ChoiceEditor(_lists)
        self.text = SearchLine(lambda: _("Filter by words or code"), icon_name="funnel-simple")
        self.count = note()
        self.failure = Banner()
        self.table: Table[EntryLine] = Table(
            "catalogue",
            lambda: _("Catalogue"),
            RowsModel(ENTRY_COLUMNS),
            EmptyState(
                "books",
                lambda: _("Nothing here"),
                lambda: _("Clear the filter, or add an entry with Ctrl+N."),
            ),
            context.settings,
        )
        self.table.taken = logged_copies(context)
        self.strip = EntryStrip()
        self._stack = Stack()
        self._entries = QWidget()
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Reload the entries; the current one stays current."""
        current = self.table.row
        rows = self._context.read(lambda session: list_entries(session, with_withdrawn=True))
        wanted = fold_words(self.text.text())
        self._lines = [
            line
            for line in entry_lines(self.list.currentData(), rows)
            if wanted in fold_words(f"{line.code} {line.ar} {line.fr}")
        ]
        self.table.model.show_rows(self._lines)
        number = isolate(str(len(self._lines)))
        self.count.setText(_("Entries: {number}").format(number=number))
        if self._lines:
            select_row(self.table, lambda line: current is not None and line.code == current.code)
        self.strip.show_line(self.table.row)
        # A new frequent point comes from a precinct's proposal.
        is_list = self._stack.currentWidget() is not self.proposals
        self.add.setEnabled(is_list and self.list.currentData() != PHRASES)
        self._say_waiting()
        if not is_list:
            self.proposals.refresh()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+N", lambda: _("New entry"), Right.CATALOGUE),
            Shortcut("Enter", lambda: _("Reword the entry"), Right.CATALOGUE),
        )

    def search(self) -> None:
        self.text.setFocus()

    def retranslate(self) -> None:
        self.list.setAccessibleName(_("List"))
        self.refresh()

    def _say_waiting(self) -> None:
        """Show how many proposals wait for an answer."""
        rows = self._context.read(list_proposals)
        self._waiting = sum(row.state is ProposalState.WAITING for row in rows)
        self.proposed.retranslate()

    def _proposed_words(self) -> str:
        words = _("Proposed by precincts: {count}")
        return words.format(count=isolate(str(self._waiting)))

    def _show_proposals(self) -> None:
        self._stack.setCurrentWidget(self.proposals)
        self.add.setEnabled(False)
        self.proposals.begin()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._entries)
        self.refresh()
        self.proposed.setFocus()

    def _begin(self) -> None:
        if self.add.isEnabled():
            self.strip.begin(EntryDraft(next_code(self.list.currentData(), self.table.row), "", ""))

    def _save(self, draft: EntryDraft) -> None:
        line = self.strip.line
        entry = line.entry if line is not None and not line.is_withdrawn else None

        def use_case(session: StoreSession) -> None:
            if entry is not None and entry.code == draft.code:
                reword_entry(session, entry.uid, entry.version, draft.ar, draft.fr)
            else:
                add_entry(session, draft)

        try:
            said = _("Saved: the precincts receive it with the next answers.")
            if self._write(use_case, said):
                self._show_entry(draft.code)
        except InvalidDraft as error:
            self.strip.form.refuse(error.problems)

    def _show_entry(self, code: str) -> None:
        """Select the written entry, clearing filters that hide it."""
        if code not in [line.code for line in self._lines]:
            self.list.set_value(code.partition(".")[0])
            self.text.clear()
            self.refresh()
        select_row(self.table, lambda line: line.code == code)
        self.table.take_focus()

    def _give_up(self) -> None:
        self.strip.show_line(self.table.row)
        self.table.take_focus()  # the edited field is gone

    def _withdraw(self) -> None:
        line = self.table.row
        if line is None or line.entry is None:
            return
        entry = line.entry
        if self._write(
            lambda session: withdraw_entry(session, entry.uid, entry.version),
            _("The entry was withdrawn."),
        ):
            self.table.take_focus()

    def _write(self, use_case: Callable[[StoreSession], None], said: str) -> bool:
        """Write, with one Undo, and apply the words at once; return False if refused.

        Raises InvalidDraft.
        """
        self.failure.hide()

        def write(session: StoreSession) -> None:
            use_case(session)
            use_entries(session)

        try:
            write_undoable(self._context, write, said, take_back=_undo, undone=self._index)
        except InvalidDraft:
            raise
        except OutreachError as error:
            self.failure.show_error(error.message)
            return False
        self._index()
        return True

    def _index(self) -> None:
        """Reindex the sessions with these words, in the background: they may be many."""
        context = self._context
        context.tasks.start(
            context.tasks,
            partial(complete_index, context.office.database),
            done=lambda _nothing: None,
            failed=lambda error: context.status(message_of(error), is_refusal=True),
        )

    def _build(self) -> None:
        header = self.make_header(lambda: _("Catalogue"))
        header.add_action(self.add, "Ctrl+N")
        header.add_action(self.proposed)
        filters = QHBoxLayout()
        filters.setContentsMargins(24, 0, 24, 8)
        filters.setSpacing(8)
        self.text.setFixedWidth(240)
        filters.addWidget(self.text)
        filters.addWidget(self.list)
        filters.addStretch(1)
        self.count.setWordWrap(False)
        filters.addWidget(self.count)
        column = column_in(self._entries)
        column.addLayout(filters)
        for widget in (self.table, Hairline(), self.strip, self.failure):
            column.addWidget(widget, 1 if widget is self.table else 0)
        for part in (self._entries, self.proposals):
            self._stack.addWidget(part)
        whole = column_in(self)
        whole.addWidget(header)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+F", self.search)
        self.add.clicked.connect(self._begin)
        self.proposed.clicked.connect(self._show_proposals)
        self.proposals.closed.connect(self._show_list)
        on_keys(self.proposals, "Esc", self._show_list)
        self.list.activated.connect(self.refresh)
        self.text.asked.connect(self.refresh)
        self.table.chosen.connect(self.strip.show_line)
        self.table.opened.connect(lambda _line: self.strip.reword())
        self.strip.given.connect(self._save)
        self.strip.given_up.connect(self._give_up)
        self.strip.withdraw_asked.connect(self._withdraw)


def _lists() -> list[Choice]:
    return [
        Choice("tp", _("Topics")),
        Choice(LEXICON, _("Words that identify a topic")),
        Choice("rf", _("Destinations")),
        Choice(PHRASES, _("Frequent points")),
    ]


def _undo(session: StoreSession, changes: Sequence[Change]) -> None:
    undo(session, changes)
    use_entries(session)
