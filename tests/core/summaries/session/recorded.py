"""Test helpers that write meetings to a real store on their days, and read their plans."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from uuid import UUID

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import log_meeting
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.plan import SessionPlan
from tests import makers

HELD_ON = date(2026, 10, 14)
TODAY = date(2026, 11, 16)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Set the clock to that day, for the journal."""
    with clock.at(datetime(day.year, day.month, day.day, 12, tzinfo=UTC)):
        yield


def hold(database: Database, day: date, partner: UUID, **changes: object) -> UUID:
    """Log a meeting the day after it was held."""
    values: dict[str, object] = {
        "held_on": day,
        "attendances": ((partner, True),),
        "points": (
            PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar"),
            PointDraft("concern", "tp.1.1", "ضوضاء", "ar", reaction="out.under_study"),
        ),
        "commitments": (
            CommitmentDraft("دورية راجلة", "ar", "office", due_on=max(date(2026, 10, 19), day)),
        ),
        "referrals": (ReferralDraft("rf.commune", "tp.6.1", point=0),),
        **changes,
    }
    with on(day.replace(day=day.day + 1)), database.write(Actor.CHIEF) as session:
        return log_meeting(session, makers.meeting_draft(**values)).uid


def plan(database: Database, meeting: UUID, today: date = TODAY) -> SessionPlan:
    with database.read() as session:
        return plan_session(session, get_record(session, Meeting, meeting), today)
