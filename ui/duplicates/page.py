"""The page of duplicates: pairs to look at, strongest first, and what was merged before."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Never
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar

from outreach_app.database import StoreSession
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.comparisons import get_comparison
from outreach_app.queries.duplicates import (
    DuplicateRow,
    MergedRow,
    list_merged,
    list_to_review,
)
from outreach_app.rights import Right
from outreach_app.services.merging import merge_partners, merge_people, separate, tell_apart
from ui.actions.undoable import write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.duplicates.backup_first import BackupFirst
from ui.duplicates.comparison_pane import ComparisonPane
from ui.duplicates.pairs_list import PairsList
from ui.duplicates.words import both_scripts, name_words
from ui.page import Page
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, FlatButton, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import Fitting
from ui.widgets.help_topic import explain_by
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.menus import offer_menu
from ui.widgets.shortcuts import Shortcut
from ui.widgets.stack import Stack
from ui.widgets.surfaces import Hairline

REVIEW, MERGED = range(2)
_MERGE = {"partner": merge_partners, "person": merge_people}
_Found = tuple[list[DuplicateRow], list[MergedRow]]


class DuplicatesPage(Fitting, Page[Never]):
    """Nothing is merged by itself, and what was merged can be parted; `closed` leads back."""

    closed = Signal()

    topics = frozenset(
        {Topic.PARTNER, Topic.PERSON, Topic.IDENTITY, Topic.ATTENDANCE, Topic.DISTINCTION}
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        explain_by(self, "duplicates")
        self._found: _Found = [], []
        self._is_looking = True
        self._asked = 0
        self._meant: tuple[UUID, UUID] | None = None
        self.merge = primary_button(lambda: _("Merge"), "arrows-in-line-horizontal")
        self.apart = Button(lambda: _("Not the same"), "arrows-out-line-horizontal", "Ctrl+D")
        self.part = Button(lambda: _("Separate them"), "arrows-out-line-horizontal")
        for button in (self.merge, self.part):
            button.offer(is_allowed=context.may(Right.REMOVE))
        self.apart.offer(is_allowed=context.may(Right.RECORD))
        self.back = FlatButton(lambda: _("Back to the partners"), "arrow-left")
        self.tabs = QTabBar()
        self.banner = Banner()
        self.backup_first = BackupFirst(context)
        self.list = PairsList()
        self.comparison = ComparisonPane()
        self.merged = EmptyState(
            "arrows-in-line-horizontal", self._merged_title, self._merged_advice, self.part
        )
        self.nothing = EmptyState("copy", self._empty_title, self._empty_advice)
        self.beside = Stack()
        self._build()
        self._connect()
        self.retranslate()
        self._show_row()
        self.refresh()

    @property
    def row(self) -> DuplicateRow | MergedRow | None:
        """The pair that is chosen."""
        return self.list.pair

    def compare(self, first: UUID, second: UUID) -> None:
        """Show two partners that a person chose before all others, to be merged."""
        self._meant = first, second
        self.tabs.setCurrentIndex(REVIEW)
        self.list.show_rows(())
        self.refresh()

    def refresh(self) -> None:
        """Look for duplicates again, away from the screen: it takes a second at thousands."""
        self._is_looking = True
        self._asked += 1
        self._context.tasks.start(
            self,
            lambda _progress: self._context.read(partial(_find, meant=self._meant)),
            done=partial(self._show_found, self._asked),
        )

    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Ctrl+Enter", lambda: _("Merge the pair"), Right.REMOVE),
            Shortcut("Ctrl+D", lambda: _("They are not the same"), Right.RECORD),
            Shortcut("Ctrl+Tab", lambda: _("Next part of the page")),
            Shortcut("Esc", lambda: _("Back to the partners")),
        )

    def search(self) -> None:
        self.list.setFocus()

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Parts of the page"))
        for number, word in enumerate((_("To review"), _("Merged"))):
            count = len(self._found[number])
            self.tabs.setTabText(number, f"{word} {isolate(str(count))}" if count else word)
        self.list.setAccessibleName(_("Pairs"))
        self.list.show_rows(self._found[self.tabs.currentIndex()])

    def _show_found(self, asked: int, found: _Found) -> None:
        if asked == self._asked:  # a later question is on its way otherwise
            self._found = found
            self._is_looking = False
            self._show_part()

    def _show_part(self) -> None:
        """Fill the list of the tab; the place in it stays, so that the next pair is chosen."""
        self.retranslate()
        self._show_row()

    def _show_row(self) -> None:
        row = self.row
        for button in (self.merge, self.apart):
            button.setEnabled(isinstance(row, DuplicateRow) and not self.backup_first.is_busy)
        if isinstance(row, DuplicateRow):
            self._compare(row)
        elif row is not None:
            self.merged.title.retranslate()
            self.merged.advice.retranslate()
            self.beside.setCurrentWidget(self.merged)
        else:
            self.nothing.title.retranslate()
            self.nothing.advice.retranslate()
            self.beside.setCurrentWidget(self.nothing)

    def _compare(self, row: DuplicateRow) -> None:
        pair = row.entity, row.first, row.second
        try:
            found = self._context.read(lambda store: get_comparison(store, *pair))
        except OutreachError as error:
            self.merge.setEnabled(False)
            self.beside.setCurrentWidget(self.nothing)
            self.banner.show_error(error.message)
            return
        self.comparison.show_comparison(found)
        self.beside.setCurrentWidget(self.comparison)

    def _merge(self) -> None:
        row, draft = self.row, self.comparison.draft()
        if not isinstance(row, DuplicateRow) or draft is None:
            return
        merge = _MERGE[row.entity]
        said = _("Merged: {first} and {second}").format(**_both(row))
        self.backup_first.then(
            lambda: self._try(
                lambda: self._context.write(
                    lambda store: merge(store, draft), said, lambda: self._part(draft.loser)
                )
            ),
            self._fail,
        )
        self._show_row()

    def _fail(self, message: str) -> None:
        self.banner.show_error(message)
        self._show_row()

    def _tell_apart(self) -> None:
        row = self.row
        if not isinstance(row, DuplicateRow):
            return
        self._meant = None
        said = _("Not the same: {first} and {second}").format(**_both(row))
        self._try(
            lambda: write_undoable(
                self._context, lambda store: tell_apart(store, row.first, row.second), said
            )
        )

    def _part_chosen(self) -> None:
        if isinstance(self.row, MergedRow):
            self._part(self.row.uid)

    def _part(self, merged: UUID) -> None:
        said = _("They are separate again.")
        self._try(lambda: self._context.write(lambda store: separate(store, merged), said))

    def _try(self, write: Callable[[], object]) -> None:
        """Write, or show why it was refused and reload."""
        self.banner.hide()
        try:
            write()
        except OutreachError as error:
            self._fail(error.message)
            self.refresh()

    def _empty_title(self) -> str:
        if self._is_looking:
            return _("Looking for duplicates")
        is_review = self.tabs.currentIndex() == REVIEW
        return _("No duplicates were found") if is_review else _("Nothing was merged")

    def _empty_advice(self) -> str:
        if self.tabs.currentIndex() == REVIEW:
            return _("Partners and people with the same phone or the same name are shown here.")
        return _("What you merge is listed here, and can be separated again.")

    def _merged_title(self) -> str:
        row = self.row
        if not isinstance(row, MergedRow):
            return ""
        names = {"merged": both_scripts(row.name), "into": both_scripts(row.into)}
        return _("{merged} is part of {into}").format(**names)

    def fit(self) -> None:
        """Give the two records the room that the list can spare."""
        self.list.fit_beside(self.width())

    def _merged_advice(self) -> str:
        return _(
            "Separate them, and each gets back what it had before. What was recorded since stays "
            "where it is."
        )

    def _build(self) -> None:
        header = self.make_header(lambda: _("Duplicates"))
        header.add_action(self.merge, "Ctrl+Enter")
        header.add_action(self.apart)
        header.add_trailing(self.back)
        for _part in (REVIEW, MERGED):
            self.tabs.addTab("")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for widget in (self.nothing, self.comparison, self.merged):
            self.beside.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(Hairline(is_vertical=True))
        body.addWidget(self.beside, 1)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column = column_in(self)
        column.addWidget(header)
        column.addWidget(self.backup_first)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addLayout(body, 1)
        column.addWidget(self.banner)

    def _connect(self) -> None:
        offer_menu(self.list, self.merge, self.apart, self.part)
        self.merge.clicked.connect(self._merge)
        self.apart.clicked.connect(self._tell_apart)
        self.part.clicked.connect(self._part_chosen)
        self.back.clicked.connect(self.closed)
        self.tabs.currentChanged.connect(self._show_part)
        self.list.chosen.connect(self._show_row)
        for keys, slot in (
            ("Ctrl+Return", self.merge.click),
            ("Ctrl+Enter", self.merge.click),  # the one of the number pad
            ("Esc", self.closed.emit),
            ("Ctrl+Tab", self._next_part),
        ):
            on_keys(self, keys, slot)

    def _next_part(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())


def _find(store: StoreSession, meant: tuple[UUID, UUID] | None) -> _Found:
    return list_to_review(store, meant), list_merged(store)


def _both(row: DuplicateRow) -> dict[str, str]:
    return {"first": name_words(row.first_name), "second": name_words(row.second_name)}
