"""Leave a forked log: continue under a new device and restate what the old one changed."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.events import Operation, version_of
from outreach_app.exchange.stations.registry import (
    enrolled_stations,
    own_station,
    renew_own_station,
)
from outreach_app.models import JOURNALED, Identity, JournalEvent, Record, Station
from outreach_app.queries.acknowledgements import find_acknowledged
from outreach_app.rules.statuses import StationStatus


def renew_station(session: Session) -> Station:
    """Give this store a new device after a copy of it went on writing under the old one.

    The other stations keep the log of whichever computer sent first and refuse the other's events
    of the same numbers. So the new device writes again, whole, each record that the old one changed
    after the last event that every other station acknowledged. The old device sends nothing more.
    """
    old = own_station(session)
    since = _acknowledged_by_all(session, old.device)
    station = renew_own_station(session)
    old.status = StationStatus.FORKED
    for record in _changed_since(session, old.device, since):
        journal.restate(session, record, _version_before(session, record.uid, old.device, since))
    for uid in _purged_since(session, old.device, since):
        base = _version_before(session, uid, old.device, since)
        journal.restate_purge(session, Identity, uid, base)
    session.flush()
    return station


def _acknowledged_by_all(session: Session, device: UUID) -> int:
    """Return the last seq that every enrolled station acknowledged, 0 where one has none.

    A lower number only restates more than needed, which does no harm.
    """
    said = [
        find_acknowledged(session, [station.device], device)
        for station in enrolled_stations(session)
    ]
    return min((row.upto if row else 0 for row in said), default=0)


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


def _purged_since(session: Session, device: UUID, since: int) -> list[UUID]:
    """Return the identities erased after `since`; nothing else is ever purged."""
    statement = select(JournalEvent.record).where(
        JournalEvent.device == device,
        JournalEvent.seq > since,
        JournalEvent.operation == Operation.PURGE,
    )
    return list(session.scalars(statement))


def _version_before(session: Session, record: UUID, device: UUID, since: int) -> str | None:
    """Return the last version of a record that the others can hold, None where they hold none."""
    statement = (
        select(JournalEvent.t, JournalEvent.device)
        .where(
            JournalEvent.record == record,
            (JournalEvent.device != device) | (JournalEvent.seq <= since),
        )
        .order_by(JournalEvent.t.desc(), JournalEvent.device.desc(), JournalEvent.seq.desc())
    )
    row = session.execute(statement.limit(1)).first()
    return version_of(row[0], str(row[1])) if row else None
