"""Attendances: a partner or a person invited to or present at a meeting."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person


class Attendance(OwnedRecord):
    """An attendance; an entity of its own, as an association table would have no history."""

    __tablename__ = "attendances"
    __table_args__ = (
        # Finds when a partner was last met without reading the rows.
        Index("ix_attendances_partner", "partner_id", "is_deleted", "is_present", "meeting_id"),
        Index("ix_attendances_meeting", "meeting_id", "is_deleted", "is_present", "partner_id"),
    )
    contract = Contract(
        "attendance", (Link("meeting"), Link("partner"), Link("person"), Value("is_present"))
    )

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    is_present: Mapped[bool]

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    partner: Mapped[Partner] = relationship()
    person: Mapped[Person | None] = relationship()
