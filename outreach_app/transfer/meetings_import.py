"""Import of a meetings file: good rows go in, the rest is reported, all in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.errors import Conflict, Problem
from outreach_app.i18n import gettext as _
from outreach_app.journal import count_changes
from outreach_app.models import Meeting
from outreach_app.progress import Progress
from outreach_app.queries.meetings import find_by_reference
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.folding import fold_words
from outreach_app.rules.quoting import quoted
from outreach_app.services.imports import keep_batch
from outreach_app.services.meetings import (
    MeetingDraft,
    change_meeting,
    check_meeting,
    log_meeting,
)
from outreach_app.services.offices import require_precinct
from outreach_app.services.partners import PartnerDraft, register_partner
from outreach_app.services.session_numbers import check_numbered
from outreach_app.summaries.session.at_odds import notice_at_odds
from outreach_app.transfer.meeting_entries import FileMeeting
from outreach_app.transfer.meeting_updates import updated
from outreach_app.transfer.meetings_file import JSON
from outreach_app.transfer.partner_finder import PartnerFinder
from outreach_app.transfer.reports import FailedRow, ImportReport, name_by_number

_Sameness = tuple[date | None, time | None, str | None, *tuple[str | None, ...]]


@use_case(Right.IMPORT)
def import_meetings(
    session: Session, entries: Sequence[FileMeeting], file_name: str, progress: Progress
) -> ImportReport:
    """Write the entries without problems. A known reference updates its meeting.

    Without one, a meeting that is in the register already is not written again.
    Partners are matched to existing ones by folded name, else registered.
    Raises NotAllowed (`precinct_only`) at headquarters.
    """
    require_precinct(session)
    report = ImportReport()
    finder = PartnerFinder(session)
    unnamed = _without_reference(session)
    for done, entry in enumerate(entries):
        progress.step(done, len(entries), _("Importing meetings"))
        if entry.draft is None:  # a refused row was not read to its end
            report.failed.append(FailedRow(entry.line, entry.problems, entry.raw))
        elif entry.draft.reference is None and unnamed[_sameness(entry.draft)]:
            unnamed[_sameness(entry.draft)] -= 1
            report.skipped += 1
        else:
            report.ignored.update(entry.ignored)
            _import_entry(session, finder, entry, entry.draft, report)
    if file_name.lower().endswith(JSON):
        name_by_number(report, _("Meeting"), [entry.raw for entry in entries])
    if report.created or report.updated:
        report.batch = keep_batch(session, file_name)
    return report


def _without_reference(session: Session) -> Counter[_Sameness]:
    """Count this office's meetings without a reference by what tells one from another."""
    office = get_own_office(session)
    rows = session.scalars(
        select(Meeting).where(
            Meeting.office_id == office.id, Meeting.reference.is_(None), ~Meeting.is_deleted
        )
    )
    return Counter(map(_sameness, rows))


def _sameness(meeting: Meeting | MeetingDraft) -> _Sameness:
    return (
        meeting.held_on,
        meeting.starts_at,
        meeting.kind,
        meeting.subject_ar,
        meeting.subject_fr,
        meeting.place_ar,
        meeting.place_fr,
    )


def _import_entry(
    session: Session,
    finder: PartnerFinder,
    entry: FileMeeting,
    draft: MeetingDraft,
    report: ImportReport,
) -> None:
    known = find_by_reference(session, draft.reference) if draft.reference else None
    if known is not None and known.uid in report.uids:
        message = _("The reference {reference} appears twice in the file.")
        message = message.format(reference=quoted(draft.reference or ""))
        _refuse(report, entry, Problem("uid", "duplicate_reference", message))
        return
    try:
        expected = _expected(finder, entry)
    except Conflict as error:
        _refuse(report, entry, Problem("partners", error.code, error.message))
        return
    checked = _with_partners(draft, entry, expected)
    if known is not None:
        checked = updated(session, known, checked, entry.given)
    problems = check_meeting(checked)
    if known is not None:
        problems += check_numbered(known, checked.status, checked.held_on)
    if problems:
        _refuse(report, entry, *problems)
        return
    draft = _with_partners(draft, entry, _registered(session, finder, entry, report))
    if known is None:
        meeting = log_meeting(session, draft)
        report.created += 1
    else:
        before = count_changes(session)
        changed = updated(session, known, draft, entry.given)
        meeting = change_meeting(session, known.uid, changed)
        if count_changes(session) > before:
            report.updated += 1
        else:
            report.skipped += 1
    _note_written(report, entry, meeting)


def _note_written(report: ImportReport, entry: FileMeeting, meeting: Meeting) -> None:
    """Note a meeting that was written, and what of it a person has to look at again."""
    report.uids.append(meeting.uid)
    left = (*entry.to_complete, *_at_odds(meeting))
    if left:
        report.incomplete.append(FailedRow(entry.line, left, entry.raw))


def _at_odds(meeting: Meeting) -> tuple[Problem, ...]:
    """Return a number of women that the name of a partner present contradicts."""
    words = notice_at_odds(meeting)
    return (Problem("women", "women_at_odds", words),) if words else ()


def _refuse(report: ImportReport, entry: FileMeeting, *problems: Problem) -> None:
    report.failed.append(FailedRow(entry.line, problems, entry.raw))


def _expected(finder: PartnerFinder, entry: FileMeeting) -> list[UUID]:
    """Return the partners of a row; an unknown one gets a uid made from its name.

    Nothing is registered for a row that is refused. Raises Conflict (`erased`).
    """
    uids = []
    for wanted, _is_present in entry.partners:
        uid = finder.find(wanted)
        if uid is None:
            finder.require_not_erased(wanted)
        uids.append(uid or _made_of_name(wanted))
    return uids


def _made_of_name(partner: PartnerDraft) -> UUID:
    return uuid5(NAMESPACE_OID, fold_words(f"{partner.name_ar or ''} {partner.name_fr or ''}"))


def _registered(
    session: Session, finder: PartnerFinder, entry: FileMeeting, report: ImportReport
) -> list[UUID]:
    """Return the partners of a row, registering unknown ones."""
    uids = []
    for wanted, _is_present in entry.partners:
        uid = finder.find(wanted)
        if uid is None:
            partner = register_partner(session, wanted)
            report.guessed += entry.is_guessed
            finder.add(partner)
            uid = partner.uid
        uids.append(uid)
    return uids


def _with_partners(draft: MeetingDraft, entry: FileMeeting, uids: Sequence[UUID]) -> MeetingDraft:
    """Return the draft with these partners, and with what each of them raised and promised.

    One that is named twice was present if it was so once.
    """
    attendances: dict[UUID, bool] = {}
    for uid, (_wanted, is_present) in zip(uids, entry.partners, strict=True):
        attendances[uid] = attendances.get(uid, False) or is_present
    return replace(
        draft,
        attendances=tuple(attendances.items()),
        points=tuple(
            point if place is None else replace(point, raised_by=uids[place])
            for point, place in zip(draft.points, entry.raisers, strict=True)
        ),
        commitments=tuple(
            row if place is None else replace(row, partner=uids[place])
            for row, place in zip(draft.commitments, entry.debtors, strict=True)
        ),
    )
