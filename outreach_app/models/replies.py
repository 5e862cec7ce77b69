"""Replies: headquarters' answers to precincts' points."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.points import Point


class Reply(OwnedRecord):
    """A reply, owned by headquarters: the point stays the precinct's, so the two never conflict."""

    __tablename__ = "replies"
    contract = Contract(
        "reply",
        (
            Link("point"),
            Group("words", ("text", "language", "translation")),
            Value("replied_on"),
        ),
    )

    point_id: Mapped[int] = mapped_column(ForeignKey("points.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    replied_on: Mapped[date]

    point: Mapped[Point] = relationship(back_populates="replies")
