"""Mentions: texts that still named a person when another computer's erasure arrived."""

from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, OwnedRecord, Value


class Mention(OwnedRecord):
    """Point to a field, found by the computer that still knew the name; it names nobody.

    `erased_record` is the uid of the erased name, `seen` the version in which the text was read,
    and `places` where the name was in it: its first character and the one after its last, counted
    from 0, as in `0-18 30-45`.
    It is deleted once somebody has read that the text names another person.
    """

    __tablename__ = "mentions"
    __table_args__ = (Index("ix_mentions_erased_record", "erased_record"),)
    contract = Contract(
        "mention",
        (
            Value("erased_record"),
            Value("text_record"),
            Value("field"),
            Value("seen"),
            Value("places"),
        ),
    )

    erased_record: Mapped[str] = mapped_column(String(36))
    text_record: Mapped[str] = mapped_column(String(36))
    field: Mapped[str] = mapped_column(String(36))
    seen: Mapped[str] = mapped_column(String(64))
    places: Mapped[str | None] = mapped_column(String(64))

    def is_of(self, record: UUID, field: str) -> bool:
        """Return whether this is about a field of a record."""
        return (self.text_record, self.field) == (str(record), field)
