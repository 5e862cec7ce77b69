"""Bundles: the files that left and came, what the others hold, and what does not fit yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base, FileNameType


class Bundle(Base):
    """Local, never journaled: one file that was written or read; the log of what left.

    `direction` is out or in, `partner` the role it went to or came from. `status` is written,
    imported, duplicate, quarantined or refused, with the `code` of the refusal or of what was to be
    known of an imported one; for a forgotten passphrase it is answered at headquarters, where
    `device` is that of the store that it opens, and recovered at the precinct. `receiver` is the
    device of the one station that an answer was written for, `carrier` the one that signed a file
    that came, where the log in it is another's. `audit_count` and `audit_root` are what a file for
    headquarters tells of its writer's access log, there and here.
    """

    __tablename__ = "bundles"
    __table_args__ = (
        # What a device sent of late is found here, however long it has been sending.
        Index("ix_bundles_received", "device", "direction", "status", "created_at", "last"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[UUID | None] = mapped_column(index=True)
    direction: Mapped[str] = mapped_column(String(3))
    partner: Mapped[str | None] = mapped_column(String(20))
    device: Mapped[UUID | None]
    receiver: Mapped[UUID | None]
    carrier: Mapped[UUID | None]
    first: Mapped[int | None]
    last: Mapped[int | None]
    count: Mapped[int] = mapped_column(default=0)
    new: Mapped[int] = mapped_column(default=0)
    file_name: Mapped[str] = mapped_column(FileNameType)
    created_at: Mapped[datetime | None]
    moved_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(12))
    code: Mapped[str | None] = mapped_column(String(30))
    has_names: Mapped[bool] = mapped_column(default=False)
    audit_count: Mapped[int | None]
    audit_root: Mapped[bytes | None] = mapped_column(LargeBinary(32))


class Acknowledgement(Base):
    """Local, never journaled: what `holder` says it holds of the log of `device`.

    All up to `upto`, and the ranges of `extra` beyond a gap; of those in `stubs` only stubs. Both
    are JSON. The device itself wrote at least up to `signed_last`, by its signed head that the
    holder passed on; it is noted where less is here.
    """

    __tablename__ = "acknowledgements"

    holder: Mapped[UUID] = mapped_column(ForeignKey("stations.device"), primary_key=True)
    device: Mapped[UUID] = mapped_column(primary_key=True)
    upto: Mapped[int]
    extra: Mapped[bytes | None]
    stubs: Mapped[bytes | None]
    signed_last: Mapped[int] = mapped_column(default=0)
    said_at: Mapped[datetime]


class Confirmation(Base):
    """Local, never journaled: when a holder first said that the purge of a record reached it."""

    __tablename__ = "confirmations"

    record: Mapped[UUID] = mapped_column(primary_key=True)
    holder: Mapped[UUID] = mapped_column(primary_key=True)
    said_at: Mapped[datetime]


class Seam(Base):
    """The chain hash before a range that came without the one in front of it."""

    __tablename__ = "seams"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary(32))


class WaitingRecord(Base):
    """A record whose events are here but that is not whole yet, or whose parent is missing."""

    __tablename__ = "waiting_records"

    record: Mapped[UUID] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(String(20))
    parent: Mapped[UUID | None] = mapped_column(index=True)


class Oddity(Base):
    """A record that says what means nothing, and so is unknown in part; local, never journaled.

    `seen_at` is when a person noted it.
    """

    __tablename__ = "oddities"

    record: Mapped[UUID] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(String(20))
    found_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]


class FoundConflict(Base):
    """Two changes of one record that did not see each other; `version` is the later one's."""

    __tablename__ = "conflicts"

    id: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[UUID] = mapped_column(index=True)
    entity: Mapped[str] = mapped_column(String(20))
    version: Mapped[str] = mapped_column(String(60))
    found_at: Mapped[datetime]
    reviewed_at: Mapped[datetime | None]
