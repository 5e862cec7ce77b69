"""Issues: the numbered versions of a summary that were given out."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting


class Issue(OwnedRecord):
    """One version of a meeting's summary: the same facts, however often printed, are one issue."""

    __tablename__ = "issues"
    contract = Contract(
        "issue",
        (Link("meeting"), Value("edition"), Value("fingerprint"), Value("issued_at")),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    edition: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[datetime]

    meeting: Mapped[Meeting] = relationship()
