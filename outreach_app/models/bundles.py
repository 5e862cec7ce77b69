"""Bundles: the files that left and arrived, others' holdings, and records that do not fit yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base, FileNameType


class Bundle(Base):
    """Local, never journaled: one file that was written or read; the log of files.

    - `direction` is out or in, `partner` the role of the other end. `status` is written, imported,
      duplicate, quarantined or refused, with the `code` of the refusal or of a warning. For a
      forgotten passphrase it is answered at headquarters, where `device` is that of the store to
      open, and recovered at the precinct.
    - `receiver` is the device of the one station for which an answer was written, `carrier` the one
      that signed a file with another's log.
    - `audit_count` and `audit_root` are the state of the writer's access log that a file for
      headquarters reports.
    """

    __tablename__ = "bundles"
    __table_args__ = (
        # Finds a device's recent bundles, however many it has sent.
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
    """Local, never journaled: what `holder` reports to hold of the log of `device`.

    Everything up to `upto`, and the ranges of `extra` beyond a gap; those in `stubs` only as stubs.
    Both are JSON. `signed_last` is a number up to which the device itself signed its log, by a head
    that the holder passed on; it is kept if less is here.
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
    """Local, never journaled: when a holder first reported that a record's purge reached it."""

    __tablename__ = "confirmations"

    record: Mapped[UUID] = mapped_column(primary_key=True)
    holder: Mapped[UUID] = mapped_column(primary_key=True)
    said_at: Mapped[datetime]


class Seam(Base):
    """The chain hash before a range that came without its predecessor."""

    __tablename__ = "seams"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    head: Mapped[bytes] = mapped_column(LargeBinary(32))


class WaitingRecord(Base):
    """A record whose events are here, but which is incomplete or whose parent is missing."""

    __tablename__ = "waiting_records"

    record: Mapped[UUID] = mapped_column(primary_key=True)
    entity: Mapped[str] = mapped_column(String(20))
    parent: Mapped[UUID | None] = mapped_column(index=True)


class Oddity(Base):
    """A record with an invalid value, which is therefore unknown; local, never journaled.

    `seen_at` is when a person acknowledged it.
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
