"""Events: the rows of the journal, kept as they were written."""

from uuid import UUID

from sqlalchemy import Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class JournalEvent(Base):
    """One event. `line` is None for a stub: `line_hash` and `head` still verify the chain."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_record", "record"),
        {"sqlite_with_rowid": False},
    )

    device: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    t: Mapped[int]
    entity: Mapped[str] = mapped_column(String(20))
    record: Mapped[UUID]
    operation: Mapped[str] = mapped_column(String(5))
    line: Mapped[bytes | None]
    line_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
