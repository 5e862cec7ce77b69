"""Partners: organisations and professionals' practices that are met."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, and_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app import models
from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value

if TYPE_CHECKING:
    from outreach_app.models.identities import Identity


class Partner(OwnedRecord):
    """A partner. The name of one that is named after a person is held by its identity.

    The identity also holds everything that can reach or name one person: a mobile number, an e-mail
    address, further contacts, a note, and the address of what is named after a person. The
    partner's own record only has its landline and the address of a body.
    """

    __tablename__ = "partners"
    # Counts each category without reading the rows.
    __table_args__ = (Index("ix_partners_category", "office_id", "category", "is_deleted"),)
    contract = Contract(
        "partner",
        (
            Value("name_ar"),
            Value("name_fr"),
            Value("category"),
            Value("type"),
            Value("place"),
            Value("phone"),
            Group("receipt", ("receipt_number", "receipt_on", "is_receipt_final")),
            Value("is_active"),
            Value("sensitive_reason"),
            Link("merged_into"),
        ),
    )

    name_ar: Mapped[str | None]
    name_fr: Mapped[str | None]
    category: Mapped[str] = mapped_column(String(20))
    type: Mapped[str | None] = mapped_column(String(20))
    place: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    receipt_number: Mapped[str | None]
    receipt_on: Mapped[date | None]
    is_receipt_final: Mapped[bool | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    sensitive_reason: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)

    # Two PCs may close a circle: post_update writes the links of one after its rows.
    merged_into: Mapped["Partner | None"] = relationship(remote_side="Partner.id", post_update=True)
    identity: Mapped["Identity | None"] = relationship(
        back_populates="partner",
        primaryjoin=lambda: and_(
            Partner.id == models.Identity.partner_id, models.Identity.is_last("partner_id")
        ),
    )

    @property
    def bearer(self) -> "Partner | Identity":
        """The record that holds its name: its identity, if it is named after a person."""
        identity = self.identity
        return identity if identity is not None and identity.bears_name else self

    @property
    def is_named_after_person(self) -> bool:
        return self.bearer is not self

    @property
    def withheld(self) -> "Identity | None":
        """What holds its withheld name or contacts, None if those were withdrawn."""
        identity = self.identity
        is_gone = identity is None or (identity.is_deleted and not identity.bears_name)
        return None if is_gone else identity

    @property
    def any_phone(self) -> str | None:
        """Its landline, or the number that is withheld."""
        return self.phone or (self.withheld.phone if self.withheld else None)

    @property
    def any_place(self) -> str | None:
        """Its address, or the one that is withheld."""
        return self.place or (self.withheld.place if self.withheld else None)
