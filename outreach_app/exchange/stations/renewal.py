"""The way out of a fork: this store goes on under a new device, and says again what it had said."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.events import version_of
from outreach_app.exchange.stations.registry import (
    StationStatus,
    enrolled_stations,
    own_station,
    renew_own_station,
)
from outreach_app.models import JOURNALED, Identity, JournalEvent, Record, Station
from outreach_app.queries.acknowledgements import find_acknowledged


def renew_station(session: Session) -> Station:
    """Leave a device whose log a copy of this store went on with.

    The others keep the log of whichever sent first, and refuse what the other numbered alike. So
    each record that the old device changed after what every one of them acknowledged is written
    again, whole, by the new device. The old one sends nothing more.
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
    """Return the seq that all have acknowledged. What may be nowhere else is sent again."""
    said = [
        find_acknowledged(session, [station.device], device)
        for station in enrolled_stations(session)
    ]
    return min((row.upto if row else 0 for row in said), default=0)


def _changed_since(session: Session, device: UUID, since: int) -> list[Record]:
    """Parents before children, as they are written."""
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
    """Only identities are erased, and one by one."""
    statement = select(JournalEvent.record).where(
        JournalEvent.device == device,
        JournalEvent.seq > since,
        JournalEvent.operation == "purge",
    )
    return list(session.scalars(statement))


def _version_before(session: Session, record: UUID, device: UUID, since: int) -> str | None:
    """Return the last version of a record that the others can have; None where they have none."""
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
