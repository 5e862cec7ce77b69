"""Headquarters' review state, kept on each meeting so that lists can be narrowed by it.

`review` is a projection, as a point's `state` is: local, never journaled. The last review decides:
a meeting is accepted, or questioned until the precinct has clarified that very question. A held
meeting without a review is received.
"""

from collections.abc import Collection

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, UOWTransaction

from outreach_app.database import SessionValue, StoreSession
from outreach_app.database.statements import change_in
from outreach_app.models import Clarification, Meeting, Review
from outreach_app.rules.statuses import MeetingStatus, ReviewState, Verdict

_CLARIFIED = """EXISTS (SELECT 1 FROM clarifications AS c WHERE c.meeting_id = r.meeting_id
    AND NOT c.is_deleted AND replace(c.question, '-', '') = lower(hex(r.uid)))"""
_LAST = f"""SELECT CASE r.verdict WHEN '{Verdict.ACCEPTED}' THEN '{ReviewState.ACCEPTED}'
    WHEN '{Verdict.QUESTIONED}' THEN
      CASE WHEN {_CLARIFIED} THEN '{ReviewState.CLARIFIED}' ELSE '{ReviewState.QUESTIONED}' END END
  FROM reviews AS r WHERE r.meeting_id = meetings.id AND NOT r.is_deleted
  ORDER BY r.reviewed_on DESC, r.uid DESC LIMIT 1"""  # noqa: S608
_UNREVIEWED = f"""CASE meetings.status WHEN '{MeetingStatus.HELD}' THEN '{ReviewState.RECEIVED}'
  ELSE '{ReviewState.NONE}' END"""
_STATE = f"coalesce(({_LAST}), {_UNREVIEWED})"
_PROJECT = (
    f"UPDATE meetings SET review = {_STATE}"  # noqa: S608
    f" WHERE review <> {_STATE} AND id IN"
)
_WRONG = f"SELECT uid FROM meetings WHERE review <> {_STATE}"  # noqa: S608
# The ids of the meetings that a write touched, with their reviews.
_MEETINGS = SessionValue[set[int]]()


def project_reviews(connection: Connection, meetings: Collection[int]) -> None:
    """Update the review state of these meetings."""
    change_in(connection, _PROJECT, sorted(meetings))


def wrong_reviews(connection: Connection) -> list[bytes]:
    """Return the uids of the meetings whose review state is not what their reviews say."""
    return [uid for (uid,) in connection.exec_driver_sql(_WRONG)]


def first_review(status: object) -> str:
    """Return the review state of a meeting without reviews."""
    return ReviewState.RECEIVED if status == MeetingStatus.HELD else ReviewState.NONE


@event.listens_for(StoreSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    meetings = _MEETINGS.get_or_make(session, set)
    for record in (*session.new, *session.dirty):
        if isinstance(record, Meeting):
            meetings.add(record.id)
        elif isinstance(record, Review | Clarification):
            meetings.add(record.meeting_id)


@event.listens_for(StoreSession, "before_commit")
def project_changed(session: Session) -> None:
    """Update the meetings that a write touched; the search index calls this first."""
    session.flush()
    meetings = _MEETINGS.take(session) or ()
    project_reviews(session.connection(), meetings)
    for number in meetings:
        held = session.identity_map.get(session.identity_key(Meeting, number))
        if held is not None:
            session.expire(held, ["review"])
