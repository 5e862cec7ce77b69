"""Partners: bodies and professionals' practices that are met."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value

if TYPE_CHECKING:
    from outreach_app.models.identities import Identity


class Partner(OwnedRecord):
    """A body. One that is named after a person has no name of its own: its identity holds it."""

    __tablename__ = "partners"
    contract = Contract(
        "partner",
        (
            Value("name_ar"),
            Value("name_fr"),
            Value("category"),
            Value("type"),
            Value("place"),
            Value("phone"),
            Value("email"),
            Value("note"),
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
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None]
    note: Mapped[str | None] = mapped_column(Text)
    receipt_number: Mapped[str | None]
    receipt_on: Mapped[date | None]
    is_receipt_final: Mapped[bool | None]
    is_active: Mapped[bool] = mapped_column(default=True)
    sensitive_reason: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)

    # Two PCs may close a circle: post_update writes the links of one after its rows.
    merged_into: Mapped["Partner | None"] = relationship(remote_side="Partner.id", post_update=True)
    identity: Mapped["Identity | None"] = relationship(back_populates="partner")
