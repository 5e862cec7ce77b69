"""The day of the meeting, kept on each point so that lists of points can be read in its order.

`met_on` is a projection, as `state` is: local, never journaled. It is None for a remark, and for a
point whose meeting is deleted.
"""

from collections.abc import Collection

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session, UOWTransaction

from outreach_app.database import SessionValue, StoreSession
from outreach_app.database.statements import change_in
from outreach_app.models import Meeting, Point

_DAY = "(SELECT held_on FROM meetings AS m WHERE m.id = points.meeting_id AND NOT m.is_deleted)"
_PROJECT = (
    f"UPDATE points SET met_on = {_DAY}"  # noqa: S608
    f" WHERE met_on IS DISTINCT FROM {_DAY} AND meeting_id IN"
)
_WRONG = f"SELECT uid FROM points WHERE met_on IS DISTINCT FROM {_DAY}"  # noqa: S608
# The ids of the meetings that a write touched, with their points.
_MEETINGS = SessionValue[set[int]]()


def project_days(connection: Connection, meetings: Collection[int]) -> None:
    """Update the days of the points of these meetings."""
    change_in(connection, _PROJECT, sorted(meetings))


def wrong_days(connection: Connection) -> list[bytes]:
    """Return the uids of the points whose day is not that of their meeting."""
    return [uid for (uid,) in connection.exec_driver_sql(_WRONG)]


@event.listens_for(StoreSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    meetings = _MEETINGS.get_or_make(session, set)
    for record in (*session.new, *session.dirty):
        if isinstance(record, Meeting):
            meetings.add(record.id)
        elif isinstance(record, Point) and record.meeting_id is not None:
            meetings.add(record.meeting_id)


@event.listens_for(StoreSession, "before_commit")
def _project(session: Session) -> None:
    session.flush()
    project_days(session.connection(), _MEETINGS.take(session) or ())
