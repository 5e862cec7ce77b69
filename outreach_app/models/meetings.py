"""Meetings, planned or held, with the log of the session."""

from datetime import date, time
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, ForeignKey, Index, String, Text, column, func, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value, partial_index
from outreach_app.models.ordered_words import ordered_words
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.people import people_of

if TYPE_CHECKING:
    from outreach_app.models.attendances import Attendance
    from outreach_app.models.clarifications import Clarification
    from outreach_app.models.commitments import Commitment
    from outreach_app.models.points import Point
    from outreach_app.models.referrals import Referral
    from outreach_app.models.reviews import Review


_NARROWING = ("status", "kind", "channel", "review", "is_deleted")
# The statement of an index has no parameters.
_KINDS = ", ".join(f"'{kind}'" for kind in AWARENESS_KINDS)
IS_AWARENESS = f"kind IN ({_KINDS})"


def _by_subject(own: str, other: str) -> Index:
    """Return an index in the order of subjects in a language, those of a day newest first."""
    subject = ordered_words(column(own), column(other))
    newest = (text("held_on DESC"), text("id DESC"))
    return Index(f"ix_meetings_{own}", subject, *newest, "office_id", *_NARROWING)


class Meeting(OwnedRecord):
    """A meeting. `bodies` and `kinds_present` are used if no list of those present was kept.

    An awareness action is a meeting too: `establishments` to `associations` are its audience,
    pupils included in the beneficiaries, and `last_on` is the last day of one of several days.
    `review` is its review state: local, computed and never journaled.
    """

    __tablename__ = "meetings"
    __table_args__ = (
        # Cover lists and counts under any filter, so that the wide rows are not read.
        Index("ix_meetings_held_on", "held_on", "id", "office_id", *_NARROWING),
        Index("ix_meetings_office_held_on", "office_id", "held_on", "id", *_NARROWING),
        _by_subject("subject_ar", "subject_fr"),
        _by_subject("subject_fr", "subject_ar"),
        Index("ix_meetings_number", "number_sequence", "number_year"),
        # Covers the list of awareness actions, and the sums of their audience.
        partial_index(
            "ix_meetings_awareness",
            "held_on",
            "id",
            "office_id",
            "kind",
            "status",  # these two are known, but without them SQLite takes a wider index
            "is_deleted",
            "establishments",
            "pupils",
            "beneficiaries",
            "headcount",
            "associations",
            of=f"status = 'held' AND NOT is_deleted AND {IS_AWARENESS}",
        ),
        partial_index("ix_meetings_deleted", "id", of="is_deleted"),
    )
    contract = Contract(
        "meeting",
        (
            Value("reference"),
            Group("number", ("number_year", "number_sequence", "number_station")),
            Group("status", ("status", "status_reason")),
            Group("when", ("held_on", "starts_at", "ends_at")),
            Value("kind"),
            Value("channel"),
            Value("place_ar"),
            Value("place_fr"),
            Value("subject_ar"),
            Value("subject_fr"),
            Group("people", ("headcount", "women")),
            Group("reached", ("establishments", "pupils", "beneficiaries", "associations")),
            Value("last_on"),
            Value("bodies"),
            Value("kinds_present"),
            Group("assessment", ("assessment", "assessment_language", "assessment_translation")),
            Value("source"),
            Value("sensitive_reason"),
            Link("follows"),
        ),
    )

    reference: Mapped[str | None] = mapped_column(index=True)
    number_year: Mapped[int | None]
    number_sequence: Mapped[int | None]
    number_station: Mapped[str | None] = mapped_column(String(8))
    status: Mapped[str] = mapped_column(String(20))
    status_reason: Mapped[str | None] = mapped_column(Text)
    # The former day is loaded too: the totals of its month are recounted.
    held_on: Mapped[date] = mapped_column(active_history=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    kind: Mapped[str] = mapped_column(String(20))
    channel: Mapped[str] = mapped_column(String(20))
    place_ar: Mapped[str | None]
    place_fr: Mapped[str | None]
    subject_ar: Mapped[str | None]
    subject_fr: Mapped[str | None]
    headcount: Mapped[int | None]
    women: Mapped[int | None]
    establishments: Mapped[int | None]
    pupils: Mapped[int | None]
    beneficiaries: Mapped[int | None]
    associations: Mapped[int | None]
    last_on: Mapped[date | None]
    bodies: Mapped[int | None]
    kinds_present: Mapped[tuple[str, ...]] = mapped_column(default=())
    assessment: Mapped[str | None] = mapped_column(Text)
    assessment_language: Mapped[str | None] = mapped_column(String(2))
    assessment_translation: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None]
    sensitive_reason: Mapped[str | None]
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    review: Mapped[str] = mapped_column(String(12), default="")

    follows: Mapped["Meeting | None"] = relationship(remote_side="Meeting.id")
    attendances: Mapped[list["Attendance"]] = relationship(
        back_populates="meeting", order_by="Attendance.id"
    )
    points: Mapped[list["Point"]] = relationship(
        back_populates="meeting", order_by="Point.position, Point.id"
    )
    commitments: Mapped[list["Commitment"]] = relationship(
        back_populates="meeting", order_by="Commitment.position, Commitment.id"
    )
    referrals: Mapped[list["Referral"]] = relationship(
        back_populates="meeting", order_by="Referral.position, Referral.id"
    )
    reviews: Mapped[list["Review"]] = relationship(
        back_populates="meeting", order_by="Review.reviewed_on, Review.uid"
    )
    clarifications: Mapped[list["Clarification"]] = relationship(
        back_populates="meeting", order_by="Clarification.clarified_on, Clarification.uid"
    )

    @hybrid_property
    def attended(self) -> int | None:
        """Return the number of participants, or else an awareness action's audience as counted."""
        return people_of(self.headcount, self.beneficiaries, self.pupils)

    @attended.inplace.expression
    @classmethod
    def _attended(cls) -> ColumnElement[int]:
        return func.coalesce(cls.headcount, cls.beneficiaries, cls.pupils)
