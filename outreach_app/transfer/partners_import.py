"""Imports partners and who speaks for them, all in one transaction; what is wrong stays out."""

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from outreach_app.errors import OutreachError, Problem
from outreach_app.i18n import gettext as _
from outreach_app.journal import count_changes
from outreach_app.models import Partner
from outreach_app.progress import Progress
from outreach_app.rights import Right, use_case
from outreach_app.rules.phones import find_phone
from outreach_app.services.imports import keep_batch
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from outreach_app.services.partners import PartnerDraft, add_partner, change_partner
from outreach_app.services.people import (
    PersonDraft,
    add_person,
    change_person,
)
from outreach_app.transfer.partner_entries import PartnerEntry
from outreach_app.transfer.partner_finder import MatchKey, PartnerFinder, PeopleFinder
from outreach_app.transfer.reports import FailedRow, ImportReport

Contact = PartnerDraft | PersonDraft
_PORTION = 200  # rows that are written at once: a flush costs more than a row


@use_case(Right.BRING_IN)
def import_partners(
    session: Session,
    entries: list[PartnerEntry],
    file_name: str,
    progress: Progress,
    match: MatchKey = MatchKey.NAME,
) -> ImportReport:
    """Register the partners and people, or complete those the store knows.

    What a row leaves empty stays; names that are known stay as they are written.
    """
    report = ImportReport()
    finder, people = PartnerFinder(session, match), PeopleFinder(session)
    for done, entry in enumerate(entries):
        progress.step(done, len(entries), _("Importing partners"))
        report.ignored.update(entry.not_taken)
        if done % _PORTION == 0:
            session.flush()
        if entry.problems:
            report.failed.append(FailedRow(entry.line, entry.problems, entry.raw))
            continue
        try:
            _import_entry(session, (finder, people), entry, report)
        except OutreachError as error:
            problem = Problem(match.value, error.code, error.message)
            report.failed.append(FailedRow(entry.line, (problem,), entry.raw))
            continue
        report.guessed += entry.is_guessed
        if entry.to_complete:
            report.incomplete.append(FailedRow(entry.line, entry.to_complete, entry.raw))
    session.flush()
    if report.created or report.updated:
        report.batch = keep_batch(session, file_name)
    return report


def _import_entry(
    session: Session,
    finders: tuple[PartnerFinder, PeopleFinder],
    entry: PartnerEntry,
    report: ImportReport,
) -> None:
    finder, people = finders
    phone = entry.person.phone if entry.person else None
    # What is guessed of a new partner says nothing of one that is known.
    draft = replace(entry.partner, type=None) if entry.is_guessed else entry.partner
    with session.no_autoflush:
        partner = finder.find(draft, phone)
    if partner is None:
        partner = add_partner(session, entry.partner)
        _bring_person(session, people, partner, entry.person)
        report.created += 1
    else:
        session.flush()
        before = count_changes(session)
        _complete_partner(session, partner, draft)
        _bring_person(session, people, partner, entry.person)
        session.flush()
        if count_changes(session) > before:
            report.updated += 1
        else:
            report.skipped += 1
    finder.add(partner, phone)
    report.uids.append(partner.uid)


def _complete_partner(session: Session, partner: Partner, draft: PartnerDraft) -> None:
    stored = draft_of_partner(session, partner.uid)
    complete = replace(
        stored,
        name_ar=stored.name_ar or draft.name_ar,
        name_fr=stored.name_fr or draft.name_fr,
        type=draft.type or stored.type,
        place=draft.place or stored.place,
        **_reached(stored, draft),
        note=draft.note or stored.note,
        receipt_number=draft.receipt_number or stored.receipt_number,
        receipt_on=draft.receipt_on or stored.receipt_on,
    )
    change_partner(session, partner.uid, complete)


def _reached(stored: Contact, draft: Contact) -> dict[str, Any]:
    """Return how somebody is reached: as the file says, and by all that was known besides."""
    phone, email = draft.phone or stored.phone, draft.email or stored.email
    before = [words for words in (stored.phone, stored.email) if words]
    lines = [line for each in (stored, draft) for line in (each.others or "").splitlines()]
    taken = {email, phone, find_phone(phone or "")}
    left = [
        words
        for words in dict.fromkeys((*before, *lines))
        if words not in taken and find_phone(words) not in taken
    ]
    return {"phone": phone, "email": email, "others": "\n".join(left) or None}


def _bring_person(
    session: Session, people: PeopleFinder, partner: Partner, draft: PersonDraft | None
) -> None:
    """Register who speaks for the partner, or complete the one of the same folded name there."""
    if draft is None:
        return
    known = people.find(partner, draft)
    if known is None:
        people.add(add_person(session, partner, replace(draft, partner=partner.uid)))
        return
    stored = draft_of_person(session, known.uid)
    complete = replace(
        stored,
        name_ar=stored.name_ar or draft.name_ar,
        name_fr=stored.name_fr or draft.name_fr,
        capacity_ar=draft.capacity_ar or stored.capacity_ar,
        capacity_fr=draft.capacity_fr or stored.capacity_fr,
        **_reached(stored, draft),
    )
    change_person(session, known.uid, complete)
