"""Computes what the year came to: its counts, what ended, its documents, meetings without one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.models import Commitment, Meeting, Partner
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    list_commitment_ids,
    list_commitments_by_id,
)
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.communication import count_rumours_told, own_alone
from outreach_app.queries.handovers import find_first_entry
from outreach_app.queries.histories import list_values
from outreach_app.queries.issues import IssueRow, list_issues
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.period_reports import list_held
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.remark_figures import count_remarks_told
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.kinds import VerificationResult
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.issued_rectifications import list_rectified
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.handovers.namesakes import Namesakes
from outreach_app.summaries.handovers.origins import origin_of
from outreach_app.summaries.handovers.owners import authority_of, debtors_of
from outreach_app.summaries.handovers.plan import (
    EndedCommitment,
    IssuedDocument,
    UntoldMeeting,
    WaitingRumour,
    YearCounts,
)
from outreach_app.summaries.period.counting import Noted
from outreach_app.summaries.prose.held_nouns import held_noun
from outreach_app.summaries.prose.nouns import MEETING
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import reason_words, written
from outreach_app.summaries.session.history import Values

_FIRST_WEEK = timedelta(days=7)
_COVERING = DocumentKind.COVERING_NOTE


def list_documents(session: Session, today: date, names: Namesakes) -> Iterator[IssuedDocument]:
    """Yield what this office gave out in the year, the newest first.

    The handovers of the day are left out: a file in another format is the same handover.
    """
    office = get_own_office(session)
    rows = [row for row in list_issues(session) if row.office == office.id]
    rectified, recipients = list_rectified(session), list_values(session, [office])[office.uid]
    number = 0
    for row in rows:
        issued_on = clock.local(row.issued_at).date()
        is_own = row.kind == DocumentKind.HANDOVER and issued_on == today
        if issued_on.year == today.year and not is_own:
            number += 1
            meeting = get_record(session, Meeting, row.meeting) if row.meeting else None
            yield IssuedDocument(
                number,
                row.kind,
                row.number,
                row.edition,
                issued_on,
                first=row.first_on,
                last=row.last_on,
                partner=_partner_of(session, row, names),
                subject=row.subject,
                meeting_kind=meeting.kind if meeting else None,
                channel=meeting.channel if meeting else None,
                held_on=meeting.held_on if meeting else None,
                last_on=last_of(meeting) if meeting else None,
                rectified=rectified.get(row.fingerprint),
                recipient=_recipient(recipients, issued_on) if row.kind == _COVERING else None,
            )


def _recipient(values: Sequence[tuple[date, Mapping[str, object]]], day: date) -> Bilingual:
    """Return to whom documents were sent on a day, from the values that were set until then."""
    known: dict[str, object] = {}
    for set_on, changed in values:
        if set_on <= day:
            known |= changed
    ar, fr = (known.get(f"recipient_{language}") for language in Language)
    return Bilingual(ar if isinstance(ar, str) else None, fr if isinstance(fr, str) else None)


def _partner_of(session: Session, row: IssueRow, names: Namesakes) -> PartnerFacts | None:
    if row.partner is None:
        return None
    return names.told(get_record(session, Partner, row.partner))


def list_untold(session: Session, today: date) -> Iterator[UntoldMeeting]:
    """Yield the meetings of the year of which no summary was given out, by their day."""
    told = {row.meeting for row in list_issues(session, DocumentKind.SESSION)}
    held = list_held(session, Period(today.replace(month=1, day=1), today))
    rows = (meeting for meeting in held if meeting.uid not in told)
    for number, row in enumerate(rows, 1):
        yield UntoldMeeting(
            *(number, meeting_number(row), row.held_on, row.kind, row.channel),
            subject=Bilingual(row.subject_ar, row.subject_fr),
            last_on=last_of(row),
        )


def count_year(session: Session, today: date, waiting: Sequence[WaitingRumour]) -> YearCounts:
    """Count what was done, raised, heard and promised since the first day of the year."""
    period = _year_to(today)
    meetings = list_held(session, period)
    promised = _promised_in(session, period)
    people = Noted.of(each.attended for each in meetings)
    women = Noted.of(each.women for each in meetings)
    own = own_alone(session)
    told = count_rumours_told(session, period, today, own)
    unverifiable = told.no_need.get(VerificationResult.UNVERIFIABLE, 0)
    no_need = sum(told.no_need.values()) - unverifiable
    first = find_first_entry(session)
    wait = sum(row.heard_on >= period.first for row in waiting)
    return YearCounts(
        first=period.first,
        meetings=len(meetings),
        participants=people.total if meetings else 0,
        women=women.total if meetings else 0,
        points=sum(not row.is_deleted for each in meetings for row in each.points),
        remarks=count_remarks_told(session, period, today, own).received,
        rumours=told.heard,
        rectified=told.rectified,
        no_need=no_need,
        unverifiable=unverifiable,
        closed=told.heard - told.rectified - no_need - unverifiable - wait,
        wait=wait,
        commitments=len(promised),
        kept=sum(row.is_kept for row in promised),
        ended=sum(_is_ended(row) for row in promised),
        participants_noted=people.known,
        women_noted=women.known,
        begun_on=_begun_on(period, first),
        is_blank=first is None or first > today,
        audience=sum(each.attended or 0 for each in meetings if each.headcount is None),
        are_meetings=all(held_noun(each.kind, each.channel) is MEETING for each in meetings),
    )


def _begun_on(period: Period, day: date | None) -> date | None:
    """Return the first day of the register if it is a week or more after that of the year."""
    is_later = day is not None and period.first + _FIRST_WEEK <= day <= period.last
    return day if is_later else None


def list_ended(session: Session, today: date, names: Namesakes) -> Iterator[EndedCommitment]:
    """Yield the promises that ended in the year without being kept, whenever they were made.

    The day on which it was recorded decides where none was typed.
    """
    first = today.replace(month=1, day=1)
    ended = [row for row in _promised_in(session, Period(date.min, today)) if _is_ended(row)]
    promises = {row.uid: get_record(session, Commitment, row.uid) for row in ended}
    journal = list_values(session, promises.values())
    days = {
        uid: promise.status_on or Values.told(promise, journal).last_set("status")
        for uid, promise in promises.items()
    }
    ended = [row for row in ended if max(days[row.uid], row.made_on) >= first]
    ended.sort(key=lambda row: days[row.uid])
    for number, row in enumerate(ended, 1):
        promise = promises[row.uid]
        yield EndedCommitment(
            number,
            written(row.text, row.language, row.translation),
            row.owner,
            debtors_of(session, row, names),
            row.status,
            promise.status_on,
            days[row.uid],
            reason_words(promise),
            origin_of(session, row),
            authority_of(session, row),
        )


def _year_to(today: date) -> Period:
    return Period(today.replace(month=1, day=1), today)


def _promised_in(session: Session, period: Period) -> list[CommitmentRow]:
    ids = list_commitment_ids(session, CommitmentFilter(), period.last)
    found = list_commitments_by_id(session, ids, period.last)
    rows = (found[each] for each in ids)
    return [row for row in rows if period.first <= row.made_on <= period.last]


def _is_ended(row: CommitmentRow) -> bool:
    return row.is_closed and not row.is_kept
