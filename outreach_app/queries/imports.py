"""Rows of imports: the imported files, and whether they were undone."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import ImportBatch, ImportedRecord


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import; `records` counts what it created or changed, `is_reverted` if it was undone."""

    uid: UUID
    file_name: str
    imported_at: datetime
    records: int
    is_reverted: bool


def list_imports(session: Session) -> list[ImportRow]:
    """Return the imports of this computer, newest first."""
    counted = (
        select(func.count(ImportedRecord.record.distinct()))
        .where(ImportedRecord.batch_id == ImportBatch.id)
        .correlate(ImportBatch)
        .scalar_subquery()
    )
    statement = select(ImportBatch, counted).order_by(ImportBatch.id.desc())
    return [
        ImportRow(
            batch.uid, batch.file_name, batch.imported_at, count, batch.reverted_at is not None
        )
        for batch, count in session.execute(statement)
    ]
