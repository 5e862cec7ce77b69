"""What follows from the rows an import wrote: states of points, search documents, conflicts."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from outreach_app import search
from outreach_app.exchange.columns import Stored
from outreach_app.exchange.held import events_of, rows_in
from outreach_app.exchange.point_states import state_of
from outreach_app.exchange.projection import Projected
from outreach_app.journal import erase_values
from outreach_app.models import FoundConflict
from outreach_app.queries.conflicts import find_clashes
from outreach_app.queries.records import get_own_office
from outreach_app.search import Found, FoundKind
from outreach_app.services.erasure import NAMING, forget_typed

_KINDS = {
    "meeting": FoundKind.MEETING,
    "partner": FoundKind.PARTNER,
    "person": FoundKind.PERSON,
}
_PARTS = ("attendance", "point", "commitment", "referral")
_POINTS = """
SELECT id, state, kind, reaction, reply,
  EXISTS (SELECT 1 FROM commitments AS c
    WHERE c.point_id = p.id AND c.meeting_id = p.meeting_id AND NOT c.is_deleted),
  EXISTS (SELECT 1 FROM referrals AS r
    WHERE r.point_id = p.id AND r.meeting_id = p.meeting_id AND NOT r.is_deleted),
  given_on IS NOT NULL, closed_on IS NOT NULL
FROM points AS p WHERE meeting_id IN"""

_NAMELESS = "SELECT uid FROM partners WHERE name_ar IS NULL AND name_fr IS NULL AND id IN"
_WITHOUT_IDENTITY = " AND NOT EXISTS (SELECT 1 FROM identities WHERE partner_id = partners.id)"
_ATTENDED = "SELECT DISTINCT meeting_id FROM attendances WHERE partner_id IN"


def refresh_states(connection: Connection, projected: Projected) -> None:
    """Bring the states of the points of the meetings concerned in step with what follows them.

    Points that came with their meeting were given theirs when they were written.
    """
    rows, first_new = projected.rows, projected.first_new
    meetings = {
        meeting
        for entity in ("point", "commitment", "referral")
        for meeting in _numbers(rows[entity].values(), "meeting_id")
        if meeting < first_new["meeting"]
    }
    known = (row for id_, row in rows["point"].items() if id_ < first_new["point"])
    meetings |= _numbers(known, "meeting_id")
    changes = []
    for id_, state, *facts in rows_in(connection, _POINTS, meetings):
        kind, reaction, *truths = facts
        computed = state_of((kind, reaction, *map(bool, truths)))
        if computed != state:
            changes.append((computed, id_))
    if changes:
        connection.exec_driver_sql("UPDATE points SET state = ? WHERE id = ?", changes)


def forget_documents(session: Session, projected: Projected) -> None:
    """Take the documents that changed out of the index: what is missing is indexed afterwards."""
    search.forget(session, _documents(session.connection(), projected))


def forget_former_names(session: Session, projected: Projected) -> None:
    """Of a practice whose owner's name was erased, no event of before says it either.

    One whose name is only withheld here is treated alike: its former name comes again with it.
    """
    unnamed = {
        number
        for number, row in projected.rows.get("partner", {}).items()
        if not any(row[name] for name in NAMING)
    }
    unnamed |= _numbers(projected.removed, "partner_id")
    connection = session.connection()
    uids = [uid for (uid,) in rows_in(connection, _NAMELESS, unnamed, _WITHOUT_IDENTITY)]
    for events in events_of(connection, uids).values():
        erase_values(connection, events, NAMING)


def forget_erased_names(session: Session, projected: Projected) -> None:
    """What was typed here and holds a name that was erased elsewhere goes with it."""
    values = (row[name] for row in projected.removed for name in NAMING)
    names = [value for value in values if isinstance(value, str) and value]
    if names:
        forget_typed(session, names)


def note_conflicts(session: Session, projected: Projected, now: datetime) -> None:
    """Keep the list of conflicts in step with the events of these records.

    Those of another office's records are for that office: here nobody may change them.
    """
    own = get_own_office(session).uid.bytes
    concurrent = {
        uid: state for uid, (state, owner) in projected.concurrent.items() if owner == own
    }
    events = events_of(session.connection(), concurrent)
    for uid, state in concurrent.items():
        record = UUID(bytes=uid)
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
    """Those that may be in the index: what is new was never put there."""
    rows = projected.rows
    holders = [*rows["identity"].values(), *projected.removed]
    concerned = {entity: set(rows[entity]) for entity in _KINDS}
    concerned["person"] |= _numbers(holders, "person_id")
    concerned["partner"] |= (partners := _numbers(holders, "partner_id"))
    for entity in _PARTS:
        concerned["meeting"] |= _numbers(rows[entity].values(), "meeting_id")
    # A meeting is found by the names of those it was with.
    attended = rows_in(connection, _ATTENDED, partners)
    concerned["meeting"] |= {meeting for (meeting,) in attended}
    return {
        Found(kind, number)
        for entity, kind in _KINDS.items()
        for number in concerned[entity]
        if number < projected.first_new[entity]
    }


def _numbers(rows: Iterable[dict[str, Stored]], column: str) -> set[int]:
    return {number for row in rows if isinstance(number := row[column], int)}
