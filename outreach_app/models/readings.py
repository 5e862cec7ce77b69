"""Readings: the counts of a publication or an official account, as read from its page on a day."""

from datetime import date, time

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.publications import Publication


class Reading(OwnedRecord):
    """Counts as they were read once, for a publication or an `account` (`pc.*`).

    Each count is the total since the beginning, None if it was not read. `interactions` is the sum
    stated by the source; `is_at_least` if the source says « more than ».
    """

    __tablename__ = "readings"
    __table_args__ = (
        Index("ix_readings_publication_id", "publication_id", "read_on"),
        Index("ix_readings_account", "account", "read_on"),
    )
    contract = Contract(
        "reading",
        (
            Link("publication"),
            Value("account"),
            Group("read", ("read_on", "read_at", "source")),
            Group(
                "counts",
                (
                    *("views", "reactions", "comments", "shares", "interactions"),
                    *("followers", "is_at_least"),
                ),
            ),
        ),
    )

    publication_id: Mapped[int | None] = mapped_column(ForeignKey("publications.id"))
    account: Mapped[str | None] = mapped_column(String(20))
    read_on: Mapped[date]
    read_at: Mapped[time | None]
    source: Mapped[str | None] = mapped_column(String(20))
    views: Mapped[int | None]
    reactions: Mapped[int | None]
    comments: Mapped[int | None]
    shares: Mapped[int | None]
    interactions: Mapped[int | None]
    followers: Mapped[int | None]
    is_at_least: Mapped[bool] = mapped_column(default=False)

    publication: Mapped[Publication | None] = relationship(back_populates="readings")
