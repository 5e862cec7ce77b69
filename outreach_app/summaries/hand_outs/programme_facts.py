"""Computes the plan of a programme from the store."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app import clock, vocabulary
from outreach_app.models import Meeting
from outreach_app.queries.hand_outs import list_meetings_to_come, list_meetings_unheld
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import categories_of
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from outreach_app.summaries.hand_outs.remarks import partner_facts
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.several_days import last_of
from outreach_app.summaries.prose.store_words import office_facts, written
from outreach_app.summaries.prose.translated_alike import translated_alike

# Kinds of partners up to this number are told each by its own name.
FEW_KINDS = 3


def plan_programme(session: Session, period: Period, today: date) -> ProgrammePlan:
    """Collect the meetings held in a period, and those planned in it, also if begun before it.

    The number is given with the edition. What was planned for a day or an hour that has passed, and
    was not logged since, is told apart.
    """
    meetings = list_meetings_to_come(session, period, with_held=True, with_begun=True)
    held = [row for row in meetings if row.status == MeetingStatus.HELD]
    planned = [row for row in meetings if row not in held]
    to_come = [row for row in planned if not _has_passed(row, today)]
    unheld = list_meetings_unheld(session, period, today)
    put_off = [row for row in unheld if row.status == MeetingStatus.POSTPONED]
    cancelled = [row for row in unheld if row.status == MeetingStatus.CANCELLED]
    plan = ProgrammePlan(
        office=office_facts(get_own_office(session)),
        number="",
        first=period.first,
        last=period.last,
        meetings=_meetings(to_come),
        held=_meetings(held),
        unsettled=_meetings([row for row in planned if row not in to_come]),
        put_off=_meetings(put_off),
        cancelled=_meetings(cancelled),
        has_begun=period.first <= today,
        is_over=period.last < today or (period.last == today and not to_come),
    )
    return translated_alike(session, plan)


def _has_passed(meeting: Meeting, today: date) -> bool:
    """Return whether the day or, of one of this very day, the hour of a meeting has passed."""
    now, until = clock.local(clock.now()), meeting.ends_at or meeting.starts_at
    last_on = meeting.last_on or meeting.held_on
    is_today = last_on == today == now.date()
    return last_on < today or (is_today and until is not None and until <= now.time())


def _meetings(meetings: Iterable[Meeting]) -> tuple[ProgrammeMeeting, ...]:
    return tuple(_meeting(number, row) for number, row in enumerate(meetings, start=1))


def _meeting(number: int, meeting: Meeting) -> ProgrammeMeeting:
    is_held = meeting.status == MeetingStatus.HELD
    bodies = [
        row.partner
        for row in meeting.attendances
        if not row.is_deleted and (row.is_present or not is_held)
    ]
    is_unheld = meeting.status in {MeetingStatus.POSTPONED, MeetingStatus.CANCELLED}
    return ProgrammeMeeting(
        number=number,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        kind=meeting.kind,
        channel=meeting.channel,
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        partners=_told_apart(map(partner_facts, bodies)) or tuple(_noted(meeting)),
        ends_at=meeting.ends_at if meeting.starts_at else None,
        reason=_reason(meeting) if is_unheld else None,
        last_on=last_of(meeting),
        is_to_confirm=meeting.status == MeetingStatus.PLANNED or None,
    )


def _reason(meeting: Meeting) -> Words | None:
    """Return why a meeting is not held; it is stored without its language."""
    return written(meeting.status_reason, "") if meeting.status_reason else None


def _told_apart(partners: Iterable[PartnerFacts]) -> tuple[PartnerFacts, ...]:
    """Return practices that would be told the same with a number each."""
    rows, seen = list(partners), Counter[PartnerFacts]()
    found = []
    for row in rows:
        seen[row] += 1
        is_one = row.kind is None or rows.count(row) == 1
        found.append(row if is_one else replace(row, rank=seen[row]))
    return tuple(found)


def _noted(meeting: Meeting) -> Iterator[PartnerFacts]:
    """Yield the kinds of those noted by their kind alone, where no list of them was kept.

    As many as kinds are told as one of each: « association féminine »; where nobody counted them,
    few kinds as one at least of each. More are told by their categories.
    """
    kinds, nameless = meeting.kinds_present, Bilingual(None, None)
    if len(kinds) <= FEW_KINDS and meeting.bodies in {None, len(kinds)}:
        is_least = meeting.bodies is None or None
        yield from (PartnerFacts(nameless, code, None, is_least=is_least) for code in kinds)
        return
    for code in sorted(categories_of(meeting.kinds_present), key=vocabulary.rank):
        yield PartnerFacts(nameless, code, None, is_category=True)
