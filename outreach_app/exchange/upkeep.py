"""What follows from the rows an import wrote: states of points, search documents, conflicts."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.exchange.columns import Stored
from outreach_app.exchange.held import events_of, rows_in
from outreach_app.exchange.projection import Projected
from outreach_app.models import FoundConflict
from outreach_app.queries.conflicts import find_clashes
from outreach_app.rules.statuses import Following, point_state
from outreach_app.search import Found, FoundKind

_KINDS = {
    "meeting": FoundKind.MEETING,
    "partner": FoundKind.PARTNER,
    "person": FoundKind.PERSON,
}
_PARTS = ("attendance", "point", "commitment", "referral")
_POINTS = """
SELECT id, state, kind, reaction, reply, given_on, closed_on,
  EXISTS (SELECT 1 FROM commitments AS c
    WHERE c.point_id = p.id AND c.meeting_id = p.meeting_id AND NOT c.is_deleted),
  EXISTS (SELECT 1 FROM referrals AS r
    WHERE r.point_id = p.id AND r.meeting_id = p.meeting_id AND NOT r.is_deleted)
FROM points AS p WHERE meeting_id IN"""

_ATTENDED = "SELECT DISTINCT meeting_id FROM attendances WHERE partner_id IN"


def refresh_states(connection: Connection, projected: Projected) -> None:
    """Bring the states of the points of the meetings concerned in step with what follows them."""
    meetings = {
        meeting
        for entity in ("point", "commitment", "referral")
        for meeting in _numbers(projected.rows.get(entity, {}).values(), "meeting_id")
    }
    changes = []
    for id_, state, kind, reaction, reply, given_on, closed_on, committed, referred in rows_in(
        connection, _POINTS, meetings
    ):
        following = Following(
            kind=kind,
            reaction=reaction,
            has_reply=bool(reply),
            has_commitment=bool(committed),
            has_referral=bool(referred),
            is_reply_given=given_on is not None,
            is_closed=closed_on is not None,
        )
        if (computed := point_state(following)) != state:
            changes.append((str(computed), id_))
    if changes:
        connection.exec_driver_sql("UPDATE points SET state = ? WHERE id = ?", changes)


def forget_documents(session: Session, projected: Projected) -> None:
    """Take the documents that changed out of the index: what is missing is indexed afterwards."""
    search.forget(session, _documents(session.connection(), projected))


def note_conflicts(session: Session, projected: Projected, now: datetime) -> None:
    """Keep the list of conflicts in step with the events of these records."""
    uids = [uid for uid, state in projected.states.items() if state.concurrent]
    events = events_of(session.connection(), uids)
    for uid in uids:
        state, record = projected.states[uid], UUID(bytes=uid)
        clashing = {v for v in state.concurrent if find_clashes(events[uid], v)}
        known = session.scalars(select(FoundConflict).where(FoundConflict.record == record)).all()
        for row in known:
            if row.reviewed_at is None and row.version not in clashing:
                session.delete(row)
        for version in sorted(clashing - {row.version for row in known}):
            session.add(
                FoundConflict(record=record, entity=state.entity, version=version, found_at=now)
            )


def _documents(connection: Connection, projected: Projected) -> set[Found]:
    found = {
        Found(kind, number)
        for entity, kind in _KINDS.items()
        for number in projected.rows.get(entity, ())
    }
    for entity in _PARTS:
        meetings = _numbers(projected.rows.get(entity, {}).values(), "meeting_id")
        found |= {Found(FoundKind.MEETING, number) for number in meetings}
    holders = [*projected.rows.get("identity", {}).values(), *projected.removed]
    found |= {Found(FoundKind.PERSON, number) for number in _numbers(holders, "person_id")}
    partners = _numbers(holders, "partner_id")
    found |= {Found(FoundKind.PARTNER, number) for number in partners}
    # A meeting is found by the names of those it was with.
    attended = rows_in(connection, _ATTENDED, partners)
    return found | {Found(FoundKind.MEETING, meeting) for (meeting,) in attended}


def _numbers(rows: Iterable[dict[str, Stored]], column: str) -> set[int]:
    return {number for row in rows if isinstance(number := row[column], int)}
