"""Clarifications: a precinct's answers to headquarters' questions about its meetings."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting


class Clarification(OwnedRecord):
    """An answer, owned by the precinct.

    `question` is the uid of the review that asks, as text and not as a link: a precinct's records
    depend only on its own.
    """

    __tablename__ = "clarifications"
    contract = Contract(
        "clarification",
        (
            Link("meeting"),
            Value("question"),
            Group("words", ("text", "language", "translation")),
            Value("clarified_on"),
        ),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    question: Mapped[str] = mapped_column(String(36))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    clarified_on: Mapped[date]

    meeting: Mapped[Meeting] = relationship(back_populates="clarifications")
