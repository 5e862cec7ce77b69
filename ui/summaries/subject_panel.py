"""The choice of the subject of a document: a record of a list, found by words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal

from outreach_app import clock
from outreach_app.database import Database, StoreSession
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.forms import prepare_attendance_sheet, prepare_rectification_sheet
from outreach_app.issuing.partner_sheets import prepare_sheet_of_partner
from outreach_app.issuing.privacy import prepare_extract, prepare_proof
from outreach_app.queries.claims import list_asking, list_claims
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.partners import list_partners_by_id
from outreach_app.queries.people import list_people
from outreach_app.queries.records import get_own_office, uid_of
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids, list_rumours_by_id
from outreach_app.rules.folding import fold_words
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.search import index
from ui.context import AppContext
from ui.summaries.document_page import Wanted
from ui.summaries.lines import (
    SubjectLine,
    line_of_claim,
    line_of_meeting,
    line_of_partner,
    line_of_person,
    line_of_rumour,
)
from ui.summaries.lines_list import LinesList
from ui.widgets.labels import note
from ui.widgets.layouts import column_in
from ui.widgets.search_line import SearchLine
from ui.widgets.translated import Text, Translated
from ui.words import search_limits

MAX_LISTED = 200


@dataclass(frozen=True, slots=True)
class Subjects:
    """A kind of subject: its label, its search, its list, and the document about one.

    `none` says what to do if there is nothing to choose. `listed` returns the lines found, and
    whether there are more.
    """

    title: Text
    hint: Text
    none: Text
    listed: Callable[[StoreSession, str], tuple[list[SubjectLine], bool]]
    prepare: Callable[[Database, str], PreparedDocument[Any]]


class SubjectPanel(Translated):
    """Emits `changed` when another record is chosen."""

    changed = Signal()

    def __init__(self, context: AppContext, subjects: Subjects) -> None:
        super().__init__()
        self._context = context
        self._subjects = subjects
        self.record: UUID | None = None
        self.words = SearchLine(subjects.hint)
        self.lines = LinesList()
        self.advice = note()
        self._build()
        self.words.asked.connect(lambda _words: self.refresh())
        self.lines.chosen.connect(self._choose)
        self.retranslate()

    def wanted(self, languages: tuple[Language, ...]) -> Wanted | None:
        """Return the document about the chosen record; None if there is none."""
        record = self.record
        if record is None:
            return None
        prepare = partial(self._subjects.prepare, self._context.office.database, str(record))
        return Wanted((self._subjects, record), languages, prepare)

    def choose(self, record: UUID) -> None:
        """Choose the document about that record."""
        self.record = record
        self.refresh()
        self.changed.emit()

    def refresh(self) -> None:
        """Reload from the store."""
        words = self.words.text()
        lines, is_cut = self._context.read(lambda store: self._subjects.listed(store, words))
        self.lines.show_lines(lines, self.record)
        none = self._subjects.none()
        if words.strip():
            none = _("Nothing matches. Try fewer letters or another spelling.")
        is_complete = not words.strip() or self._context.read(index.is_complete)
        limits = search_limits(len(lines), is_cut=is_cut, is_complete=is_complete)
        said = " ".join(filter(None, ("" if lines else none, limits)))
        self.advice.setText(said)
        self.advice.setVisible(bool(said))

    def retranslate(self) -> None:
        self.lines.setAccessibleName(self._subjects.title())
        self.refresh()

    def _choose(self, record: UUID) -> None:
        if record != self.record:
            self.record = record
            self.changed.emit()

    def _build(self) -> None:
        column = column_in(self, 4)
        column.addWidget(note(self._subjects.title))
        column.addWidget(self.words)
        column.addWidget(self.advice)
        column.addWidget(self.lines, 1)


def _list_partners(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    ids = list_partner_ids(session, PartnerFilter(words))
    rows = list_partners_by_id(session, ids[:MAX_LISTED])
    return [line_of_partner(rows[each]) for each in ids[:MAX_LISTED]], len(ids) > MAX_LISTED


def _list_meetings_to_come(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    """Return the planned meetings from today on, the next one first."""
    today = clock.today()
    ids = [
        each
        for status in (MeetingStatus.PLANNED, MeetingStatus.CONFIRMED)
        for each in list_meeting_ids(session, MeetingFilter(words, status=status, first_day=today))
    ]
    rows = sorted(list_meetings_by_id(session, ids).values(), key=lambda row: row.held_on)
    return [line_of_meeting(row) for row in rows[:MAX_LISTED]], len(rows) > MAX_LISTED


def _list_people(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    """Return the people who made a request, sorted by name or capacity."""
    wanted, asking = fold_words(words), {row.about for row in list_asking(session)}
    rows = [
        line_of_person(row)
        for row in list_people(session)
        if row.uid in asking
        and wanted in fold_words(f"{row.name.ar} {row.name.fr} {row.capacity.ar} {row.capacity.fr}")
    ]
    rows.sort(key=lambda line: line.title)
    return rows[:MAX_LISTED], len(rows) > MAX_LISTED


def _list_erasures(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    """Return the claims for which a name was erased, by their number."""
    rows = [
        line_of_claim(row)
        for row in list_claims(session)
        if row.erased_on and words.strip() in row.number
    ]
    return rows[:MAX_LISTED], len(rows) > MAX_LISTED


def _list_rumours(session: StoreSession, words: str) -> tuple[list[SubjectLine], bool]:
    """Return this office's rumours whose result can be reported, the last heard first."""
    own = frozenset({OfficeId(get_own_office(session).id)})
    ids = list_rumour_ids(session, RumourFilter(words, offices=own))
    found = list_rumours_by_id(session, ids)
    rows = [found[each] for each in ids if found[each].has_result_to_tell]
    return [line_of_rumour(row) for row in rows[:MAX_LISTED]], len(rows) > MAX_LISTED


PARTNERS = Subjects(
    title=lambda: _("Partner"),
    hint=lambda: _("Name, phone or place"),
    none=lambda: _("No partner is registered yet."),
    listed=_list_partners,
    prepare=prepare_sheet_of_partner,
)
MEETINGS_TO_COME = Subjects(
    title=lambda: _("Meeting to come"),
    hint=lambda: _("Subject, partner or words said"),
    none=lambda: _("No meeting is planned. The sheet of one that is planned is made here."),
    listed=_list_meetings_to_come,
    prepare=prepare_attendance_sheet,
)
PEOPLE = Subjects(
    title=lambda: _("Person"),
    hint=lambda: _("Name or capacity"),
    none=lambda: _("No request from a person is open. Record it first (Requests from people)."),
    listed=_list_people,
    prepare=prepare_extract,
)
ERASURES = Subjects(
    title=lambda: _("Request from a person"),
    hint=lambda: _("Number of the request"),
    none=lambda: _("No name was erased for a request yet."),
    listed=_list_erasures,
    prepare=lambda database, claim: prepare_proof(database, uid_of(claim)),
)
RUMOURS = Subjects(
    title=lambda: _("Rumour"),
    hint=lambda: _("Filter by words"),
    none=lambda: _("No rumour has a result that can be reported yet."),
    listed=_list_rumours,
    prepare=prepare_rectification_sheet,
)
