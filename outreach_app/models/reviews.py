"""Reviews: headquarters' decisions on precincts' meetings."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting


class Review(OwnedRecord):
    """A review, owned by headquarters: it accepts the meeting, or asks a question in `text`.

    A meeting can have several; the last one decides its state.
    """

    __tablename__ = "reviews"
    contract = Contract(
        "review",
        (
            Link("meeting"),
            Value("verdict"),
            Group("words", ("text", "language", "translation")),
            Value("reviewed_on"),
        ),
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    verdict: Mapped[str] = mapped_column(String(12))
    text: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    reviewed_on: Mapped[date]

    meeting: Mapped[Meeting] = relationship(back_populates="reviews")
