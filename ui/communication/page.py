"""The page of communication: rumours, publications, remarks."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import (
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.queries.offices import list_office_places
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.readings import ReadingFilter, ReadingRow
from outreach_app.queries.records import find_place, get_own_office
from outreach_app.queries.remarks import RemarkRow
from outreach_app.queries.rumours import RumourRow
from outreach_app.rights import Right
from outreach_app.rules.ids import OfficeId
from ui.changes import Topic
from ui.communication.export_button import CommunicationButton
from ui.communication.forms import AnyForm, PageWithForms
from ui.communication.imported_tables import IMPORTED
from ui.communication.lists import AnyListing, Forms, Lists, Row
from ui.communication.pair_strip import PairStrip
from ui.communication.shortcuts import SHORTCUTS
from ui.communication.told_strip import ToldStrip
from ui.context import AppContext
from ui.draft_requests import ContinueEntry
from ui.drafts.entry_drafts import EntryDraft, entity_of, entry_words, list_entry_drafts
from ui.drafts.left_drafts import discard_left
from ui.drafts.strip import DraftStrip
from ui.forms.territories import Precincts
from ui.import_wizard.file_import import ask_and_import
from ui.listings.listing import Listing
from ui.listings.territory import FilterT, RowT
from ui.requests import (
    CommunicationRequest,
    NewEntry,
    OpenPublication,
    OpenRemark,
    OpenRumour,
    ShowAwareness,
    ShowPublications,
    ShowRemarks,
    ShowRumours,
)
from ui.widgets.buttons import Button, primary_button
from ui.widgets.keys import on_keys
from ui.widgets.layouts import column_in
from ui.widgets.narrowing_line import Narrowing
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Hairline
from ui.widgets.translated import Text


class CommunicationPage(PageWithForms):
    """Lists in tabs, and beside them the form of one record. Ctrl+N records what is listed."""

    topics = frozenset(
        {
            *(Topic.RUMOUR, Topic.FINDING, Topic.PUBLICATION, Topic.POINT),
            *(Topic.COMMITMENT, Topic.REFERRAL, Topic.REPLY, Topic.MEETING, Topic.READING),
            *(Topic.DISTINCTION, Topic.OFFICE, Topic.ENTRY),
        }
    )

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._own = context.read(lambda session: OfficeId(get_own_office(session).id))
        self._precincts = Precincts(lambda: context.read(list_office_places))
        self.add_rumour = primary_button(lambda: _("New rumour"), "plus")
        self.add_remark = Button(lambda: _("New remark"), "chat-circle-text")
        self.add_publication = Button(lambda: _("New publication"), "newspaper")
        self.add_awareness = Button(lambda: _("New awareness action"), "users-three")
        self.add_reading = Button(lambda: _("New reading"), "chart-bar")
        self.bring = Button(lambda: _("Import"), "download-simple")
        self.bring.offer(is_allowed=context.may(Right.IMPORT))
        self.take_out = CommunicationButton(context)
        forms = Forms(self._edit, self._rectify, self._record_reading, self._comment, self.record)
        lists = Lists(context, self._own, self._precincts, self, forms)
        self.rumours, self.publications = lists.rumours, lists.publications
        self.remarks, self.awareness = lists.remarks, lists.awareness
        self.readings, self._listings = lists.readings, lists.by_entity
        self.left_drafts = DraftStrip(entry_words, lambda: _("Drafts: {number}"))
        self.pairs, self.told = PairStrip(context, self._precincts), ToldStrip(context)
        self.tabs = QTabBar()
        self._adds = QStackedWidget()
        self._build()
        self._connect()
        self.pairs.refresh()
        self.retranslate()

    def take(self, request: CommunicationRequest) -> None:
        match request:
            case NewEntry(entity, kind):
                self.record(entity)
                if kind is not None:
                    self.form_of(entity).form.field("kind").show_value(kind)
            case ContinueEntry(key):
                self._continue(key)
            case OpenRumour(uid) | OpenPublication(uid) | OpenRemark(uid):
                self.show_record(uid)
            case ShowRumours(wanted, words):
                self._narrow(self.rumours, wanted, words)
            case ShowRemarks(wanted, words):
                self._narrow(self.remarks, wanted, words)
            case ShowAwareness(wanted, words):
                self._narrow(self.awareness, wanted, words)
            case ShowPublications(wanted, words):
                if isinstance(wanted, ReadingFilter):
                    self._narrow(self.readings, wanted, words)
                else:
                    self._narrow(self.publications, wanted, words)

    def refresh(self) -> None:
        self._precincts.refresh()
        self.pairs.refresh()
        self.told.refresh()
        self._offer_told()
        self.show_left()
        for listing in self._listings.values():
            listing.take_in()

    def record(self, entity: str) -> None:
        """Open an empty form beside its list."""
        self._show_list(self._listings[entity])
        self._open(self.form_of(entity), None)

    def show_record(self, uid: UUID) -> None:
        """Show a record in its list."""
        place = self._context.read(lambda session: find_place(session, uid))
        if place is None:
            return
        entity, record = place
        if entity in self._listings:
            listing = self._listings[entity]
            self._show_list(listing)
            listing.show_place(record)
            listing.table.take_focus()

    def shortcuts(self) -> Sequence[Shortcut]:
        return SHORTCUTS

    def search(self) -> None:
        if self._current_list.search is not None:
            self._current_list.search.setFocus()

    def retranslate(self) -> None:
        self.tabs.setAccessibleName(_("Lists"))
        for number, listing in enumerate(self._listings.values()):
            self.tabs.setTabText(number, listing.title())

    @property
    def _entity(self) -> str:
        return tuple(self._listings)[self.tabs.currentIndex()]

    def _note_drafts(self, topics: frozenset[Topic]) -> None:
        if Topic.DRAFT in topics:
            self.show_left()

    def show_left(self) -> None:
        is_shown = not self.beside.is_form_open
        rows = list_entry_drafts(self._context, self._entity) if is_shown else []
        self.left_drafts.show_rows(rows)

    def _continue(self, key: str) -> None:
        """Open the form of a draft with what was typed."""
        self._show_list(self._listings[entity_of(key)])
        self.go_on(key)

    def _discard(self, row: EntryDraft) -> None:
        discard_left(self._context, row)
        self.show_left()

    def _import(self) -> None:
        ask_and_import(self._context, IMPORTED[self._entity], self)

    def _narrow(self, listing: Listing[RowT, FilterT], wanted: FilterT, words: Text) -> None:
        self._show_list(listing)
        listing.narrow(Narrowing(wanted, words))

    def _show_list(self, listing: QWidget) -> None:
        self.tabs.setCurrentIndex(self.stack.indexOf(listing))

    def _open(self, form: AnyForm, uid: UUID | None) -> None:
        self.show_form(form)
        form.start(uid)

    def _record_reading(self, row: PublicationRow) -> None:
        self.show_form(self.reading_form)
        self.reading_form.read(row)

    def _comment(self, row: PublicationRow) -> None:
        self._show_list(self.remarks)
        self.show_form(self.remark_form)
        self.remark_form.comment(row.uid)

    def _rectify(self, row: RumourRow) -> None:
        self.show_form(self.publication_form)
        self.publication_form.rectify(row.uid)

    @property
    def _current_list(self) -> AnyListing:
        """The list of the open tab."""
        return tuple(self._listings.values())[self.tabs.currentIndex()]

    def leave_form(self, uid: UUID | None) -> None:
        self.beside.leave_form()
        self.show_left()
        is_of_rumour = self._current_list is self.rumours
        if uid is not None and not (is_of_rumour and self.beside.form is self.publication_form):
            self.show_record(uid)
        self._current_list.table.take_focus()

    def show_other(self, uid: UUID) -> None:
        self.rumour_form.keep_typed()
        self.beside.leave_form()
        self.show_record(uid)

    def _edit(self, row: Row) -> None:
        """Open the form of a record of this office; others' are read-only."""
        if row.office != self._own or not self._context.may(Right.RECORD):
            return
        match row:
            case RumourRow():
                self._open(self.rumour_form, row.uid)
            case PublicationRow():
                self._open(self.publication_form, row.uid)
            case RemarkRow():
                self._open(self.remark_form, row.uid)
            case AwarenessRow():
                self._open(self.awareness_form, row.uid)
            case ReadingRow():
                self._open(self.reading_form, row.uid)

    def _build(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        header = self.make_header(lambda: _("Communication"))
        for adding in (self.add_publication, self.add_awareness, self.add_reading):
            self._adds.addWidget(adding)
        self._adds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        if self._context.may(Right.RECORD):
            header.add_action(self.add_rumour, "F11")  # the window listens to it, everywhere
            header.add_action(self.add_remark, "F12")
            header.add_action(self._adds)
            on_keys(self, "Ctrl+N", lambda: self.record(self._entity))
        for listing in self._listings.values():
            self.tabs.addTab("")
            self.stack.addWidget(listing)
        header.add_rest(self.bring, self.take_out)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(24, 0, 24, 0)
        tabs.addWidget(self.tabs)
        column = column_in(self)
        column.addWidget(header)
        column.addWidget(self.take_out.progress)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.left_drafts)
        column.addWidget(self.pairs)
        column.addWidget(self.told)
        column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+F", self.search)
        on_keys(self, "Ctrl+Tab", self._show_next)
        adding = (self.add_rumour, self.add_publication, self.add_remark, self.add_awareness)
        for button, entity in zip((*adding, self.add_reading), self._listings, strict=True):
            button.clicked.connect(partial(self.record, entity))
        self.bring.clicked.connect(self._import)
        self._context.changes.happened.connect(self._note_drafts)
        self.left_drafts.listen(self.stack)
        self.left_drafts.chosen.connect(lambda row: self._continue(row.key))
        self.left_drafts.discarded.connect(self._discard)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.tabs.currentChanged.connect(self._show_adding)
        for listing in self._listings.values():
            listing.opened.connect(self._edit)
            listing.counted.connect(self.retranslate)

    def _show_adding(self) -> None:
        """Offer to record what is listed: an awareness action, a reading, else a publication."""
        adding = {self.awareness: self.add_awareness, self.readings: self.add_reading}
        self._adds.setCurrentWidget(adding.get(self._current_list, self.add_publication))
        self._offer_told()
        self.show_left()

    def _offer_told(self) -> None:
        self.told.setVisible(self._current_list is self.rumours and self.told.point is not None)

    def _show_next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        self._current_list.table.take_focus()
