"""The page of partners: the list, and beside it one partner or its form."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout

from outreach_app import clock
from outreach_app.errors import NotFound, OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import PartnerRow, get_partner_place
from outreach_app.services.partners import (
    delete_partner,
    restore_partner,
    set_partner_active,
)
from ui.actions.undoable import write_undoable
from ui.changes import Topic
from ui.context import AppContext
from ui.duplicates.page import DuplicatesPage
from ui.import_wizard.dialog import ImportDialog
from ui.page import Page
from ui.partners.columns import EXPORTED_COLUMNS
from ui.partners.details_pane import PartnerDetailsPane
from ui.partners.form import PartnerForm
from ui.partners.list_pane import PartnerListPane
from ui.partners.names import name_of
from ui.partners.person_form import PersonForm
from ui.partners.vcards import VcardsButton
from ui.requests import (
    NewPartner,
    OpenMeeting,
    OpenPartner,
    PartnerRequest,
    ShowHandOut,
    ShowPartners,
    ShowPartnerSheet,
)
from ui.table_export import ExportButton
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import on_keys
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.page_header import PageHeader
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline, Surface

_SHORTCUTS = (
    Shortcut("Ctrl+N", lambda: _("Add a partner")),
    Shortcut("F2", lambda: _("Edit the partner that is shown")),
    Shortcut("Ctrl+H", lambda: _("Show the history of the partner")),
    Shortcut("Alt+↑ ↓", lambda: _("The partner above or below in the list")),
    Shortcut("Ctrl+S", lambda: _("Save the form")),
    Shortcut("Esc", lambda: _("Leave the form; what was typed is kept")),
)


class PartnersPage(Page[PartnerRequest]):
    """The list, with one partner or a form beside it. Deleting can be undone."""

    topics = frozenset(
        {
            Topic.PARTNER,
            Topic.PERSON,
            Topic.IDENTITY,
            Topic.MEETING,
            Topic.ATTENDANCE,
            Topic.POINT,
            Topic.COMMITMENT,
            Topic.REFERRAL,
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._row: PartnerRow | None = None
        self._person: UUID | None = None
        self.add = primary_button(lambda: _("Add a partner"), "plus", "Ctrl+N")
        self.bring = Button(lambda: _("Import"), "download-simple")
        self.review = Button(lambda: _("Duplicates"), "git-merge")
        self.banner = Banner()
        self.list = PartnerListPane(context)
        self.export: ExportButton[PartnerRow] = ExportButton(
            context, lambda: _("Partners"), self.list.model, EXPORTED_COLUMNS
        )
        self.cards = VcardsButton(context, self.list.model)
        self.details = PartnerDetailsPane(context)
        self.form = PartnerForm(context)
        self.person_form = PersonForm(context)
        self.nothing = EmptyState(
            "handshake",
            lambda: _("No partner is shown"),
            lambda: _("Choose a partner in the list, or add the first one with Ctrl+N."),
        )
        self.beside = QStackedWidget()
        self._partners = Surface()
        self._stack = QStackedLayout(self)
        self._build()
        self._connect()

    def take(self, request: PartnerRequest) -> None:
        match request:
            case NewPartner(name):
                self._stack.setCurrentIndex(0)
                self.open_form(None, name)
            case OpenPartner(uid):
                self.show_record(uid)
            case ShowPartners(wanted, words):
                self.list.narrow(Narrowing(wanted, words))

    def refresh(self) -> None:
        self.list.refresh()
        if self._row is None or self.beside.currentWidget() is not self.details:
            return
        try:
            self._show_partner(self._row.uid)
        except NotFound:  # it was deleted meanwhile
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
        return shown.shortcuts() if isinstance(shown, DuplicatesPage) else _SHORTCUTS

    def search(self) -> None:
        self.list.words.setFocus()

    def retranslate(self) -> None:
        """Do nothing: every part follows the language by itself."""

    def open_form(self, uid: UUID | None, name: str = "") -> None:
        """Open the form with a partner, or for a new one, whose name may be typed already."""
        self.person_form.keep_typed()
        self.beside.setCurrentWidget(self.form)
        self.form.start(uid, name)

    def open_person_form(self, uid: UUID | None) -> None:
        """Open the form of a person of the partner that is shown, or an empty one."""
        if self._row is not None:
            self.beside.setCurrentWidget(self.person_form)
            self.person_form.start(self._row.uid, uid)

    def show_history(self) -> None:
        """Show what was done to the record of the partner that is shown."""
        if self.beside.currentWidget() is self.details:
            self.details.tabs.show_history()

    def review_duplicates(self) -> None:
        """Show the partners and people that may be the same, in place of the list."""
        if self._stack.count() == 1:
            duplicates = DuplicatesPage(self._context)
            duplicates.closed.connect(lambda: self._stack.setCurrentIndex(0))
            self._stack.addWidget(duplicates)
        self._stack.setCurrentIndex(1)

    def _import(self) -> None:
        ImportDialog(self._context, self).open()

    def _show_partner(self, uid: UUID) -> None:
        """Show a partner; a form that was open keeps what was typed."""
        self.form.keep_typed()
        self.person_form.keep_typed()
        today = clock.local(clock.now()).date()
        details = self._context.read(lambda store: get_partner_details(store, uid, today))
        self._row = details.row
        self.details.show_partner(details, self._person)
        self.beside.setCurrentWidget(self.details)

    def _show_nothing(self) -> None:
        self._row = None
        self.beside.setCurrentWidget(self.nothing)

    def _leave_form(self, uid: UUID | None) -> None:
        shown = uid or (self._row.uid if self._row else None)
        if shown is None:
            self._show_nothing()
        else:
            self.show_record(shown)

    def _open_hand_out(self) -> None:
        if self._row is not None:
            self._context.open_page(ShowHandOut(self._row.uid))

    def _open_sheet(self) -> None:
        if self._row is not None:
            self._context.open_page(ShowPartnerSheet(self._row.uid))

    def _change_activity(self) -> None:
        row = self._row
        if row is None:
            return
        is_active = not row.is_active
        said = _("Active again: {name}") if is_active else _("Made inactive: {name}")
        try:
            write_undoable(
                self._context,
                lambda store: set_partner_active(store, row.uid, row.version, is_active=is_active),
                said.format(name=isolate(name_of(row))),
            )
        except OutreachError as error:
            self.banner.show_error(error.message)

    def _delete(self) -> None:
        row = self._row
        if row is None:
            return
        name = isolate(name_of(row))

        def undo() -> None:
            said = _("Restored: {name}").format(name=name)
            self._context.write(lambda store: restore_partner(store, row.uid), said)
            self.show_record(row.uid)

        self._show_nothing()
        said = _("Deleted: {name}").format(name=name)
        try:
            self._context.write(
                lambda store: delete_partner(store, row.uid, row.version), said, undo
            )
        except OutreachError as error:
            self.show_record(row.uid)
            self.banner.show_error(error.message)

    def _build(self) -> None:
        header = PageHeader(lambda: _("Partners"))
        header.add_action(self.add, "Ctrl+N")
        for button in (self.bring, self.review, self.export, self.cards):
            header.add_action(button)
        for widget in (self.nothing, self.details, self.form, self.person_form):
            self.beside.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(Hairline(is_vertical=True))
        body.addWidget(self.beside, 1)
        column = QVBoxLayout(self._partners)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        for line in (self.export.progress, self.cards.progress, self.banner):
            column.addWidget(line)
        column.addLayout(body, 1)
        self._stack.addWidget(self._partners)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.open_form(None))
        self.bring.clicked.connect(self._import)
        self.review.clicked.connect(self.review_duplicates)
        self.list.chosen.connect(lambda row: self.show_record(row.uid))
        self.details.change.clicked.connect(lambda: self.open_form(self.details.uid))
        self.details.activate.clicked.connect(self._change_activity)
        self.details.delete.clicked.connect(self._delete)
        self.details.hand_out.clicked.connect(self._open_hand_out)
        self.details.sheet.clicked.connect(self._open_sheet)
        self.details.meeting_opened.connect(lambda uid: self._context.open_page(OpenMeeting(uid)))
        self.details.people.form_asked.connect(self.open_person_form)
        self.form.finished.connect(self._leave_form)
        self.person_form.finished.connect(self._leave_form)
        self.form.other_opened.connect(self.show_record)
        for keys, slot in (
            ("Ctrl+H", self.show_history),
            ("Ctrl+F", self.search),
            ("Alt+Up", lambda: self.list.step(-1)),
            ("Alt+Down", lambda: self.list.step(1)),
        ):
            on_keys(self, keys, slot)
