"""Referrals: points passed to the competent authority, and its answers."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value, partial_index
from outreach_app.models.meetings import Meeting
from outreach_app.models.points import Point

_NARROWING = ("destination", "meeting_id", "point_id", "is_deleted")
_IS_AWAITING = "answered_on IS NULL AND NOT is_deleted"


class Referral(OwnedRecord):
    """A referral to `destination` (`rf.*`) about `topic` (`tp.*`).

    It has a meeting, or the remark that it follows as its `point`. `made_on` is the day of one that
    was decided after its meeting.
    """

    __tablename__ = "referrals"
    __table_args__ = (
        partial_index(
            "ix_referrals_unanswered",
            "sent_on",
            "meeting_id",
            of=_IS_AWAITING,
        ),
        # These cover the list under any filter, and what awaits an answer from a few offices.
        Index("ix_referrals_answered_on", "answered_on", "sent_on", "id", "office_id", *_NARROWING),
        partial_index(
            "ix_referrals_unanswered_office",
            "office_id",
            "sent_on",
            "id",
            "answered_on",  # it is known, but without it SQLite reads the rows
            *_NARROWING,
            of=_IS_AWAITING,
        ),
    )
    contract = Contract(
        "referral",
        (
            Link("meeting"),
            Link("point"),
            Value("position"),
            Value("destination"),
            Value("topic"),
            Value("made_on"),
            Value("sent_on"),
            Group("answer", ("answered_on", "answer", "answer_language", "answer_translation")),
        ),
    )

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    point_id: Mapped[int | None] = mapped_column(ForeignKey("points.id"), index=True)
    position: Mapped[int]
    destination: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(20))
    made_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer: Mapped[str | None] = mapped_column(Text)
    answer_language: Mapped[str | None] = mapped_column(String(2))
    answer_translation: Mapped[str | None] = mapped_column(Text)

    meeting: Mapped[Meeting | None] = relationship(back_populates="referrals")
    point: Mapped[Point | None] = relationship(back_populates="referrals")
