"""Updates that follow the rows an import wrote: states, search documents, conflicts."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from outreach_app.database.statements import change_in, rows_in
from outreach_app.erased_lines import erase_lines, erase_values
from outreach_app.events import Operation
from outreach_app.exchange.importing.bulk_sql import events_by_record
from outreach_app.exchange.importing.columns import MODELS, Stored, layout_of
from outreach_app.exchange.importing.point_states import cached_state
from outreach_app.exchange.importing.projection import Projected
from outreach_app.exchange.stations.registry import devices_of
from outreach_app.journal import purge_unseen
from outreach_app.models import FoundConflict
from outreach_app.month_totals import OF_MEETINGS, OfficeMonth, Touched, recount
from outreach_app.point_days import project_days
from outreach_app.queries.conflicts import Changes
from outreach_app.queries.records import get_own_office
from outreach_app.review_states import project_reviews
from outreach_app.search import index, leftovers, upkeep
from outreach_app.search.index import Found, FoundKind
from outreach_app.services.erasure import NAMING, forget_typed

_POINTS = """
SELECT id, state, kind, reaction,
  reply <> '' OR EXISTS (SELECT 1 FROM replies AS h WHERE h.point_id = p.id AND NOT h.is_deleted),
  EXISTS (SELECT 1 FROM commitments AS c
    WHERE c.point_id = p.id AND c.meeting_id IS NOT DISTINCT FROM p.meeting_id
      AND NOT c.is_deleted),
  EXISTS (SELECT 1 FROM referrals AS r
    WHERE r.point_id = p.id AND r.meeting_id IS NOT DISTINCT FROM p.meeting_id
      AND NOT r.is_deleted),
  given_on IS NOT NULL, closed_on IS NOT NULL
