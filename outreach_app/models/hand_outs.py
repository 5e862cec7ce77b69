"""Hand-outs: the sheets of what was said and done that partners were given."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Link, OwnedRecord, Value
from outreach_app.models.partners import Partner


class HandOut(OwnedRecord):
    """One sheet: the same facts, however often printed, are one. The next one goes on from it.

    `last_session_on` is the day of the newest session that it tells of.
    """

    __tablename__ = "hand_outs"
    contract = Contract(
        "hand_out",
        (
            Link("partner"),
            Value("first_on"),
            Value("last_on"),
            Value("last_session_on"),
            Value("fingerprint"),
            Value("issued_at"),
        ),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("partners.id"), index=True)
    first_on: Mapped[date]
    last_on: Mapped[date]
    last_session_on: Mapped[date]
    fingerprint: Mapped[str] = mapped_column(String(64))
    issued_at: Mapped[datetime]

    partner: Mapped[Partner] = relationship()
