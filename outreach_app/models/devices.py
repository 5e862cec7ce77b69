"""Devices: the stations whose events this store holds, and which of them it is itself."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Device(Base):
    """One installation that numbers its own events. Local: never journaled, never sent.

    `letter` marks the meeting numbers that it gives: "" for an office's first, then B … Z, AA …
    `upto` and `head` are the last seq and chain hash of its log as held here. `highest_t` is the
    highest time stamp seen from any device; only this store's own row keeps it. `signed_head` is
    how far the device itself said, signed, that its log goes: JSON, of the newest that is held.
    """

    __tablename__ = "devices"

    uid: Mapped[UUID] = mapped_column(primary_key=True)
    letter: Mapped[str] = mapped_column(String(8))
    is_current: Mapped[bool]
    since: Mapped[datetime]
    upto: Mapped[int]
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
    highest_t: Mapped[int]
    signed_head: Mapped[bytes | None] = mapped_column(LargeBinary)