FROM points AS p WHERE {} IN"""
_OF_MEETINGS, _REMARKS = _POINTS.format("meeting_id"), _POINTS.format("meeting_id IS NULL AND id")
_REPLIED = _POINTS.format("id")
_MEETINGS = "SELECT meeting_id FROM points WHERE meeting_id IS NOT NULL AND id IN"

_NAMELESS = "SELECT uid FROM partners WHERE name_ar IS NULL AND name_fr IS NULL AND id IN"
_WITHOUT_IDENTITY = " AND NOT EXISTS (SELECT 1 FROM identities WHERE partner_id = partners.id)"
_WAITING_FOR = "SELECT record, entity FROM waiting_records WHERE parent IN"
_WAITING_FOR_PURGED = """
SELECT DISTINCT w.record, w.entity FROM waiting_records AS w
  JOIN events AS e ON e.record = w.parent AND e.operation = 'purge'"""
_PURGED = " AND record IN (SELECT e.record FROM events AS e WHERE e.operation = 'purge')"
_HOLDERS = "SELECT person_id, partner_id FROM identities WHERE uid IN"


def refresh_point_states(connection: Connection, projected: Projected) -> None:
    """Update the states of points whose follow-up came or went, or whose meetings are concerned.

    Points that came with their meeting, and remarks that came with all their follow-up, got theirs
    when they were written.
    """
    rows, first_new = projected.rows, projected.first_new
    meetings = {
        meeting
        for entity in ("point", "commitment", "referral")
        for meeting in _numbers(projected.concerned(entity), "meeting_id")
        if meeting < first_new["meeting"]
    }
    known = (row for id_, row in rows["point"].items() if id_ < first_new["point"])
    meetings |= _numbers(known, "meeting_id")
    remarks = {number for number in _remarks(projected) if number < first_new["point"]}
    changes = []
    stored = (
        *rows_in(connection, _OF_MEETINGS, meetings),
        *rows_in(connection, _REMARKS, remarks),
        *rows_in(connection, _REPLIED, _numbers(projected.concerned("reply"), "point_id")),
    )
    for id_, state, *facts in stored:
        kind, reaction, *truths = facts
        computed = cached_state((kind, reaction, *map(bool, truths)))
        if computed != state:
            changes.append((computed, id_))
    if changes:
        connection.exec_driver_sql("UPDATE points SET state = ? WHERE id = ?", changes)


def refresh_point_days(connection: Connection, projected: Projected) -> None:
    """Update the days of points for the meetings that came, and for those that they belong to."""
    meetings = set(projected.rows["meeting"])
    project_days(connection, meetings | _numbers(projected.rows["point"].values(), "meeting_id"))


def refresh_reviews(connection: Connection, projected: Projected) -> None:
    """Update the review states of meetings that were reviewed, clarified or changed."""
    first_new = projected.first_new["meeting"]
    meetings = {number for number in projected.rows["meeting"] if number < first_new}
    for entity in ("review", "clarification"):
        meetings |= _numbers(projected.concerned(entity), "meeting_id")
    project_reviews(connection, meetings)


def refresh_totals(session: Session, projected: Projected, months: set[OfficeMonth]) -> None:
    """Recount the months that were touched; `months` are those of the rows before."""
    rows = projected.rows
    meetings = set(rows["meeting"]).union(
        *(_numbers(projected.concerned(entity), "meeting_id") for entity in OF_MEETINGS)
    )
    replied = _numbers(projected.concerned("reply"), "point_id")
    meetings.update(number for (number,) in rows_in(session.connection(), _MEETINGS, replied))
    known = {number for number in rows["partner"] if number < projected.first_new["partner"]}
    recount(session, Touched(months, meetings, known))


def holders(connection: Connection, records: Collection[bytes]) -> list[dict[str, Stored]]:
    """Return the holders of the identities among these records."""
    rows = rows_in(connection, _HOLDERS, records)
    return [{"person_id": person, "partner_id": partner} for person, partner in rows]


def forget_documents(
    session: Session, projected: Projected, former: Iterable[dict[str, Stored]]
) -> None:
    """Take changed documents out of the index; they and the new ones then wait to be indexed.

    `former` are the earlier `holders`, whose name was taken away or passed to another.
    """
    index.postpone(session, _documents(session, projected, former))


def forget_former_names(session: Session, projected: Projected) -> None:
    """Redact earlier events of a practice whose owner's name was erased.

    One whose name is only withheld here is treated alike: its former name would come again with it.
    """
    unnamed = {
        number
        for number, row in projected.rows.get("partner", {}).items()
        if not any(row[name] for name in NAMING)
    }
    removed = projected.former.get("identity", {}).values()
    unnamed |= _numbers(removed, "partner_id")
    connection = session.connection()
    uids = [uid for (uid,) in rows_in(connection, _NAMELESS, unnamed, _WITHOUT_IDENTITY)]
    erased = [
        erase_values(connection, events, NAMING)
        for events in events_by_record(connection, uids).values()
    ]
    if any(erased):
        leftovers.note_erasure(session)


def forget_erased_names(session: Session, projected: Projected) -> None:
    """Drop what was typed here and contains a name that was erased elsewhere."""
    if projected.gone:
        leftovers.note_erasure(session)
    removed = projected.former.get("identity", {}).values()
    values = (row[name] for row in removed for name in NAMING)
    names = [value for value in values if isinstance(value, str) and value]
    if names:
        forget_typed(session, names)


def forget_destroyed(session: Session, projected: Projected) -> None:
    """Erase records that cannot exist without a destroyed one, and wait for it in vain.

    Records of the own office are purged, so that peers drop them too; another office purges its
    own.
    """
    connection = session.connection()
    orphans = projected.orphans | _waiting_in_vain(connection)
    if not orphans:
        return
    own = get_own_office(session).uid
    ours = {device.bytes for device in devices_of(session, own)}
    for record, events in events_by_record(connection, orphans).items():
        uid = UUID(bytes=record)
        if any(event.operation == Operation.PURGE for event in events):
            continue
        if UUID(events[0].device).bytes in ours:
            purge_unseen(session, MODELS[orphans[record]], uid)
        else:
            erase_lines(connection, [record])
    change_in(connection, "DELETE FROM waiting_records WHERE record IN", orphans)
    leftovers.note_erasure(session)


def _waiting_in_vain(connection: Connection) -> dict[bytes, str]:
    """Return the records that wait for a purged one, and those that wait for these; with nouns."""
    found: dict[bytes, str] = {}
    waiting = [*connection.exec_driver_sql(_WAITING_FOR_PURGED)]
    while new := {
        record: entity
        for record, entity in waiting
        if record not in found and not _has_row(connection, record, entity)
    }:
        found |= new
        waiting = [*rows_in(connection, _WAITING_FOR, new)]
    return found


def forget_questions(session: Session, projected: Projected) -> None:
    """Drop conflicts and oddities of purged records."""
    if projected.gone:
        gone = {*projected.folded, *projected.orphans}
        for table in ("conflicts", "oddities"):
            delete = f"DELETE FROM {table} WHERE record IN"  # noqa: S608  tables named above
            change_in(session.connection(), delete, gone, _PURGED)


def _has_row(connection: Connection, record: bytes, entity: str) -> bool:
    table = layout_of(entity).table
    query = f"SELECT 1 FROM {table} WHERE uid = ?"  # noqa: S608  a table of ours
    return connection.exec_driver_sql(query, (record,)).first() is not None


def note_conflicts(session: Session, projected: Projected, now: datetime) -> None:
    """Update the list of conflicts from the events of these records.

    Conflicts in another office's records are left to that office: nobody here may change them.
    """
    own = get_own_office(session).uid.bytes
    concurrent = {
        uid: state for uid, (state, owner) in projected.concurrent.items() if owner == own
    }
    events = events_by_record(session.connection(), concurrent)
    for uid, state in concurrent.items():
        record = UUID(bytes=uid)
        changes = Changes(events[uid])
        clashing = {version for version in state.concurrent if any(changes.clashes(version))}
        known = session.scalars(select(FoundConflict).where(FoundConflict.record == record)).all()
        for row in known:
            if row.reviewed_at is None and row.version not in clashing:
                session.delete(row)
        for version in sorted(clashing - {row.version for row in known}):
            session.add(
                FoundConflict(record=record, entity=state.entity, version=version, found_at=now)
            )


def _documents(
    session: Session, projected: Projected, former: Iterable[dict[str, Stored]]
) -> set[Found]:
    """Return the documents of what came, and of the records that mention it."""
    concerned: dict[FoundKind, set[int]] = {}
    for kind in FoundKind:
        if kind is FoundKind.REMARK:
            concerned[kind] = _remarks(projected)
        else:
            concerned[kind] = {*projected.rows[kind], *projected.former.get(kind, ())}
    for entity, columns in upkeep.LINKS.items():
        for column, kind in columns.items():
            concerned[kind] |= _numbers(projected.concerned(entity), column)
    for column, kind in upkeep.LINKS["identity"].items():
        concerned[kind] |= _numbers(former, column)
    first_new = projected.first_new[FoundKind.PARTNER]
    renamed = {number for number in concerned[FoundKind.PARTNER] if number < first_new}
    codes = {str(row["code"]) for row in projected.concerned("entry")}
    return (
        {Found(kind, number) for kind, numbers in concerned.items() for number in numbers}
        | upkeep.documents_naming(session, renamed)
        | upkeep.documents_wording(session, codes)
    )


def _remarks(projected: Projected) -> set[int]:
    """Return the remarks that came or went, and those of which some follow-up did."""
    points = (*projected.rows["point"].items(), *projected.former.get("point", {}).items())
    came = {number for number, row in points if row["meeting_id"] is None}
    following = (
        row
        for entity in upkeep.FOLLOWING
        for row in projected.concerned(entity)
        if row["meeting_id"] is None
    )
    return came | _numbers(following, "point_id")


def _numbers(rows: Iterable[dict[str, Stored]], column: str) -> set[int]:
    return {number for row in rows if isinstance(number := row[column], int)}
