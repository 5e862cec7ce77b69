"""The journal: each change of a record is an immutable event in the same transaction."""

import secrets
from collections.abc import Collection
from functools import cache, partial
from uuid import UUID

from sqlalchemy import Select, event, inspect, select
from sqlalchemy.orm import PassiveFlag, Session, UOWTransaction
from sqlalchemy.orm.attributes import get_history

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.change_recording import Changed, Recording
from outreach_app.database import SessionValue, StoreSession, state_of
from outreach_app.erased_lines import Eraser, erase_cleared, erase_lines
from outreach_app.errors import NotAllowed
from outreach_app.events import (
    Event,
    Fields,
    Operation,
    PlacedEvent,
    chain,
    encode,
    line_hash,
)
from outreach_app.i18n import gettext as _
from outreach_app.models import Device, JournalEvent, Office, Record
from outreach_app.models.base import OwnedRecord, moment_text, snapshot

_Row = tuple[bytes, int, int, str, bytes, str, bytes, bytes, bytes]
_INSERT = (
    "INSERT INTO events (device, seq, t, entity, record, operation, line, line_hash, head)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# What a write has recorded so far; None in a session that has changed no record.
_RECORDING = SessionValue[Recording]()
_CURRENT = SessionValue[Device]()


def current_device(session: Session) -> Device:
    """Return this store's own device, read once per session unless another takes its place."""
    known = _CURRENT.find(session)
    if known is None or known not in session or not known.is_current:
        known = session.scalars(_select_current()).one()
        _CURRENT.keep(session, known)
    return known


@cache
def _select_current() -> Select[Device]:
    """Build the query once: every write needs it."""
    return select(Device).where(Device.is_current)


def restate(
    session: Session, record: Record, base: str | None, *, is_cleared: bool = False
) -> None:
    """Write every field of a record again under this device; `base` is the version that peers hold.

    Used if peers rejected the earlier events, or must not see them. With `is_cleared` they also
    drop its earlier words.
    """
    recording = _recording(session)
    recording.note(record, base)
    recording.fields[record] = {field.name for field in record.contract.fields}
    record.version = recording.version
    if is_cleared:
        recording.cleared.add(record)


def clear(session: Session, record: Record) -> None:
    """Write a changed record whole, and reduce its earlier words to hashes.

    Other stations do the same when they receive the event.
    """
    session.flush()
    restate(session, record, _recording(session).bases[record], is_cleared=True)


def restate_purge(session: Session, model: type[Record], uid: UUID, base: str | None) -> None:
    """Write again, as this device, that a record was erased."""
    recording, gone = _recording(session), model(uid=uid)
    recording.note(gone, base)
    _write(session, [_next_row(recording, state_of(session).actor, gone, Operation.PURGE, {})])


def events_of(session: Session, uid: UUID) -> list[PlacedEvent]:
    """Return the events of one record, in no particular order."""
    return events_of_each(session, [uid])[uid]


def events_of_each(session: Session, uids: Collection[UUID]) -> dict[UUID, list[PlacedEvent]]:
    """Return the events of some records, each in no particular order, by one question."""
    found: dict[UUID, list[PlacedEvent]] = {uid: [] for uid in uids}
    for row in session.scalars(select(JournalEvent).where(JournalEvent.record.in_(uids))):
        found[row.record].append(placed(row))
    return found


def placed(row: JournalEvent) -> PlacedEvent:
    """Return a journal row in the form that the fold takes."""
    return PlacedEvent(row.t, str(row.device), row.seq, row.entity, row.operation, row.line)


def changes(session: Session) -> list[Changed]:
    """Return each record that this transaction has changed so far."""
    recording = _RECORDING.find(session)
    return recording.changes() if recording else []


def count_changes(session: Session) -> int:
    """Count the records that this transaction has changed so far."""
    recording = _RECORDING.find(session)
    return len(recording.before) if recording else 0


def settle(session: Session) -> list[Changed]:
    """Write the events of all changes so far, expunge those records and return the changes.

    Bulk work calls it after each portion, to bound memory. A record that changes again gets a
    further event of the same version, and is returned again.
    """
    session.flush()
    recording = _recording(session)
    settled, told = list(recording.fields), changes(session)
    _append(session)
    recording.bases.clear()
    recording.before.clear()
    for record in settled:
        session.expunge(record)
    return told


def purge(session: Session, record: Record, erase: Eraser = erase_lines) -> None:
    """Erase a record for good: delete its row and lines, and write a last event for its peers."""
    session.flush()
    recording = _recording(session)
    recording.fields.pop(record, None)
    recording.note(record, record.version)
    _write(session, [_next_row(recording, state_of(session).actor, record, Operation.PURGE, {})])
    session.expunge(record)
    erase(session.connection(), [record.uid.bytes])
    delete = f"DELETE FROM {record.__tablename__} WHERE id = ?"  # noqa: S608  a table of ours
    session.connection().exec_driver_sql(delete, (record.id,))


def purge_unseen(session: Session, model: type[Record], uid: UUID) -> None:
    """Erase a record that is in the journal but in no table, and write the event for its peers."""
    events = sorted(events_of(session, uid), key=lambda each: (each.t, each.device, each.seq))
    restate_purge(session, model, uid, events[-1].version)
    erase_lines(session.connection(), [uid.bytes])


@event.listens_for(StoreSession, "before_flush")
def _stamp(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Give each record about to be written the version of this transaction's event."""
    if any(isinstance(record, Record) for record in session.deleted):
        raise TypeError("records are deleted softly: set is_deleted")
    for record in _changed_records(session):
        recording = _recording(session)
        _require_own(session, record, recording)
        if record not in recording.bases:
            recording.note(record, record.version if inspect(record).has_identity else None)
        record.version = recording.version


@event.listens_for(StoreSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    new = session.new
    for record in _changed_records(session):
        fields = _recording(session).fields.setdefault(record, set())
        fields.update(_given_fields(record) if record in new else _changed_fields(record))


@event.listens_for(StoreSession, "before_commit")
def _append(session: Session) -> None:
    session.flush()
    recording = _RECORDING.find(session)
    if recording is None:
        return
    actor = state_of(session).actor
    rows = []
    for record, names in recording.fields.items():
        operation = Operation.DELETE if record.is_deleted else Operation.SET
        if record in recording.cleared:
            operation = Operation.CLEAR
        values = _values(record, frozenset(names), is_new=recording.bases[record] is None)
        rows.append(_next_row(recording, actor, record, operation, values))
        recording.bases[record] = record.version
    recording.fields.clear()
    recording.device.highest_t = recording.t
    _write(session, rows)
    for record in recording.cleared:
        erase_cleared(session.connection(), events_of(session, record.uid))
    recording.cleared.clear()


def _write(session: Session, rows: list[_Row]) -> None:
    """Insert rows into the journal directly, and flush how far the log has come."""
    if rows:
        session.connection().exec_driver_sql(_INSERT, rows)
    session.flush()


def _require_own(session: Session, record: Record, recording: Recording) -> None:
    """Raise NotAllowed for another office's record: peers would refuse the whole log for it."""
    owner = record.office_id if isinstance(record, OwnedRecord) else record.id
    if isinstance(record, Office) and not inspect(record).has_identity:
        return  # it has no row id yet
    if owner != recording.office and state_of(session).actor is not Actor.PROGRAM:
        message = _("This belongs to another office: only that office can change it.")
        raise NotAllowed(message, code="another_office")


def _recording(session: Session) -> Recording:
    return _RECORDING.get_or_make(session, partial(_begin_recording, session))


def _begin_recording(session: Session) -> Recording:
    with session.no_autoflush:
        office = session.scalar(select(Office.id).order_by(Office.id).limit(1))
        return Recording(current_device(session), office, clock.now())


def _changed_records(session: Session) -> list[Record]:
    """Return new records and those with a changed journaled field; projections do not count."""
    new = [record for record in session.new if isinstance(record, Record)]
    changed = [
        record
        for record in session.dirty
        if isinstance(record, Record)
        and (_has_changed(record, "is_deleted") or _changed_fields(record))
    ]
    return new + changed


def _changed_fields(record: Record) -> set[str]:
    return {
        field.name
        for field in record.contract.fields
        if any(_has_changed(record, name) for name in (field.name, *field.columns))
    }


def _given_fields(record: Record) -> set[str]:
    """Return the fields that a new record was given."""
    given = inspect(record).committed_state
    return {
        field.name
        for field in record.contract.fields
        if field.name in given or not given.keys().isdisjoint(field.columns)
    }


def _has_changed(record: Record, name: str) -> bool:
    # A field that was never set cannot have changed: true of most columns in a large import.
    is_set = name in inspect(record).committed_state
    return is_set and get_history(record, name, PassiveFlag.PASSIVE_NO_INITIALIZE).has_changes()


def _values(record: Record, names: frozenset[str], *, is_new: bool) -> Fields:
    values = snapshot(record, names)
    return {name: value for name, value in values.items() if not is_new or value is not None}


def _next_row(
    recording: Recording, actor: Actor, record: Record, operation: Operation, values: Fields
) -> _Row:
    """Return the next row of this store's log, and advance the log's head."""
    device = recording.device
    event_ = Event(
        s=secrets.token_hex(16),
        seq=device.upto + 1,
        t=recording.t,
        ent=record.contract.entity,
        id=str(record.uid),
        op=operation,
        at=moment_text(recording.now),
        by=str(actor.value),
        base=recording.bases[record],
        d=values,
    )
    line = encode(event_)
    hashed = line_hash(line)
    device.upto = event_.seq
    device.head = chain(device.head, hashed)
    return (
        device.uid.bytes,
        event_.seq,
        event_.t,
        event_.ent,
        record.uid.bytes,
        event_.op.value,
        line,
        hashed,
        device.head,
    )
