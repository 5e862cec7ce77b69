"""The journal: every change of every write, as an immutable event in the same transaction."""

import secrets
from datetime import datetime
from string import ascii_uppercase
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import event, func, inspect, select
from sqlalchemy.orm import PassiveFlag, Session, UOWTransaction
from sqlalchemy.orm.attributes import get_history

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import StoreSession
from outreach_app.erased_lines import erase_cleared, erase_lines
from outreach_app.errors import NotAllowed
from outreach_app.events import (
    GENESIS,
    Event,
    Fields,
    Operation,
    PlacedEvent,
    chain,
    encode,
    line_hash,
    version_of,
)
from outreach_app.i18n import gettext as _
from outreach_app.models import Device, JournalEvent, Office, Record, Station
from outreach_app.models.base import OwnedRecord, moment_text, snapshot


class _Recording:
    """Collects what one transaction changes: per record, the fields and the version before."""

    def __init__(self, device: Device, office: int | None, now: datetime) -> None:
        self.device = device
        self.office = office
        self.now = now
        self.t = max(int(now.timestamp() * 1000), device.highest_t + 1)
        self.bases: dict[Record, str | None] = {}
        self.fields: dict[Record, set[str]] = {}
        self.cleared: set[Record] = set()

    @property
    def version(self) -> str:
        return version_of(self.t, str(self.device.uid))


def current_device(session: Session) -> Device:
    """Return this store's own device."""
    return session.scalars(select(Device).where(Device.is_current)).one()


def enrol_device(session: Session) -> Device:
    """Give this store a new device id; the next letters mark the numbers it will give.

    The first device of an office has none, then B, C … Z, AA, AB … Time stamps go on from the old
    device's.
    """
    highest_t = session.scalar(select(func.max(Device.highest_t))) or 0
    for former in session.scalars(select(Device).where(Device.is_current)):
        former.is_current = False
    own_office = select(Office.uid).order_by(Office.id).limit(1).scalar_subquery()
    of_office = select(func.count()).select_from(Station).where(Station.office == own_office)
    place = session.scalar(of_office) or 0
    device = Device(
        uid=uuid_utils.compat.uuid7(),
        letter=_letters(place) if place else "",
        is_current=True,
        since=clock.now(),
        upto=0,
        head=GENESIS,
        highest_t=highest_t,
    )
    session.add(device)
    session.flush()
    return device


def _letters(place: int) -> str:
    """Return the letters of a place from 0, as spreadsheets name columns: A to Z, then AA."""
    before, last = divmod(place, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]


def restate(
    session: Session, record: Record, base: str | None, *, is_cleared: bool = False
) -> None:
    """Write every field of a record again, as this device's; `base` is the version others hold.

    For others who do not take the events before, or who are not to see them. Where it `is_cleared`
    they keep no words of before either.
    """
    recording = _recording(session)
    recording.bases[record] = base
    recording.fields[record] = {field.name for field in record.contract.fields}
    record.version = recording.version
    if is_cleared:
        recording.cleared.add(record)


def clear(session: Session, record: Record) -> None:
    """Write a changed record whole; of the words that it held before the hashes stay.

    The other stations do the same when the event reaches them.
    """
    session.flush()
    restate(session, record, _recording(session).bases[record], is_cleared=True)


def restate_purge(session: Session, model: type[Record], uid: UUID, base: str | None) -> None:
    """Say again that a record was erased."""
    recording, gone = _recording(session), model(uid=uid)
    recording.bases[gone] = base
    session.add(_next_event(recording, session.info["actor"], gone, Operation.PURGE, {}))
    session.flush()


def events_of(session: Session, uid: UUID) -> list[PlacedEvent]:
    """Return the events of one record, in no particular order."""
    rows = session.scalars(select(JournalEvent).where(JournalEvent.record == uid))
    return [placed(row) for row in rows]


def placed(row: JournalEvent) -> PlacedEvent:
    """Return a journal row as the fold takes it."""
    return PlacedEvent(row.t, str(row.device), row.seq, row.entity, row.operation, row.line)


def changes(session: Session) -> list[tuple[Record, str | None]]:
    """Return each record that this transaction changed so far, and its version before, if any."""
    recording: _Recording | None = session.info.get("recording")
    return list(recording.bases.items()) if recording else []


def count_changes(session: Session) -> int:
    """Count the records that this transaction changed so far."""
    return len(changes(session))


