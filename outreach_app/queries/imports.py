"""Rows of imports: the imported files, and whether they were undone."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Identity, ImportBatch, ImportedRecord

# Kept as records of their own, but part of a partner, a person or a meeting to everybody.
_PARTS = (Attendance.contract.entity, Identity.contract.entity)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import; `counts` has the number of records created or changed, by noun."""

    uid: UUID
    file_name: str
    imported_at: datetime
    counts: Mapping[str, int]
    is_reverted: bool


def list_imports(session: Session) -> list[ImportRow]:
    """Return the imports of this computer, newest first."""
    counted = (
        select(
            ImportedRecord.batch_id,
            ImportedRecord.entity,
            func.count(ImportedRecord.record.distinct()),
        )
        .where(ImportedRecord.entity.not_in(_PARTS))
        .group_by(ImportedRecord.batch_id, ImportedRecord.entity)
        .order_by(ImportedRecord.batch_id, func.min(ImportedRecord.id))
    )
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for batch, entity, count in session.execute(counted):
        counts[batch][entity] = count
    batches = session.scalars(select(ImportBatch).order_by(ImportBatch.id.desc()))
    return [
        ImportRow(
            batch.uid,
            batch.file_name,
            batch.imported_at,
            counts[batch.id],
            batch.reverted_at is not None,
        )
        for batch in batches
    ]
