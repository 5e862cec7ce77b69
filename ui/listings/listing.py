"""A list with its filters, its table and the actions on the selected rows."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Generic

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.portions import Portion
from outreach_app.queries.saved_filters import FilterT
from outreach_app.queries.sorting import Sorting
from ui.actions.actions import Action, Given
from ui.actions.undoable import carry_out
from ui.context import AppContext
from ui.listings.action_strip import ActionStrip
from ui.listings.drafted_rows import DraftedRows
from ui.listings.filter_row import filter_row
from ui.listings.story_pane import StoryPane
from ui.listings.subject import RowT, Subject, Way, allowed
from ui.saved_filters.list_filter import ListFilter
from ui.saved_filters.saved_filters import SavedFilters
from ui.table_export import ExportButton
from ui.tables.rows_model import RowsModel, show_list
from ui.tables.selection import selecting_again
from ui.tables.table import Table
from ui.widgets.banner import Banner
from ui.widgets.commands import Command, MoreButton, clearing, command_of, open_menu
from ui.widgets.details_beside import DetailsBeside
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing, NarrowingLine
from ui.widgets.search_line import SearchLine
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Translated

_MIN_SHARE = 0.92  # of the declared column widths, left to a list by the pane beside it


class Listing(Translated, Generic[RowT, FilterT]):
    """A list of any noun. `ways` are the links of a row; `begin` the first steps while it is empty.

    Signals: `opened` carries the row of a double click or Enter, `refused` the error of an action,
    once it is shown; `counted`: the row count changed.
    """

    opened, refused, counted = Signal(object), Signal(object), Signal()

    def __init__(
        self,
        context: AppContext,
        subject: Subject[RowT, FilterT],
        ways: Sequence[Way[RowT]],
        begin: Sequence[Command] = (),
    ) -> None:
        super().__init__()
        self._context = context
        self._subject, self._ways, self._begin = subject, ways, begin
        self.choices = {it.key: it.editor(it.choices) for it in subject.narrowings}
        self.search = SearchLine(subject.search, "", "funnel-simple") if subject.search else None
        self.narrowing, self.failure, self.count = NarrowingLine(), Banner(), note()
        self.empty = EmptyState(subject.icon, lambda: _("Nothing here"), subject.advice)
        rows = RowsModel(subject.columns, self._load)
        self.table = Table(subject.key, subject.title, rows, self.empty, context.settings)
        self._filter = ListFilter(
            subject.every,
            self.narrowing,
            subject.fields_of(self.choices),
            text=self.search,
            relative=subject.relative_of(self.choices),
        )
        self._usual = self._filter.kept()
        self.saved = SavedFilters(context, subject.key, self._filter, rows)
        self.export: ExportButton[RowT] = ExportButton(
            context, subject.title, rows, chosen=self.table.chosen_rows
        )
        self.table.taken = self.export.take
        self.strip: ActionStrip[RowT] = ActionStrip(
            context, subject.actions_for(context), allowed(context, ways), _advice
        )
        DraftedRows(context, subject, self.table, self.strip)
        self.beside = StoryPane() if subject.story else None
        self._known = DetailsBeside(self.table, self.beside, self._least) if self.beside else None
        self._left: tuple[Sequence[int], int] | None = None  # records chosen before, and the place
        self._build()
        self._connect()
        self.retranslate()
        self.refresh()

    def title(self) -> str:
        """Return the title of the list in the current language, with its row count."""
        shown, has_more = self.table.model.rowCount(), self.table.model.has_more
        count = isolate(f"{shown - 1}+" if has_more else str(shown))
        return f"{self._subject.title()}  {count}"

    def refresh(self) -> None:
        """Run the query again; the first selected row stays selected."""
        chosen, place = self.table.chosen_records(), self.table.view.currentIndex().row()
        wanted = self._filter.wanted()
        show_list(self.table.model, partial(self._ask, wanted), place)
        is_narrowed = self._filter.kept() != self._usual
        self.empty.offer([clearing(self._show_all)] if is_narrowed else self._begin)
        self._show_groups(wanted)
        self._show_count()
        if self.table.model.rowCount():
            self._left = self._left or (chosen, place)
            self._choose_again()
        else:
            self._show_chosen()

    def take_in(self) -> None:
        """Read the filter choices and the rows again."""
        for choice in self.choices.values():
            choice.retranslate()
        self.refresh()

    def narrow(self, given: Narrowing) -> None:
        """Apply a filter from another page, replacing the one chosen here."""
        self._filter.narrow(given)
        self.refresh()

    def show_place(self, record: int) -> None:
        """Select the row of a local id; clear the filters if they hide it."""
        if self.table.model.number_of(record, is_sought=True) is None:
            self._show_all()
        number = self.table.model.number_of(record, is_sought=True)
        if number is not None:
            self._left = None
            self.table.select(number)

    def rows(self) -> Sequence[RowT]:
        """Return the selected rows."""
        return self.table.chosen_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_again()
        self._show_chosen()

    def retranslate(self) -> None:
        for part in self._subject.narrowings:
            self.choices[part.key].setAccessibleName(part.name())
        if self._sorting() is not None:
            self.refresh()  # words sort otherwise in another language
        self._show_groups(self._filter.wanted())
        self._show_count()
        self._show_chosen()

    def _build(self) -> None:
        self.table.allow_several()
        self.export.setParent(self)
        self.export.hide()
        more = MoreButton(lambda: [command_of(self.export), self._copying()])
        choices = self.choices.values()
        head = filter_row(self.search, choices, self.saved, self.count, more)
        column = column_in(self)
        column.addWidget(self.export.progress)
        column.addLayout(head)
        lines = QVBoxLayout()
        lines.setContentsMargins(24, 0, 24, 0)
        lines.setSpacing(8)
        lines.addWidget(self.saved.naming)
        lines.addWidget(self.narrowing)
        column.addLayout(lines)
        self._add_rows(column)
        column.addWidget(self.failure)

    def _add_rows(self, column: QVBoxLayout) -> None:
        """Add the table with the details of the selected row beside or under it."""
        self.table.room.show_under(self.strip.give_hands())
        column.addWidget(self._known or self.table, 1)
        if self._known is None:
            column.addWidget(Hairline())
            column.addWidget(self.strip)
        else:
            self.strip.setParent(self)

    def _least(self) -> int:
        return round(self.table.wanted_width() * _MIN_SHARE)

    def _connect(self) -> None:
        chosen = [choice.activated for choice in self.choices.values()]
        for changed in (*chosen, self.narrowing.lifted, self.saved.taken):
            changed.connect(self.refresh)
        self.table.model.sort_asked.connect(lambda _column, _is_descending: self.refresh())
        self.table.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.table.model.rowsInserted.connect(self._show_count)
        if self.search is not None:
            self.search.asked.connect(self.refresh)
            self.search.left_down.connect(self.table.enter)
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(self._open_menu)
        every_keys = {action.keys for action in self._subject.actions_for(self._context)}
        every_keys |= {way.keys for way in self._ways}
        for keys in every_keys - {""}:
            on_keys(self, keys, partial(self.strip.do_by_keys, keys))
        self.strip.form.given.connect(self._do)
        self.strip.form.given_up.connect(self.table.view.setFocus)
        self.strip.form.edited.connect(self.failure.hide)

    def _ask(self, wanted: FilterT, portion: Portion) -> list[int]:
        sorting, list_ids = self._sorting(), self._subject.ids
        return self._context.read(lambda session: list_ids(session, wanted, portion, sorting))

    def _sorting(self) -> Sorting | None:
        column, is_descending = self.table.sort
        return Sorting(column, is_descending) if column else None

    def _load(self, ids: Sequence[int]) -> Mapping[int, RowT]:
        return self._context.read(lambda session: self._subject.rows(session, ids))

    def _show_count(self) -> None:
        number, words = self.table.model.rowCount(), _("Rows: {number}")
        if self.table.model.has_more:
            number, words = number - 1, _("Rows: more than {number}")
        self.count.setText(words.format(number=isolate(str(number))))
        self.counted.emit()

    def _show_all(self) -> None:
        self._filter.clear()
        self.refresh()

    def _show_groups(self, wanted: FilterT) -> None:
        """Show each heading above the first row of its group, unless the list is sorted."""
        tell = self._subject.groups
        is_sorted = self._sorting() is not None
        headings = () if is_sorted else self._context.read(lambda session: tell(session, wanted))
        starts = accumulate((heading.count for heading in headings), initial=0)
        self.table.room.show_headings(dict(zip(starts, headings, strict=False)))

    def _choose_again(self) -> None:
        """Restore the selection once the list is visible: this reads its rows."""
        if self._left is not None and self.isVisible():
            left, self._left = self._left, None
            self.table.select_again(*left)

    def _show_chosen(self) -> None:
        """Show the selected rows in the strip; a hidden list waits until it is shown."""
        if not self.isVisible():
            return
        rows, subject = self.rows(), self._subject
        title = facts = ""
        story = None
        if len(rows) == 1:
            row, tell = rows[0], subject.story
            title = subject.words(row)
            facts = self._context.read(lambda session: subject.more(session, row))
            story = self._context.read(lambda session: tell(session, row)) if tell else None
        self.strip.show_rows(rows, title, facts)
        self._show_known()
        if self.beside is not None:
            self.beside.show_story(self.strip.title.text(), story)

    def _show_known(self) -> None:
        has_rows = self.table.model.rowCount() > 0
        self.strip.setVisible(has_rows and self._known is None)
        if self._known is not None:
            self._known.offer(has_details=has_rows)

    def _open(self, row: RowT) -> None:
        """Show the details first, if a narrow window hides them."""
        if self._known is None or not self._known.open_over():
            self.opened.emit(row)

    def _open_menu(self, place: QPoint) -> None:
        commands = [*self.strip.commands(), self._copying()]
        open_menu(sorted(commands, key=lambda it: it.destroys), self.table, place)

    def _copying(self) -> Command:
        return Command(lambda: _("Copy as rows"), "copy", self.table.copy_rows, "Ctrl+C")

    def _do(self, action: Action[RowT], given: Given) -> None:
        """Carry out an action on every selected row."""
        self.failure.hide()
        try:
            carry_out(self._context, action, self.rows(), given, selecting_again(self.table))
            self.strip.form.draft.discard()
        except OutreachError as error:
            self.failure.show_error(error.message)
            self.refused.emit(error)
        else:
            # The field that had the focus is gone: send the next key to the list, not to the rail.
            self.table.take_focus()


def _advice() -> str:
    return _("Choose a row, or several with Shift or Ctrl.")
