"""Computes the plan of a programme from the store."""

from sqlalchemy.orm import Session

from outreach_app.models import Meeting
from outreach_app.queries.hand_outs import list_meetings_to_come
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.periods import Period
from outreach_app.summaries.communication.telling import words_to_tell
from outreach_app.summaries.hand_outs.facts import partner_facts
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from outreach_app.summaries.prose.store_words import office_facts


def plan_programme(session: Session, period: Period) -> ProgrammePlan:
    """Collect the meetings planned in a period; the number is given with the edition."""
    meetings = list_meetings_to_come(session, period)
    return ProgrammePlan(
        office=office_facts(get_own_office(session)),
        number="",
        first=period.first,
        last=period.last,
        meetings=tuple(
            _meeting(session, number, row) for number, row in enumerate(meetings, start=1)
        ),
    )


def _meeting(session: Session, number: int, meeting: Meeting) -> ProgrammeMeeting:
    invited = [row.partner for row in meeting.attendances if not row.is_deleted]
    return ProgrammeMeeting(
        number=number,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        kind=meeting.kind,
        subject=Bilingual(meeting.subject_ar, meeting.subject_fr),
        place=Bilingual(meeting.place_ar, meeting.place_fr),
        partners=tuple(partner_facts(partner) for partner in invited),
        to_tell=words_to_tell(session, meeting),
    )
