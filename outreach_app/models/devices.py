"""Devices: every station whose events this store holds, and which of them this one is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Device(Base):
    """Local, never journaled. `letter` marks the numbers it gives: "" for the first, then B, C…

    `upto` and `head` are the last seq and chain hash of its log here; `highest_t` the highest time
    stamp seen from any device, kept on this store's own row.
    """

    __tablename__ = "devices"

    uid: Mapped[UUID] = mapped_column(primary_key=True)
    letter: Mapped[str] = mapped_column(String(2))
    is_current: Mapped[bool]
    since: Mapped[datetime]
    upto: Mapped[int]
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
    highest_t: Mapped[int]
