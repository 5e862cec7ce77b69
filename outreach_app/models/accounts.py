"""Accounts: who can open this store, and in which role."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Account(Base):
    """Local, never journaled: a role and an ordinal, never a name; its key is in the key file.

    With `must_change` it has a one-time passphrase, and can do nothing before changing it.
    """

    __tablename__ = "accounts"

    uid: Mapped[UUID] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    must_change: Mapped[bool] = mapped_column(default=False)
    passphrase_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
