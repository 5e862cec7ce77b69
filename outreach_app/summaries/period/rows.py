"""The rows of a period report's lists: promises, referrals, what is planned, the annex."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.models import Commitment, Meeting, Partner, Referral
from outreach_app.models.sources import day_of, made_day, sent_day
from outreach_app.queries.communication import count_rumours_told, own_alone
from outreach_app.queries.followed_later import list_waiting
from outreach_app.queries.hand_outs import list_meetings_to_come, list_meetings_unheld
from outreach_app.queries.handovers import find_first_entry
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.remark_figures import count_remarks_told
from outreach_app.rules.exchanges import told_as
from outreach_app.rules.kinds import CommitmentOwner, categories_of
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus
from outreach_app.rules.text import language_of
from outreach_app.summaries.period.acts import PromiseFacts, ReferralFacts
from outreach_app.summaries.period.counting import Counted, Promise
from outreach_app.summaries.period.left_open import Left, LeftOpenFacts
from outreach_app.summaries.period.plan import (
    MeetingFacts,
    PlannedFacts,
)
from outreach_app.summaries.period.unheld import UNHELD, UnheldFacts
from outreach_app.summaries.period.writer import programme_end
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import reason_words, words_of, written
from outreach_app.survivors import survivor

# Rows that a list shows; one more is shown rather than said to be left out.
ROWS = 8
RowT = TypeVar("RowT")


def cut(rows: Sequence[RowT], most: int = ROWS) -> tuple[RowT, ...]:
    """Return the first rows; all of them where only one would be left out."""
    return tuple(rows if len(rows) == most + 1 else rows[:most])


def left_out(rows: Sequence[RowT], most: int = ROWS) -> int:
    """Return how many rows a cut list does not show."""
    return len(rows) - len(cut(rows, most))


def promise_rows(promises: Iterable[Promise], first: date, as_of: date) -> list[PromiseFacts]:
    """Return what is not kept yet: the late by how late they are, then by due day."""
    unmet = [row for row in promises if row.is_unmet]
    unmet.sort(key=lambda row: (row.state != CommitmentStatus.OVERDUE, row.due_on or date.max))
    return [
        replace(
            _promise(number, row, first),
            days_late=_days_late(row, as_of),
            begun=row.begun,
            reason=_done_in_part(row),
        )
        for number, row in enumerate(unmet, start=1)
    ]


def _done_in_part(row: Promise) -> Words | None:
    """Return what was done of a promise, if that is what its reason tells now as it did then."""
    is_partly = row.code == row.record.status == CommitmentStatus.PARTLY
    return reason_words(row.record) if is_partly else None


def given_up_rows(promises: Iterable[Promise], first: date) -> list[PromiseFacts]:
    """Return what will not be kept, with the reason, in the order in which it was promised."""
    given_up = [row for row in promises if row.is_given_up]
    return [
        replace(_promise(number, row, first), reason=reason_words(row.record))
        for number, row in enumerate(given_up, start=1)
    ]


def _promise(number: int, row: Promise, first: date) -> PromiseFacts:
    return PromiseFacts(
        number=number,
        words=written(row.record.text, row.record.language, row.record.translation),
        owner=row.record.owner,
        debtor=_name(_debtor(row.record)),
        debtor_kind=_kind(_debtor(row.record)),
        authority=row.record.authority,
        due_on=row.due_on,
        state=row.state,
        days_late=None,
        is_earlier=made_day(row.record) < first,
        was_absent=row.record.owner == CommitmentOwner.PARTNER and not _present(row.record),
    )


def _debtor(row: Commitment) -> Partner | None:
    """Return the partner that owes a commitment: where none was noted, the only one present.

    After a remark it is the one that made it.
    """
    if row.partner is not None or row.owner != CommitmentOwner.PARTNER:
        return row.partner
    present = _present(row)
    return present[0] if len(present) == 1 else None


def _present(row: Commitment) -> list[Partner]:
    """Return the partners present when a commitment was made, or the one that made its remark."""
    if row.meeting is None:
        return [row.point.raised_by] if row.point and row.point.raised_by else []
    came = (each for each in row.meeting.attendances if each.is_present and not each.is_deleted)
    return list(dict.fromkeys(survivor(each.partner) for each in came))


def _days_late(row: Promise, as_of: date) -> int | None:
    is_late = row.state == CommitmentStatus.OVERDUE and row.due_on is not None
    return (as_of - row.due_on).days if is_late and row.due_on else None


def referral_rows(
    counted: Counted, as_of: date, answered: Mapping[int, date]
) -> list[ReferralFacts]:
    """Return the referrals of a period, and those that waited at its start.

    Those without an answer come first, the oldest first, those of no known day last. Those of which
    the matter was `answered` since say when, by local id.
    """
    found = []
    for row in counted.sent:
        is_answered = row.answered_on is not None and row.answered_on <= as_of
        found.append((is_answered, row.sent_on or date.max, row))
    found.sort(key=lambda each: each[:2])
    return [
        ReferralFacts(
            number=number,
            to=row.destination,
            topic=row.topic,
            sent_on=row.sent_on,
            answered_on=row.answered_on if is_answered else None,
            answer=(
                words_of(row.answer, row.answer_language, row.answer_translation)
                if is_answered
                else None
            ),
            waiting=_days_waited(row, as_of) if not is_answered else None,
            is_earlier=sent_day(row) < counted.period.first,
            matter_answered_on=answered.get(row.id),
        )
        for number, (is_answered, _sent_on, row) in enumerate(found, start=1)
    ]


def _days_waited(row: Referral, as_of: date) -> int | None:
    """Return how long a referral has been waiting; None where nobody noted when it was sent."""
    return max((as_of - row.sent_on).days, 0) if row.sent_on else None


def planned_rows(session: Session, as_of: date) -> list[PlannedFacts]:
    """Return the meetings of the two months after a day, those held since among them."""
    first = as_of + timedelta(days=1)
    coming = Period(first, programme_end(as_of))
    meetings = list_meetings_to_come(session, coming, with_held=True)
    return [
        PlannedFacts(
            number=number,
            held_on=meeting.held_on,
            kind=told_as(meeting.kind, meeting.channel),
            subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
            categories=_categories(meeting),
            is_held=meeting.status == MeetingStatus.HELD,
            last_on=last_of(meeting),
        )
        for number, meeting in enumerate(meetings, start=1)
    ]


def unheld_rows(session: Session, period: Period, today: date) -> tuple[UnheldFacts, ...]:
    """Return what became of the meetings planned in a period that are not known as held."""
    planned: dict[str, list[date]] = {code: [] for code in UNHELD}
    for meeting in list_meetings_unheld(session, period, today):
        is_known = meeting.status in planned
        planned[meeting.status if is_known else MeetingStatus.PLANNED].append(meeting.held_on)
    return tuple(
        UnheldFacts(code, len(days), days[0] if len(days) == 1 else None)
        for code, days in planned.items()
        if days
    )


def left_open_rows(session: Session, period: Period, as_of: date) -> tuple[LeftOpenFacts, ...]:
    """Return what came before a period and still waits on a day, as of what came in it."""
    begun, eve = find_first_entry(session), period.first - timedelta(days=1)
    if begun is None or begun > eve:
        return ()
    earlier, own = Period(begun, eve), own_alone(session)
    told = count_rumours_told(session, earlier, as_of, own)
    remarks = count_remarks_told(session, earlier, as_of, own)
    points = [day_of(point) for point in list_waiting(session, earlier, as_of)]
    first, last = (points[0], points[-1]) if points else (None, None)
    rows = (
        (Left.WITHOUT_OUTCOME, len(points), first, last),
        (Left.UNVERIFIED, told.unverified, told.unverified_since, told.unverified_until),
        (Left.TO_RECTIFY, told.to_rectify, told.to_rectify_since, told.to_rectify_until),
        (Left.UNANSWERED, remarks.unanswered, remarks.unanswered_since, remarks.unanswered_until),
    )
    return tuple(
        LeftOpenFacts(code, number, since, until)
        for code, number, since, until in rows
        if number and since and until
    )


def meeting_rows(counted: Counted) -> tuple[MeetingFacts, ...]:
    """Return the lines of the annex, all of them."""
    points, promises = counted.points_of(), counted.promises_of()
    return tuple(
        MeetingFacts(
            number=meeting_number(meeting),
            held_on=meeting.held_on,
            kind=told_as(meeting.kind, meeting.channel),
            subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
            participants=meeting.attended,
            women=meeting.women,
            points=points[meeting.id],
            commitments=promises[meeting.id],
            last_on=last_of(meeting),
        )
        for meeting in counted.meetings
    )


def own_words(text: str) -> Words:
    """Return what an author typed, in the language that its letters are of."""
    return Words(text, language_of(text) or Language.ARABIC)


def _categories(meeting: Meeting) -> tuple[str, ...]:
    """Return the categories of those who came, or of those invited where it was not held yet.

    Where no list of those who came was kept, they are the categories of the kinds noted.
    """
    is_held = meeting.status == MeetingStatus.HELD
    rows = (row for row in meeting.attendances if not row.is_deleted)
    told = {survivor(row.partner).category for row in rows if row.is_present or not is_held}
    told = told or categories_of(meeting.kinds_present)
    return tuple(sorted(told, key=vocabulary.rank))


def _name(partner: Partner | None) -> Bilingual | None:
    """Return the name of a body; None for none, and for a practice named after a person."""
    if partner is None or _is_nameless(survivor(partner)):
        return None
    return Bilingual(survivor(partner).name_ar, survivor(partner).name_fr)


def _kind(partner: Partner | None) -> str | None:
    """Return what a practice is that is named after a person; None for any other body."""
    if partner is None or not _is_nameless(survivor(partner)):
        return None
    return survivor(partner).type or survivor(partner).category


def _is_nameless(partner: Partner) -> bool:
    """Return whether a document cannot name a partner: its name is a person's."""
    return partner.is_named_after_person or not (partner.name_ar or partner.name_fr)
