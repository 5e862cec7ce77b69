"""Commitments: what was promised, by whom and by when."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting
from outreach_app.models.points import Point


class Commitment(OwnedRecord):
    """A promise. `owner` is office, partner or authority; overdue is computed, never stored."""

    __tablename__ = "commitments"
    __table_args__ = (
        Index(
            "ix_commitments_open",
            "due_on",
            sqlite_where=text("status IN ('cst.open', 'cst.in_progress', 'cst.partly')"),
        ),
    )
    contract = Contract(
        "commitment",
        (
            Link("meeting"),
            Link("point"),
            Value("position"),
            Group("words", ("text", "language", "translation")),
            Value("owner"),
            Value("due_on"),
            Group("status", ("status", "status_reason")),
        ),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    point_id: Mapped[int | None] = mapped_column(ForeignKey("points.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(10))
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20))
    status_reason: Mapped[str | None] = mapped_column(Text)

    meeting: Mapped[Meeting] = relationship(back_populates="commitments")
    point: Mapped[Point | None] = relationship()
