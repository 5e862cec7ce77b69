"""Renewal of a store's device: after a restore, after a copy wrote on, or for new keys."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.events import GENESIS, Operation, version_of
from outreach_app.exchange.stations.registry import (
    enrolled_stations,
    own_station,
    renew_own_station,
)
from outreach_app.models import (
    JOURNALED,
    Device,
    JournalEvent,
    Record,
    Restoration,
    Station,
)
from outreach_app.queries.acknowledgements import find_acknowledged
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import StationStatus

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


def go_on_restored(session: Session, replaced: UUID | None = None) -> Station:
    """Give a restored store a new device, and record the date of its data.

    The store may be older than what it sent under the former device: peers return that. `replaced`
    is the device of the register whose place it takes.
    """
    as_of = journal.current_device(session).last_moment
    station = renew_own_station(session)
    session.add(Restoration(device=station.device, as_of=as_of, replaced=replaced))
    session.flush()
    return station


@use_case(Right.STATIONS)
def rotate_keys(session: Session) -> Station:
    """Change to new keys, under a new device that the present keys vouch for.

    Once a year, or if somebody may have had the present ones. Nothing is lost: peers accept the new
    keys by the certificate in the next file. In doubt each of them should also revoke the former
    device, and enrol the new card, as revoking a station also revokes those it vouched for.
    """
    return renew_own_station(session)


@use_case(Right.STATIONS)
def renew_station(session: Session) -> Station:
    """Give this store a new device after a copy of it went on writing under the old one.

    Peers keep the log of whichever computer sent first, and refuse the other's events of the same
    numbers. So the new device restates every record that the old one changed after the last event
    acknowledged by all peers; later events of the old device are abandoned, and what the peers hold
    under those numbers comes back from them.
    """
    old = own_station(session)
    since = _acknowledged_by_all(session, old.device)
    station = renew_own_station(session)
    old.status = StationStatus.FORKED
    changed = _changed_since(session, old.device, since)
    purged = _purged_since(session, old.device, since)
    cleared = _cleared_since(session, old.device, since)
    _give_up(session, old.device, since)
    for record in changed:
        base, is_cleared = _version_before(session, record.uid), record.uid in cleared
        journal.restate(session, record, base, is_cleared=is_cleared)
    for entity, uid in purged:
        journal.restate_purge(session, _MODELS[entity], uid, _version_before(session, uid))
    session.flush()
    return station


def _give_up(session: Session, device: UUID, since: int) -> None:
    """Cut a log back to its event `since`, and drop later conflicts with it."""
    session.flush()
    connection, place = session.connection(), (device.bytes, since)
    connection.exec_driver_sql(
        "DELETE FROM conflicts WHERE version IN"
        " (SELECT t || '@' || ?3 FROM events WHERE device = ?1 AND seq > ?2)",
        (*place, str(device)),
    )
    connection.exec_driver_sql(
        "INSERT INTO given_up_events SELECT device, seq, head FROM events"
        " WHERE device = ? AND seq > ?",
        place,
    )
    connection.exec_driver_sql("DELETE FROM events WHERE device = ? AND seq > ?", place)
    connection.exec_driver_sql("DELETE FROM kept_heads WHERE device = ? AND last > ?", place)
    row = session.get_one(Device, device)
    last = session.get(JournalEvent, (device, since), populate_existing=True)
    row.upto = since
    row.head = last.head if last else GENESIS


def _acknowledged_by_all(session: Session, device: UUID) -> int:
    """Return the last seq that every enrolled station acknowledged, or 0.

    A number that is too low only restates more than needed, which does no harm.
    """
    said = [
        find_acknowledged(session, [station.device], device)
        for station in enrolled_stations(session)
    ]
    if not said:
        return 0
    written = session.get_one(Device, device).upto
    return min(written, *(row.upto if row else 0 for row in said))


def _changed_since(session: Session, device: UUID, since: int) -> list[Record]:
    """Return the records with events after `since`, parents before children."""
    changed = select(JournalEvent.record).where(
        JournalEvent.device == device, JournalEvent.seq > since
    )
    return [
        record
        for model in JOURNALED
        for record in session.scalars(
            select(model).where(model.uid.in_(changed)).order_by(model.id)
        )
    ]


def _purged_since(session: Session, device: UUID, since: int) -> list[tuple[str, UUID]]:
    """Return the noun and uid of each record purged after `since`, in that order."""
    statement = select(JournalEvent.entity, JournalEvent.record).where(
        JournalEvent.device == device,
        JournalEvent.seq > since,
        JournalEvent.operation == Operation.PURGE,
    )
    return [(entity, uid) for entity, uid in session.execute(statement.order_by(JournalEvent.seq))]


def _cleared_since(session: Session, device: UUID, since: int) -> set[UUID]:
    """Return the uids of the records whose words were cleared after `since`."""
    statement = select(JournalEvent.record).where(
        JournalEvent.device == device,
        JournalEvent.seq > since,
        JournalEvent.operation == Operation.CLEAR,
    )
    return set(session.scalars(statement))


def _version_before(session: Session, record: UUID) -> str | None:
    """Return the last remaining version of a record, or None."""
    statement = (
        select(JournalEvent.t, JournalEvent.device)
        .where(JournalEvent.record == record)
        .order_by(JournalEvent.t.desc(), JournalEvent.device.desc(), JournalEvent.seq.desc())
    )
    row = session.execute(statement.limit(1)).first()
    return version_of(row[0], str(row[1])) if row else None
