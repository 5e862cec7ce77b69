"""Saved filters: named ones, and the one with which each list was left."""

from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class SavedFilter(Base):
    """Local, never journaled: an account's filter; "" is the name of a list's last filter.

    It is in the store, not in the settings, because its words may include a partner's name.
    """

    __tablename__ = "saved_filters"

    account: Mapped[UUID] = mapped_column(primary_key=True)
    list_key: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    content: Mapped[bytes]
