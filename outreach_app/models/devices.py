"""Devices: those whose events this store holds, the signed ends of their logs, and its own."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Device(Base):
    """One installation that numbers its own events. Local: never journaled, never sent.

    `letter` marks its meeting numbers: "" for an office's first, then B … Z, AA … `upto` and `head`
    are the last seq and chain hash of its log as held here. `highest_t` is the highest timestamp
    seen from any device; only this store's own row keeps it.
    """

    __tablename__ = "devices"

    uid: Mapped[UUID] = mapped_column(primary_key=True)
    letter: Mapped[str] = mapped_column(String(8))
    is_current: Mapped[bool]
    since: Mapped[datetime]
    upto: Mapped[int]
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
    highest_t: Mapped[int]

    @property
    def last_moment(self) -> datetime:
        """When the last change that it knows of was recorded, by the clock of that device."""
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=self.highest_t)


class KeptHead(Base):
    """Local, never journaled: an end of a device's log that is held, as the device signed it.

    Kept are the newest one of the unbroken part of a log, and all beyond a gap: with them the log
    can be carried to others.
    """

    __tablename__ = "kept_heads"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
    signature: Mapped[bytes] = mapped_column(LargeBinary(64))


class GivenUpEvent(Base):
    """Local, never journaled: the chain hash of an event that this store gave up in a renewal.

    A mark of before the renewal names one of them: the store lacks it on purpose, and is not older.
    """

    __tablename__ = "given_up_events"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary(32))


class Restoration(Base):
    """Local, never journaled: `device` is the device id of a store that was restored.

    The last change in the backup was made at `as_of`. `replaced` is the device id of the register
    whose place it took, which was set aside; None where there was none, or nothing could be read.
    """

    __tablename__ = "restorations"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    as_of: Mapped[datetime]
    replaced: Mapped[UUID | None]
