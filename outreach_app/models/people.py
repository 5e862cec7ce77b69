"""People: who speaks for a partner; capacity and mandate, no name."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, and_, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app import models
from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.partners import Partner

if TYPE_CHECKING:
    from outreach_app.models.identities import Identity


class Person(OwnedRecord):
    """The minimal card of law 09-08: capacity, partner, language, mandate, how informed.

    A name in the trash is not shown anywhere else: it is the deleted identity of a person who is
    shown without one, or who is deleted too.
    """

    __tablename__ = "people"
    contract = Contract(
        "person",
        (
            Link("partner"),
            Value("capacity_ar"),
            Value("capacity_fr"),
            Value("language"),
            Group("mandate", ("mandate_from", "mandate_until")),
            Group("information", ("informed_on", "informed_how")),
            Value("inform_by"),
            Value("is_active"),
            Link("merged_into"),
        ),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    capacity_ar: Mapped[str | None]
    capacity_fr: Mapped[str | None]
    language: Mapped[str | None] = mapped_column(String(2))
    mandate_from: Mapped[date | None]
    mandate_until: Mapped[date | None]
    informed_on: Mapped[date | None]
    informed_how: Mapped[str | None]
    inform_by: Mapped[date | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)

    merged_into: Mapped["Person | None"] = relationship(remote_side="Person.id", post_update=True)
    partner: Mapped[Partner] = relationship()
    identity: Mapped["Identity | None"] = relationship(
        back_populates="person",
        primaryjoin=lambda: and_(
            Person.id == models.Identity.person_id,
            or_(~models.Identity.is_deleted, Person.is_deleted),
            models.Identity.is_last("person_id"),
        ),
    )

    @property
    def is_to_inform(self) -> bool:
        """Return whether a name is kept of somebody who was not told so.

        Without a name there is nobody to tell.
        """
        return self.informed_on is None and self.identity is not None
