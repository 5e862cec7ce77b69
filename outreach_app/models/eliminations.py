"""Eliminations: lists of records to be destroyed, and what was done about each."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Base, new_uid


class Elimination(Base):
    """Local, never journaled: one list, by the `digest` of its items, which its issue has too.

    `archive_hash` is the SHA-256 of the archive that was written and read back. `agreement` is the
    number of the agreement of the Archives du Maroc, `agreed_on` its day; `account` and `second`
    are the codes of the two accounts that carried out the list.
    """

    __tablename__ = "eliminations"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[UUID] = mapped_column(unique=True, default=new_uid)
    proposed_at: Mapped[datetime]
    digest: Mapped[str] = mapped_column(String(64))
    archived_at: Mapped[datetime | None]
    archive_hash: Mapped[str | None] = mapped_column(String(64))
    destroyed_at: Mapped[datetime | None]
    destroyed_count: Mapped[int | None]
    agreement: Mapped[str | None]
    agreed_on: Mapped[date | None]
    account: Mapped[str | None] = mapped_column(String(20))
    second: Mapped[str | None] = mapped_column(String(20))

    items: Mapped[list["EliminationItem"]] = relationship(
        order_by="EliminationItem.id", cascade="all, delete-orphan"
    )


class EliminationItem(Base):
    """One item of a list, in codes, numbers and days: no words and nobody's name.

    `kind` is that of its term. `key` is the uid of a record of the noun `entity`, the key of a
    draft, the name of a backup, or the last row of the access log or of the log of files; `state`
    is a digest over everything it includes, `count` the number of records. `day` is when the term
    began, `due_on` when it was over; of the rows of a log these are the days of the last, and
    `first_on` is the day of the first. `days` is how many a meeting, or that of a summary, lasted.
    """

    __tablename__ = "elimination_items"

    id: Mapped[int] = mapped_column(primary_key=True)
    elimination_id: Mapped[int] = mapped_column(ForeignKey("eliminations.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    entity: Mapped[str] = mapped_column(String(20))
    key: Mapped[str] = mapped_column(String(60))
    number: Mapped[str] = mapped_column(String(40))
    code: Mapped[str | None] = mapped_column(String(20))
    day: Mapped[date]
    due_on: Mapped[date]
    first_on: Mapped[date | None]
    days: Mapped[int] = mapped_column(default=1)
    count: Mapped[int]
    state: Mapped[str] = mapped_column(String(64))