def purge(session: Session, record: Record) -> None:
    """Erase a record for good: its row and its lines go, one last event tells the others to."""
    session.flush()
    recording = _recording(session)
    recording.fields.pop(record, None)
    recording.bases[record] = record.version
    session.add(_next_event(recording, session.info["actor"], record, Operation.PURGE, {}))
    session.flush()
    session.expunge(record)
    erase_lines(session.connection(), [record.uid.bytes])
    delete = f"DELETE FROM {record.__tablename__} WHERE id = ?"  # noqa: S608  a table of ours
    session.connection().exec_driver_sql(delete, (record.id,))


def purge_unseen(session: Session, model: type[Record], uid: UUID) -> None:
    """Erase for good what this store has in its journal and in no table, and tell the others to."""
    events = sorted(events_of(session, uid), key=lambda each: (each.t, each.device, each.seq))
    restate_purge(session, model, uid, events[-1].version)
    erase_lines(session.connection(), [uid.bytes])


@event.listens_for(StoreSession, "before_flush")
def _stamp(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Give each record about to be written the version that this transaction's event will have."""
    if any(isinstance(record, Record) for record in session.deleted):
        raise TypeError("records are deleted softly: set is_deleted")
    for record in _changed(session):
        recording = _recording(session)
        _require_own(session, record, recording)
        if record not in recording.bases:
            recording.bases[record] = record.version if inspect(record).has_identity else None
        record.version = recording.version


@event.listens_for(StoreSession, "after_flush")
def _collect(session: Session, _context: UOWTransaction) -> None:
    for record in _changed(session):
        fields = _recording(session).fields.setdefault(record, set())
        fields.update(_changed_fields(record))


@event.listens_for(StoreSession, "before_commit")
def _append(session: Session) -> None:
    session.flush()
    recording: _Recording | None = session.info.get("recording")
    if recording is None:
        return
    actor: Actor = session.info["actor"]
    for record, names in recording.fields.items():
        operation = Operation.DELETE if record.is_deleted else Operation.SET
        if record in recording.cleared:
            operation = Operation.CLEAR
        values = _values(record, frozenset(names), is_new=recording.bases[record] is None)
        session.add(_next_event(recording, actor, record, operation, values))
    recording.device.highest_t = recording.t
    session.flush()
    for record in recording.cleared:
        erase_cleared(session.connection(), events_of(session, record.uid))


def _require_own(session: Session, record: Record, recording: _Recording) -> None:
    """Raise NotAllowed for another office's record; others would refuse the whole log for it."""
    owner = record.office_id if isinstance(record, OwnedRecord) else record.id
    if isinstance(record, Office) and not inspect(record).has_identity:
        return  # it has no number yet
    if owner != recording.office and session.info["actor"] is not Actor.PROGRAM:
        message = _("This belongs to another office: only that office can change it.")
        raise NotAllowed(message, code="another_office")


def _recording(session: Session) -> _Recording:
    if "recording" not in session.info:
        with session.no_autoflush:
            office = session.scalar(select(Office.id).order_by(Office.id).limit(1))
            session.info["recording"] = _Recording(current_device(session), office, clock.now())
    recording: _Recording = session.info["recording"]
    return recording


def _changed(session: Session) -> list[Record]:
    """Return new records and those with a changed journaled field; projections do not count."""
    return [
        record
        for record in (*session.new, *session.dirty)
        if isinstance(record, Record)
        and (record in session.new or _has_changed(record, "is_deleted") or _changed_fields(record))
    ]


def _changed_fields(record: Record) -> set[str]:
    return {
        field.name
        for field in record.contract.fields
        if any(_has_changed(record, name) for name in (field.name, *field.columns))
    }


def _has_changed(record: Record, name: str) -> bool:
    # What was never set cannot have changed: most columns of a large import.
    is_set = name in inspect(record).committed_state
    return is_set and get_history(record, name, PassiveFlag.PASSIVE_NO_INITIALIZE).has_changes()


def _values(record: Record, names: frozenset[str], *, is_new: bool) -> Fields:
    values = snapshot(record, names)
    return {name: value for name, value in values.items() if not is_new or value is not None}


def _next_event(
    recording: _Recording, actor: Actor, record: Record, operation: Operation, values: Fields
) -> JournalEvent:
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
    device.upto, device.head = event_.seq, chain(device.head, hashed)
    return JournalEvent(
        device=device.uid,
        seq=event_.seq,
        t=event_.t,
        entity=event_.ent,
        record=record.uid,
        operation=event_.op,
        line=line,
        line_hash=hashed,
        head=device.head,
    )
