"""The access log: who opened, saw, changed and gave out what, in codes and counts only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class AccessRow(Base):
    """Local, never journaled: one row of the log; no column can hold a personal text.

    `head` is the hash of the chain up to this row. `verb` is the name of a use case; `account` is
    None for the program itself, or for somebody who was not let in.
    """

    __tablename__ = "access_rows"

    n: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account: Mapped[UUID | None]
    role: Mapped[str] = mapped_column(String(20))
    act: Mapped[str] = mapped_column(String(20))
    verb: Mapped[str | None] = mapped_column(String(40))
    record: Mapped[UUID | None]
    count: Mapped[int | None]
    head: Mapped[bytes] = mapped_column(LargeBinary(32))
