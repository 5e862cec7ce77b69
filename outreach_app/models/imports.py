"""Imports: the records that a file changed, so that an import can be undone."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Base, FileNameType


class ImportBatch(Base):
    """Local, never journaled: one import of one file."""

    __tablename__ = "import_batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True)
    file_name: Mapped[str] = mapped_column(FileNameType)
    imported_at: Mapped[datetime]
    reverted_at: Mapped[datetime | None]

    records: Mapped[list["ImportedRecord"]] = relationship(order_by="ImportedRecord.id")


class ImportedRecord(Base):
    """A record as the import left it; `version_before` is None if the import created it."""

    __tablename__ = "imported_records"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), index=True)
    entity: Mapped[str] = mapped_column(String(20))
    record: Mapped[UUID]
    version_before: Mapped[str | None] = mapped_column(String(60))
    version_after: Mapped[str] = mapped_column(String(60))
