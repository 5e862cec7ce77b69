"""Drafts: what is being typed, kept every few seconds against a crash."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class SavedDraft(Base):
    """Local, never journaled: one for each form that was open, as JSON."""

    __tablename__ = "drafts"

    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    content: Mapped[bytes]
    saved_at: Mapped[datetime]
