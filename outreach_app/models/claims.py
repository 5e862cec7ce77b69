"""Claims: what people asked about their own data, when an answer is due, and the answer."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person


class Claim(OwnedRecord):
    """A claim about a person, a practice named after one, or nobody recorded here; it names nobody.

    `channel` is `rv.*`. `erased_record` is the uid of the name that was erased for it, by which its
    erasure is found in the journal and at other holders.
    """

    __tablename__ = "claims"
    __table_args__ = (Index("ix_claims_waiting", "decision", "due_on"),)
    contract = Contract(
        "claim",
        (
            Group("number", ("number_year", "number_sequence", "number_station")),
            Value("kind"),
            Value("received_on"),
            Value("channel"),
            Link("person"),
            Link("partner"),
            Value("identity_check"),
            Value("due_on"),
            Group("answer", ("decision", "answered_on")),
            Group("erasure", ("erased_record", "erased_on")),
        ),
    )

    number_year: Mapped[int | None]
    number_sequence: Mapped[int | None]
    number_station: Mapped[str | None] = mapped_column(String(8))
    kind: Mapped[str] = mapped_column(String(20))
    received_on: Mapped[date]
    channel: Mapped[str | None] = mapped_column(String(20))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    identity_check: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[date]
    decision: Mapped[str | None] = mapped_column(String(20))
    answered_on: Mapped[date | None]
    erased_record: Mapped[str | None] = mapped_column(String(36))
    erased_on: Mapped[date | None]

    person: Mapped[Person | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
