"""Distinctions: two records that look alike and are not the same."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, OwnedRecord, Value


class Distinction(OwnedRecord):
    """A person's decision on a pair, the lower uid first: nobody is asked about it again.

    A record like any other, so that the office's other PC does not ask either. It has uids and no
    links, so that it stays whatever becomes of the two.
    """

    __tablename__ = "distinctions"
    contract = Contract("distinction", (Value("first"), Value("second")))

    first: Mapped[str] = mapped_column(String(36))
    second: Mapped[str] = mapped_column(String(36))
