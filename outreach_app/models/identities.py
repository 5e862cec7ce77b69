"""Identities: names and contacts, separate so that they can be withheld or erased whole."""

from sqlalchemy import ColumnElement, ForeignKey, String, Text, and_, exists, or_
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from outreach_app.models.base import Contract, Link, OwnedRecord, Value
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person


class Identity(OwnedRecord):
    """The name and contacts of a person or their practice, or an organisation's contacts.

    Phone in E.164. `others` are further telephones, faxes and e-mail addresses, one per line.
    `note` and `place` are a partner's: no remark and no address of a person is kept.
    """

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
            Value("others"),
            Value("note"),
            Value("place"),
        ),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    name_ar: Mapped[str | None]
    name_fr: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    email: Mapped[str | None]
    others: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None]

    person: Mapped[Person | None] = relationship(back_populates="identity")
    partner: Mapped[Partner | None] = relationship(back_populates="identity")

    @property
    def bears_name(self) -> bool:
        return bool(self.name_ar or self.name_fr)

    @classmethod
    def is_last(cls, holder: str) -> ColumnElement[bool]:
        """Return whether an identity is its holder's last, of those not in the trash if any.

        Two computers that name one person at once make two: the same one is shown everywhere.
        """
        other = aliased(cls)
        is_later = and_(other.is_deleted == cls.is_deleted, other.uid > cls.uid)
        is_before = or_(other.is_deleted < cls.is_deleted, is_later)
        return ~exists().where(getattr(other, holder) == getattr(cls, holder), is_before)
