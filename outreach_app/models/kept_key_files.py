"""The key file as the store itself keeps it, to detect an older one beside it."""

from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class KeptKeyFile(Base):
    """Local, never journaled: one row, the newest key file, sealed with the data key."""

    __tablename__ = "kept_key_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
