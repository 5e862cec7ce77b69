"""The page of partners: the list, and beside it one partner or its form."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint

from outreach_app import clock
from outreach_app.errors import NotFound, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.drafts import form_of_draft, record_of_draft
from outreach_app.queries.partners import PartnerRow, get_partner_place
from outreach_app.rights import Right
from ui.actions.actions import Action, Given
from ui.actions.undoable import carry_out
from ui.changes import Topic
from ui.context import AppContext
from ui.draft_requests import ContinuePartner
from ui.duplicates.page import DuplicatesPage
from ui.import_requests import ImportPartners
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.partner_noun import PARTNERS
from ui.listings.subject import allowed, say_refused
from ui.page import Page
from ui.partners import partner_actions
from ui.partners.beside import BesideList, nothing_shown
from ui.partners.commands import OnPage, export_button, first_steps, list_commands, strip_of_several
from ui.partners.details_pane import PartnerDetailsPane
from ui.partners.form import PartnerForm
from ui.partners.list_pane import PartnerListPane
from ui.partners.person_form import PersonForm
from ui.partners.shortcuts import SHORTCUTS
from ui.partners.vcards import VcardsButton
from ui.requests import NewPartner, OpenPartner, PartnerRequest, ShowPartners
from ui.tables.selection import selecting_again
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.commands import Command, open_menu
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.shortcuts import Shortcut
from ui.widgets.stack import ShownLayout
from ui.widgets.surfaces import Surface


class PartnersPage(Page[PartnerRequest]):
    """The list, with one partner or a form beside it. Deletions can be undone."""

    topics = frozenset(
        {
            *(Topic.PARTNER, Topic.PERSON, Topic.IDENTITY, Topic.MEETING),
            *(Topic.ATTENDANCE, Topic.POINT, Topic.COMMITMENT, Topic.REFERRAL),
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._row: PartnerRow | None = None
        self._person: UUID | None = None
        self.add = primary_button(lambda: _("Add a partner"), "plus", "Ctrl+N")
        self.bring = Button(lambda: _("Import"), "download-simple")
        self.review = Button(lambda: _("Duplicates"), "git-merge")
        for button in (self.add, self.review):
            button.offer(is_allowed=context.may(Right.RECORD))
        self.bring.offer(is_allowed=context.may(Right.IMPORT))
        self.banner = Banner()
        self.list = PartnerListPane(context, first_steps(self.add, self.bring))
        self.export = export_button(context, self.list)
        self.cards = VcardsButton(context, self.list.table)
        self.details = PartnerDetailsPane(context)
        self.form, self.person_form = PartnerForm(context), PersonForm(context)
        self.several = strip_of_several(context)
        self.nothing = nothing_shown(self.list)
        shown = ((self.form, self.person_form), self.nothing, self.details, self.several)
        self.beside = BesideList(self.list, *shown)
        self._partners = Surface()
        self._stack = ShownLayout(self)
        self._build()
        self._connect()

    def take(self, request: PartnerRequest) -> None:
        match request:
            case NewPartner(name):
                self.open_form(None, name)
            case ImportPartners(begun):
                ImportDialog(self._context, PARTNERS, self).open_with(begun)
            case OpenPartner(uid):
                self.show_record(uid)
            case ContinuePartner(key):
                self._go_on(key)
            case ShowPartners(wanted, words):
                self.list.narrow(Narrowing(wanted, words))
            case _:  # ShowDuplicates
                self.review_duplicates(request.pair)

    def way_back(self) -> PartnerRequest | None:
        return OpenPartner(self._row.uid) if self._row else None

    def show_start(self) -> None:
        if self._stack.currentIndex():
            self._stack.setCurrentIndex(0)
            self.list.table.take_focus()

    def refresh(self) -> None:
        self.list.refresh()
        if self.beside.currentWidget() in (self.nothing, self.several):
            self._show_neighbour()
        if self._row is None or self.beside.currentWidget() is not self.details:
            return
        try:
            self._show_partner(self._row.uid)
        except NotFound:  # it was deleted in the meantime
            self._show_nothing()

    def show_record(self, uid: UUID) -> None:
        """Show a partner beside the list, or a person in its partner; both are selected."""
        self._stack.setCurrentIndex(0)
        try:
            place = self._context.read(lambda store: get_partner_place(store, uid))
        except OutreachError as error:
            self._show_nothing()
            self.banner.show_error(error.message)
            return
        self._person = place.person
        self.list.select(place.record_id)
        self._show_partner(place.partner)

    def shortcuts(self) -> Sequence[Shortcut]:
        shown = self._stack.currentWidget()
        return shown.shortcuts() if isinstance(shown, DuplicatesPage) else SHORTCUTS

    def search(self) -> None:
        self.list.words.setFocus()

    def open_form(self, uid: UUID | None, name: str = "") -> None:
        """Open the form with a partner, or for a new one, optionally with its name."""
        self.person_form.keep_typed()
        self._stack.setCurrentIndex(0)
        self.beside.setCurrentWidget(self.form)
        self.form.start(uid, name)

    def open_person_form(self, uid: UUID | None) -> None:
        """Open the form of a person of the partner shown, or an empty one."""
        if self._row is not None:
            self.beside.setCurrentWidget(self.person_form)
            self.person_form.start(self._row.uid, uid)

    def _go_on(self, key: str) -> None:
        """Open the form of a draft of a partner, or of a person of one, with what was typed."""
        form, record = form_of_draft(key), record_of_draft(key)
        if record:
            self.show_record(record)
        if form == "partner":
            self.open_form(record)
        else:
            self.open_person_form(record if form == "person" else None)
        (self.form if form == "partner" else self.person_form).resume_key(key)

    def show_history(self) -> None:
        """Show the history of the partner shown."""
        if self.beside.currentWidget() is self.details:
            self.details.tabs.show_history()

    def review_duplicates(self, pair: tuple[UUID, UUID] | None = None) -> None:
        """Show possible duplicates instead of the list, first of all the two that are meant."""
        if self._stack.count() == 1:
            duplicates = DuplicatesPage(self._context)
            duplicates.closed.connect(self.show_start)
            self._stack.currentChanged.connect(lambda _place: duplicates.list.setFocus())
            self._stack.addWidget(duplicates)
        self._stack.setCurrentIndex(1)
        if pair and isinstance(shown := self._stack.currentWidget(), DuplicatesPage):
            shown.compare(*pair)

    def _show_partner(self, uid: UUID) -> None:
        """Show a partner; an open form keeps what was typed as a draft."""
        self.form.keep_typed()
        self.person_form.keep_typed()
        details = self._context.read(lambda it: get_partner_details(it, uid, clock.today()))
        self._row = details.row
        self.details.show_partner(details, self._commands(details.row), self._person)
        self.beside.setCurrentWidget(self.details)

    def _show_nothing(self) -> None:
        self._row = None
        self.nothing.advice.retranslate()
        self.beside.setCurrentWidget(self.nothing)

    def _leave_form(self, uid: UUID | None) -> None:
        if shown := uid or (self._row.uid if self._row else None):
            self.show_record(shown)
        else:
            self._show_nothing()

    def _follow_list(self, row: PartnerRow) -> None:
        if not self.list.has_several:
            self._person = None
            self._show_partner(row.uid)

    def _show_neighbour(self) -> None:
        """Show the partner at the current position, unless a form is open."""
        has_form = self.beside.currentWidget() in (self.form, self.person_form)
        if not has_form and not self.list.select_neighbour():
            self._show_nothing()

    def _show_several(self, rows: Sequence[PartnerRow]) -> None:
        """Show the commands for several partners, or the one that is left."""
        if len(rows) > 1:
            self.form.keep_typed()
            self.person_form.keep_typed()
            self.several.show_rows(rows, "", "")
            self.beside.setCurrentWidget(self.several)
        elif rows:
            self._follow_list(rows[0])

    def _do_to_several(self, action: Action[PartnerRow], given: Given) -> None:
        rows, undone = self.list.table.chosen_rows(), selecting_again(self.list.table)
        self._try(lambda: carry_out(self._context, action, rows, given, undone))

    def commands(self) -> list[Command]:
        """Return the commands for the selection."""
        if self.list.has_several:
            return self.several.commands()
        return self._commands(self._row) if self._row is not None else []

    def _do_by_keys(self, keys: str) -> None:
        for command in self.commands():
            if command.keys == keys:
                command.do()
                return
        say_refused(self._context, keys)

    def _open_menu(self, place: QPoint) -> None:
        table, may = self.list.table, Right.NAMES_OUT
        copy = Command(lambda: _("Copy as rows"), "copy", table.copy_rows, "Ctrl+C", right=may)
        commands = self.commands()
        open_menu([*commands[:-1], *allowed(self._context, [copy]), *commands[-1:]], table, place)

    def _commands(self, row: PartnerRow) -> list[Command]:
        change = partial(partner_actions.change_activity, self._context, row)
        edit = partial(self.open_form, row.uid)
        on_page = OnPage(edit, self.show_history, partial(self._try, change), self._delete)
        return list_commands(self._context, row, on_page)

    def _delete(self) -> None:
        if (row := self._row) is None:
            return
        self._show_nothing()
        back = partial(self.show_record, row.uid)
        if not self._try(lambda: partner_actions.delete(self._context, row, back)):
            self.show_record(row.uid)

    def _try(self, do: Callable[[], object]) -> bool:
        """Run an action; show the error and return False if it is refused."""
        self.banner.hide()
        try:
            do()
        except OutreachError as error:
            self.banner.show_error(error.message)
            return False
        return True

    def _build(self) -> None:
        header = self.make_header(lambda: _("Partners"))
        header.add_action(self.add, "Ctrl+N")
        header.add_rest(self.bring, self.review, self.export, self.cards)
        column = column_in(self._partners)
        for part in (header, self.export.progress, self.cards.progress):
            column.addWidget(part)
        column.addWidget(self.beside, 1)
        column.addWidget(self.banner)
        self._stack.addWidget(self._partners)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.open_form(None))
        self.bring.clicked.connect(lambda: self.take(ImportPartners()))
        self.review.clicked.connect(lambda: self.review_duplicates(None))
        self.list.chosen.connect(self._follow_list)
        self.list.several.connect(self._show_several)
        self.list.hidden.connect(self._show_neighbour)
        self.list.table.menu_asked.connect(self._open_menu)
        self.several.form.given.connect(self._do_to_several)
        self.several.form.given_up.connect(self.list.table.view.setFocus)
        self.details.source_opened.connect(self._context.open_page)
        self.details.people.form_asked.connect(self.open_person_form)
        self.form.finished.connect(self._leave_form)
        self.person_form.finished.connect(self._leave_form)
        self.form.other_opened.connect(self.show_record)
        for part, keys in ((self.list, "F2"), (self.list, "Del"), (self.details, "F2")):
            on_keys(part, keys, partial(self._do_by_keys, keys))
        for keys, slot in (
            ("F4", self.show_history),
            ("Ctrl+F", self.search),
            ("Alt+Up", lambda: self.list.step(-1)),
            ("Alt+Down", lambda: self.list.step(1)),
        ):
            on_keys(self, keys, slot)
