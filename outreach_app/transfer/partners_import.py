"""Import of partners and their representatives, all in one transaction; invalid values stay out."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.database.bulk_writing import collector_paused
from outreach_app.errors import Conflict, OutreachError, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.journal import count_changes, settle
from outreach_app.models import ImportBatch, Partner, Person
from outreach_app.progress import Progress
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, allows, use_case
from outreach_app.rules.folding import fold_words
from outreach_app.rules.phones import find_phone
from outreach_app.search.upkeep import index_changed
from outreach_app.services.imports import begin_batch, keep_changed
from outreach_app.services.offices import require_precinct
from outreach_app.services.partner_drafts import as_partner_draft, as_person_draft
from outreach_app.services.partners import PartnerDraft, add_partner, change_partner
from outreach_app.services.people import (
    PersonDraft,
    add_person,
    change_person,
)
from outreach_app.transfer.partner_entries import Entries, PartnerEntry, cell_text, to_complete
from outreach_app.transfer.partner_finder import MatchKey, PartnerFinder, PeopleFinder
from outreach_app.transfer.reports import FailedRow, ImportReport

Contact = PartnerDraft | PersonDraft
_PORTION = 100  # rows that are written, journaled and indexed together, then released


@use_case(Right.IMPORT)
def import_partners(
    session: Session,
    entries: Entries,
    file_name: str,
    progress: Progress,
    match: MatchKey = MatchKey.NAME,
) -> ImportReport:
    """Register the partners and people, or complete known ones.

    What a known one has stays as it is: another value in the file is reported as to complete.
    Raises NotAllowed (`precinct_only`) at headquarters.
    """
    require_precinct(session)
    report = ImportReport()
    writer = _Writer(session, match, file_name)
    left, done = iter(entries), 0
    with collector_paused():
        while portion := list(islice(left, _PORTION)):
            writer.hold(portion)
            for entry in portion:
                progress.step(done, len(entries), _("Importing partners"))
                _take(writer, entry, report, match)
                done += 1
            writer.settle()
            gc.collect(0)  # the portion that was just written, and nothing older
    report.batch = writer.batch.uid if writer.batch else None
    return report


def _take(writer: "_Writer", entry: PartnerEntry, report: ImportReport, match: MatchKey) -> None:
    """Write an entry, and report what of it stayed out."""
    report.ignored.update(entry.not_taken)
    problems, created = entry.problems, report.created
    left: Sequence[Problem] = ()
    if not problems:
        try:
            left = writer.write(entry, report)
        except OutreachError as error:
            problems = (Problem(match.value, error.code, error.message),)
    if problems:
        report.failed.append(FailedRow(entry.line, problems, entry.raw))
        return
    report.guessed += entry.is_guessed and report.created > created
    left = (*entry.to_complete, *left)
    if left:
        report.incomplete.append(FailedRow(entry.line, left, entry.raw))


class _Writer:
    """Writes the entries of a file; holds the records of the portion in progress.

    `batch` is None if nothing was written.
    """

    def __init__(self, session: Session, match: MatchKey, file_name: str) -> None:
        self._session = session
        self._file_name = file_name
        self.batch: ImportBatch | None = None
        self._finder = PartnerFinder(session, match)
        self._people = PeopleFinder(session)
        self._partners: dict[UUID, Partner] = {}
        self._speakers: dict[UUID, Person] = {}
        self._left: list[Problem] = []
        self._lines: dict[UUID, int] = {}  # where the file first has the partners that are new
        self._above: int | None = None  # this line, if the partner of the entry is one of them

    def hold(self, portion: Iterable[PartnerEntry]) -> None:
        """Load what the store has of these entries, all at once."""
        known = [(entry, self._known_partner(entry)) for entry in portion]
        partners = (
            select(Partner)
            .options(joinedload(Partner.identity))
            .where(Partner.uid.in_({uid for _entry, uid in known if uid}))
        )
        self._partners = {each.uid: each for each in self._session.scalars(partners)}
        found = {
            self._people.find(uid, entry.person) for entry, uid in known if uid and entry.person
        }
        people = (
            select(Person)
            .options(joinedload(Person.identity), joinedload(Person.partner))
            .where(Person.uid.in_(found - {None}))
        )
        self._speakers = {each.uid: each for each in self._session.scalars(people)}

    def _known_partner(self, entry: PartnerEntry) -> UUID | None:
        """Return the partner of an entry; None also if several match."""
        with suppress(Conflict):
            return self._finder.find(*_search_key(entry))
        return None

    def settle(self) -> None:
        """Index what was written so far, journal it, and release it."""
        self._session.flush()
        index_changed(self._session)
        changed = settle(self._session)
        if changed:
            self.batch = self.batch or begin_batch(self._session, self._file_name)
            keep_changed(self._session, self.batch, changed)
        self._partners.clear()
        self._speakers.clear()

    def write(self, entry: PartnerEntry, report: ImportReport) -> Sequence[Problem]:
        """Write an entry, and count the result; return the values that it did not replace.

        Raises Conflict.
        """
        session, person = self._session, entry.person
        self._left = []
        draft, phone = _search_key(entry)
        uid = self._finder.find(draft, phone)
        if uid is None:
            self._finder.require_not_erased(entry.partner)
            partner = add_partner(session, entry.partner)
            self._partners[partner.uid] = partner
            self._lines[partner.uid] = entry.line
            self._bring_person(partner, person)
            report.created += 1
        else:
            self._above = self._lines.get(uid)
            session.flush()  # a row before may have changed it: its draft needs the version of that
            partner = self._partners.get(uid) or get_record(session, Partner, uid)
            is_changed = self._complete_known(partner, draft, person)
            report.updated += is_changed
            report.skipped += not is_changed
        self._finder.add(partner, phone)
        report.uids.append(partner.uid)
        return self._left

    def _complete_known(
        self, partner: Partner, draft: PartnerDraft, person: PersonDraft | None
    ) -> bool:
        """Complete a known partner and its representative; return whether that changed anything."""
        if not allows(self._session, Right.NAMES):  # who would be told what is kept of them
            message = _(
                "The register has this partner already. An account that sees contacts completes it."
            )
            name = draft.name_ar or draft.name_fr or ""
            self._left.append(to_complete("name", "kept", message, name))
            return False
        is_completed = self._complete_partner(partner, draft)
        return self._bring_person(partner, person) or is_completed

    def _complete_partner(self, partner: Partner, draft: PartnerDraft) -> bool:
        """Complete a known partner; return whether that changed anything."""
        stored = as_partner_draft(partner)
        complete = replace(
            stored,
            name_ar=stored.name_ar or draft.name_ar,
            name_fr=stored.name_fr or draft.name_fr,
            type=draft.type or stored.type,
            **_reached(stored, draft),
            **self._filled(stored, draft, ("place", "note", "receipt_number", "receipt_on")),
        )
        if complete == stored:
            return False
        with self._changing() as changed:
            change_partner(self._session, partner.uid, complete)
        return changed()

    def _bring_person(self, partner: Partner, draft: PersonDraft | None) -> bool:
        """Register a representative, or complete the known one of the same folded name.

        Return whether that changed anything.
        """
        if draft is None:
            return False
        session, uid = self._session, self._people.find(partner.uid, draft)
        if uid is None and self._people.may_be_erased(partner.uid, draft):
            self._leave_erased(draft)
            return False
        if uid is None:
            person = add_person(session, partner, replace(draft, partner=partner.uid))
            self._speakers[person.uid] = person
            self._people.add(person)
            return True
        person = self._speakers.get(uid) or get_record(session, Person, uid)
        stored = as_person_draft(person)
        complete = replace(
            stored,
            name_ar=stored.name_ar or draft.name_ar,
            name_fr=stored.name_fr or draft.name_fr,
            **self._filled(stored, draft, ("capacity_ar", "capacity_fr")),
            **_reached(stored, draft),
        )
        if complete == stored:
            return False
        with self._changing() as changed:
            change_person(session, uid, complete)
        return changed()

    def _leave_erased(self, draft: PersonDraft) -> None:
        """Note a representative who stays out: the person may have asked to be forgotten."""
        message = _(
            "The name of a representative of this organisation was erased or is in the trash, and "
            "this may be the same person: it was not imported. If it is somebody else, or the "
            "person agrees again, add the card in the window."
        )
        name = draft.name_ar or draft.name_fr or ""
        self._left.append(to_complete("name", "erased", message, name))

    def _filled(self, stored: Contact, draft: Contact, fields: Sequence[str]) -> dict[str, Any]:
        """Return the stored values, and the file's where there is none; note those left out."""
        values: dict[str, Any] = {}
        for field in fields:
            known, new = getattr(stored, field), getattr(draft, field)
            values[field] = known or new
            if known and new and fold_words(cell_text(new)) not in fold_words(cell_text(known)):
                reason = self._kept_words(isolate(cell_text(known)))
                self._left.append(to_complete(field, "kept", reason, cell_text(new)))
        return values

    def _kept_words(self, known: str) -> str:
        if self._above is None:
            return _("The register has {words} there, which was kept.").format(words=known)
        message = _("Line {line} of this file has {words} there, which was kept.")
        return message.format(line=isolate(str(self._above)), words=known)

    @contextmanager
    def _changing(self) -> Iterator[Callable[[], bool]]:
        """Yield a callable that returns, after the block, whether it changed a record."""
        before = count_changes(self._session)
        after = before
        yield lambda: after > before
        self._session.flush()
        after = count_changes(self._session)


def _search_key(entry: PartnerEntry) -> tuple[PartnerDraft, str | None]:
    """Return the draft to search an entry's partner by, and its representative's number.

    A guessed type is left out: it says nothing about a known partner.
    """
    draft = replace(entry.partner, type=None) if entry.is_guessed else entry.partner
    return draft, entry.person.phone if entry.person else None


def _reached(stored: Contact, draft: Contact) -> dict[str, Any]:
    """Return the contacts to store: the file's, and all earlier ones as further contacts."""
    is_same = stored.phone is not None and stored.phone == find_phone(draft.phone or "")
    phone = stored.phone if is_same else draft.phone or stored.phone
    email = draft.email or stored.email
    before = [words for words in (stored.phone, stored.email) if words]
    lines = [line for each in (stored, draft) for line in (each.others or "").splitlines()]
    taken = {email, phone, find_phone(phone or "")}
    left = [
        words
        for words in dict.fromkeys((*before, *lines))
        if words not in taken and find_phone(words) not in taken
    ]
    return {"phone": phone, "email": email, "others": "\n".join(left) or None}
