"""Commitments: what was promised, by whom and by when."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value, partial_index
from outreach_app.models.meetings import Meeting
from outreach_app.models.partners import Partner
from outreach_app.models.points import Point

_IS_OPEN = "status IN ('cst.open', 'cst.in_progress', 'cst.partly')"


class Commitment(OwnedRecord):
    """A commitment. `owner` is office, partner or authority; overdue is computed, never stored.

    It has a meeting, or the remark that it follows as its `point`. `partner` or `authority`
    (`rf.*`) says who owes it, if that was recorded. `made_on` is the day of one made after its
    meeting, `status_on` the day from which the status holds, and `status_reason` why it was set
    aside, or what was done to keep it, in the language of its letters.
    """

    __tablename__ = "commitments"
    __table_args__ = (
        partial_index(
            "ix_commitments_open",
            "due_on",
            "id",
            "owner",
            "status",
            "is_deleted",
            "office_id",
            "meeting_id",
            "point_id",
            of=_IS_OPEN,
        ),
        # Of a few offices, whose rows are read in their order of days.
        partial_index(
            "ix_commitments_open_office",
            "office_id",
            "due_on",
            "id",
            "owner",
            "status",
            "is_deleted",
            "meeting_id",
            "point_id",
            of=_IS_OPEN,
        ),
        Index("ix_commitments_meeting", "meeting_id", "is_deleted", "status", "due_on"),
        Index("ix_commitments_due_on", "due_on", "id", "status", "is_deleted", "office_id"),
    )
    contract = Contract(
        "commitment",
        (
            Link("meeting"),
            Link("point"),
            Value("position"),
            Group("words", ("text", "language", "translation")),
            Value("owner"),
            Link("partner"),
            Value("authority"),
            Value("due_on"),
            Value("made_on"),
            Group(
                "status",
                ("status", "status_reason", "status_reason_translation", "status_on"),
            ),
        ),
    )

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    point_id: Mapped[int | None] = mapped_column(ForeignKey("points.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(String(10))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    authority: Mapped[str | None] = mapped_column(String(20))
    due_on: Mapped[date | None]
    made_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(String(20))
    status_reason: Mapped[str | None] = mapped_column(Text)
    status_reason_translation: Mapped[str | None] = mapped_column(Text)
    status_on: Mapped[date | None]

    meeting: Mapped[Meeting | None] = relationship(back_populates="commitments")
    point: Mapped[Point | None] = relationship(back_populates="commitments")
    partner: Mapped[Partner | None] = relationship()
