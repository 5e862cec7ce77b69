"""Drafts: what is being typed, kept every few seconds against a crash."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class SavedDraft(Base):
    """Local, never journaled: one for each form that was open, as JSON.

    Lists of drafts show those of one `account`. A key that is no form's, as of how the columns of
    a file are read, is the office's: every account finds it.
    """

    __tablename__ = "drafts"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    account: Mapped[UUID]
    content: Mapped[bytes]
    saved_at: Mapped[datetime]
