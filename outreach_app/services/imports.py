"""Use cases of imports: keep which records a file brought, undo an import."""

from dataclasses import dataclass
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import clock, journal
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.models import (
    JOURNALED,
    Attendance,
    ImportBatch,
    ImportedRecord,
    Issue,
    Meeting,
    Partner,
    Record,
)
from outreach_app.queries.records import get_record
from outreach_app.services import records
from outreach_app.services.points import refresh_states

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class Reverted:
    """What undoing an import did: records taken out, put back as they were, and left alone."""

    removed: int
    restored: int
    kept: int


def keep_batch(session: Session, file_name: str) -> UUID:
    """Write down every record this transaction created or changed, under a new batch."""
    session.flush()
    batch = ImportBatch(uid=uuid_utils.compat.uuid7(), file_name=file_name, imported_at=clock.now())
    batch.records = [
        ImportedRecord(
            entity=record.contract.entity,
            record=record.uid,
            version_before=version_before,
            version_after=record.version,
        )
        for record, version_before in journal.changes(session)
    ]
    session.add(batch)
    return batch.uid


def revert_import(session: Session, batch_uid: UUID) -> Reverted:
    """Undo an import. What was changed since the import is kept as it is. Raises NotFound."""
    statement = select(ImportBatch).where(ImportBatch.uid == batch_uid)
    batch = session.scalars(statement).one_or_none()
    if batch is None or batch.reverted_at is not None:
        raise NotFound(_("There is no import {uid} to undo.").format(uid=batch_uid))
    removed = restored = kept = 0
    meetings: dict[Meeting, None] = {}
    needed = _needed_by_others(session, batch)
    for row in batch.records:
        record = get_record(session, _MODELS[row.entity], row.record)
        if record.version != row.version_after or record in needed:
            kept += 1
        elif row.version_before is None:
            record.is_deleted = True
            removed += 1
        else:
            records.put_back(session, record, row.version_after)
            restored += 1
        if isinstance(record, Meeting):
            meetings[record] = None
    for meeting in meetings:
        refresh_states(meeting)
    batch.reverted_at = clock.now()
    return Reverted(removed, restored, kept)


def _needed_by_others(session: Session, batch: ImportBatch) -> set[Record]:
    """What later work stands on: meetings given out or worked on since, partners met since."""
    after = {row.record: row.version_after for row in batch.records}
    needed: set[Record] = set()
    for row in batch.records:
        record = get_record(session, _MODELS[row.entity], row.record)
        if isinstance(record, Meeting):
            parts = [*record.attendances, *record.points, *record.commitments, *record.referrals]
            issued = select(Issue.id).where(Issue.meeting_id == record.id).limit(1)
            if session.scalar(issued) or any(p.version != after.get(p.uid) for p in parts):
                needed.update([record, *parts, *(a.partner for a in record.attendances)])
        elif isinstance(record, Partner):
            met = session.scalars(select(Attendance).where(Attendance.partner_id == record.id))
            if any(attendance.uid not in after for attendance in met if not attendance.is_deleted):
                needed.add(record)
    return needed
