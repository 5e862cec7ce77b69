"""Identities: names and contacts, apart so that they can be withheld or erased whole."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Link, OwnedRecord, Value
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person


class Identity(OwnedRecord):
    """The identity of a person, or of a practice that is named after one. Phone in E.164."""

    __tablename__ = "identities"
    contract = Contract(
        "identity",
        (
            Link("person"),
            Link("partner"),
            Value("name_ar"),
            Value("name_fr"),
            Value("phone"),
            Value("email"),
        ),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    name_ar: Mapped[str | None]
    name_fr: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None]

    person: Mapped[Person | None] = relationship(back_populates="identity")
    partner: Mapped[Partner | None] = relationship(back_populates="identity")
