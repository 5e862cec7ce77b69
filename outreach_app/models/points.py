"""Points: things raised in meetings or received outside them, each with its own reaction."""

from datetime import date, time
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value, partial_index
from outreach_app.models.meetings import Meeting
from outreach_app.models.partners import Partner

if TYPE_CHECKING:
    from outreach_app.models.commitments import Commitment
    from outreach_app.models.publications import Publication
    from outreach_app.models.referrals import Referral
    from outreach_app.models.replies import Reply
    from outreach_app.models.rumours import Rumour


_IS_UNANSWERED = "state = 'received' AND NOT is_deleted"


class Point(OwnedRecord):
    """A point. `state` is a projection of its follow-up, `met_on` of its meeting's day.

    Both are local, computed and never journaled.
    It has a meeting; otherwise it is a remark, with the day, channel (`ch.*`) and number of its
    receipt, and `sensitive_reason` allows words that are otherwise refused. `raised_by` is the
    partner that raised it, if that was recorded; `reacted_on` the day of a later reaction; `rumour`
    the one recorded from it; `publication` the one that a remark is about.
    """

    __tablename__ = "points"
    __table_args__ = (
        Index("ix_points_topic", "topic", "meeting_id"),
        # Finds a remark's number used twice.
        partial_index(
            "ix_points_number",
            "number_sequence",
            "number_year",
            of="number_sequence IS NOT NULL",
        ),
        # Covers the list of points under any filter.
        Index(
            "ix_points_met_on",
            "met_on",
            "meeting_id",
            "position",
            "is_deleted",
            "state",
            "kind",
            "topic",
            "office_id",
        ),
        # Covers the counts of a period, without reading the words of the points.
        Index(
            "ix_points_meeting",
            "meeting_id",
            "is_deleted",
            "topic",
            "kind",
            "state",
            "given_on",
            "closed_on",
        ),
        partial_index(
            "ix_points_unanswered",
            "met_on",
            "meeting_id",
            "position",
            "kind",
            "topic",
            "office_id",
            of=_IS_UNANSWERED,
        ),
        partial_index(
            "ix_points_unanswered_office",
            "office_id",
            "met_on",
            "meeting_id",
            "position",
            "kind",
            "topic",
            of=_IS_UNANSWERED,
        ),
        partial_index(
            "ix_points_received_on",
            "received_on",
            "id",
            of="received_on IS NOT NULL",
        ),
        partial_index("ix_points_deleted", "id", of="is_deleted"),
    )
    contract = Contract(
        "point",
        (
            Link("meeting"),
            Group("received", ("received_on", "received_at", "received_through")),
            Group("number", ("number_year", "number_sequence", "number_station")),
            Value("position"),
            Value("kind"),
            Value("topic"),
            Group("words", ("text", "language", "translation")),
            Value("phrase"),
            Value("reaction"),
            Group("reply", ("reply", "reply_language", "reply_translation")),
            Group("given", ("given_on", "given_to", "given_how")),
            Link("raised_by"),
            Value("reacted_on"),
            Value("closed_on"),
            Link("rumour"),
            Link("publication"),
            Value("sensitive_reason"),
        ),
    )

    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))
    received_on: Mapped[date | None]
    received_at: Mapped[time | None]
    received_through: Mapped[str | None] = mapped_column(String(20))
    number_year: Mapped[int | None]
    number_sequence: Mapped[int | None]
    number_station: Mapped[str | None] = mapped_column(String(8))
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(20))
    text: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    phrase: Mapped[str | None] = mapped_column(String(20))
    reaction: Mapped[str | None] = mapped_column(String(20))
    reply: Mapped[str | None] = mapped_column(Text)
    reply_language: Mapped[str | None] = mapped_column(String(2))
    reply_translation: Mapped[str | None] = mapped_column(Text)
    given_on: Mapped[date | None]
    given_to: Mapped[str | None]
    given_how: Mapped[str | None]
    closed_on: Mapped[date | None]
    raised_by_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    reacted_on: Mapped[date | None]
    rumour_id: Mapped[int | None] = mapped_column(ForeignKey("rumours.id"), index=True)
    publication_id: Mapped[int | None] = mapped_column(ForeignKey("publications.id"), index=True)
    sensitive_reason: Mapped[str | None]
    state: Mapped[str] = mapped_column(String(12), default="received")
    met_on: Mapped[date | None]

    meeting: Mapped[Meeting | None] = relationship(back_populates="points")
    raised_by: Mapped[Partner | None] = relationship()
    rumour: Mapped["Rumour | None"] = relationship()
    publication: Mapped["Publication | None"] = relationship()
    commitments: Mapped[list["Commitment"]] = relationship(
        back_populates="point", order_by="Commitment.id"
    )
    referrals: Mapped[list["Referral"]] = relationship(
        back_populates="point", order_by="Referral.id"
    )
    replies: Mapped[list["Reply"]] = relationship(back_populates="point", order_by="Reply.id")
