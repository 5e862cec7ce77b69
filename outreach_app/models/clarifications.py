"""Clarifications: what a precinct answers to a question of headquarters about its meeting."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting


class Clarification(OwnedRecord):
    """Owned by the precinct; `question` is the uid of the review that asks, as text and no link.

    What a precinct writes hangs on its own records alone.
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
