"""The emblem: the office's own image for the head of its documents."""

from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Emblem(Base):
    """Local, never journaled: at most one, as a PNG; no other office prints it."""

    __tablename__ = "emblems"

    id: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes]
