"""Records made and taken back before any file left: nothing of them is sent but hashes."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, not_, select
from sqlalchemy.orm import Session, aliased

from outreach_app.events import Operation
from outreach_app.models import Bundle, ImportBatch, ImportedRecord, JournalEvent
from outreach_app.rules.kinds import BundleDirection


def count_withdrawn(session: Session, among: ColumnElement[bool]) -> int:
    """Count the events of withdrawn records among some events; to a person they are no changes."""
    found = select(func.count()).select_from(JournalEvent).where(among)
    return session.scalar(found.where(JournalEvent.record.in_(select_withdrawn(among)))) or 0


def select_withdrawn(among: ColumnElement[bool]) -> Select[UUID]:
    """Select the uids of the records that undoing an import purged, and that no file had before.

    A file reports a log to its end, so one that holds the purge was written after it.
    """
    undone = select(ImportedRecord.record).join(
        ImportBatch,
        and_(ImportBatch.id == ImportedRecord.batch_id, ImportBatch.reverted_at.is_not(None)),
    )
    purged = select(JournalEvent.record).where(
        among,
        JournalEvent.operation == Operation.PURGE,
        JournalEvent.record.in_(undone.where(ImportedRecord.version_before.is_(None))),
    )
    event, purge = aliased(JournalEvent), aliased(JournalEvent)
    is_after = and_(Bundle.device == purge.device, Bundle.last >= purge.seq)
    left = exists().where(
        event.record == JournalEvent.record,
        purge.record == JournalEvent.record,
        purge.operation == Operation.PURGE,
        Bundle.direction == BundleDirection.OUT,
        Bundle.device == event.device,
        Bundle.first <= event.seq,
        Bundle.last >= event.seq,
        not_(is_after),
    )
    return purged.where(not_(left))
