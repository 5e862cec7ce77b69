"""The page of partners: the list, and beside it one partner or its form."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from outreach_app import clock
from outreach_app.errors import OutreachError
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import PartnerRow
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import change_partner, delete_partner, restore_partner
from ui.context import AppContext
from ui.partners.details_pane import DetailsPane
from ui.partners.form import PartnerForm
from ui.partners.list_pane import ListPane
from ui.partners.names import name_of
from ui.widgets.banner import Banner
from ui.widgets.buttons import primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page
from ui.widgets.page_header import PageHeader
from ui.widgets.surfaces import Hairline

_TOPICS = {"partner", "person", "identity", "meeting", "point", "commitment", "referral"}


class PartnersPage(Page):
    """Shows one partner at a time; what is deleted or made inactive can be undone."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._row: PartnerRow | None = None
        self.add = primary_button(lambda: _("Add a partner"), "plus", "Ctrl+N")
        self.banner = Banner()
        self.list = ListPane(context)
        self.details = DetailsPane(context)
        self.form = PartnerForm(context)
        self.nothing = EmptyState(
            "handshake",
            lambda: _("No partner is shown"),
            lambda: _("Choose a partner in the list, or add the first one with Ctrl+N."),
        )
        self.beside = QStackedWidget()
        self._build()
        self._connect()

    def show_record(self, uid: UUID) -> None:
        """Show one partner beside the list."""
        today = clock.local(clock.now()).date()
        try:
            details = self._context.read(lambda store: get_partner_details(store, uid, today))
        except OutreachError as error:
            self._show_nothing()
            self.banner.show_error(error.message)
            return
        self._row = details.row
        self.details.show_partner(details)
        self.beside.setCurrentWidget(self.details)

    def search(self) -> None:
        self.list.words.setFocus()

    def retranslate(self) -> None:
        """Every part of the page follows the language by itself."""

    def open_form(self, uid: UUID | None) -> None:
        """Open the form with a partner, or empty."""
        self.beside.setCurrentWidget(self.form)
        self.form.start(uid)

    def _show_nothing(self) -> None:
        self._row = None
        self.beside.setCurrentWidget(self.nothing)

    def _leave_form(self, uid: UUID | None) -> None:
        shown = uid or (self._row.uid if self._row else None)
        if shown is None:
            self._show_nothing()
        else:
            self.show_record(shown)

    def _refresh(self, topics: frozenset[str]) -> None:
        if not topics & _TOPICS:
            return
        self.list.refresh()
        if self._row is not None and self.beside.currentWidget() is self.details:
            self.show_record(self._row.uid)

    def _change_activity(self) -> None:
        if self._row is not None:
            self._set_active(self._row.uid, is_active=not self._row.is_active, can_undo=True)

    def _set_active(self, uid: UUID, *, is_active: bool, can_undo: bool) -> None:
        draft = self._context.read(lambda store: draft_of_partner(store, uid))
        name = isolate(draft.name_ar or draft.name_fr or "")
        said = _("Active again: {name}") if is_active else _("Made inactive: {name}")
        changed = replace(draft, is_active=is_active)
        self._context.write(
            lambda store: change_partner(store, uid, changed).uid,
            said.format(name=name),
            (lambda: self._set_active(uid, is_active=not is_active, can_undo=False))
            if can_undo
            else None,
        )

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
        for widget in (self.nothing, self.details, self.form):
            self.beside.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.list)
        body.addWidget(Hairline(is_vertical=True))
        body.addWidget(self.beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.banner)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.open_form(None))
        self.list.chosen.connect(lambda row: self.show_record(row.uid))
        self.details.change.clicked.connect(lambda: self.open_form(self.details.uid))
        self.details.activate.clicked.connect(self._change_activity)
        self.details.delete.clicked.connect(self._delete)
        self.details.meeting_opened.connect(lambda uid: self._context.open_page("meetings", uid))
        self.form.finished.connect(self._leave_form)
        self.form.other_opened.connect(self.show_record)
        self._context.changes.happened.connect(self._refresh)
