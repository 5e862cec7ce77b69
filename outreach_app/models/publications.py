"""Publications: what an office published, rectifications included."""

from datetime import date, time
from typing import TYPE_CHECKING

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, OwnedRecord, Value

if TYPE_CHECKING:
    from outreach_app.models.readings import Reading


class Publication(OwnedRecord):
    """One publication of a kind `pb.*`, or `count` of them if only their total is known.

    A total counts what came out from `since_on` to `published_on`. The texts are those of a
    rectification, whose kind never changes: other offices are only sent rectifications.
    """

    __tablename__ = "publications"
    __table_args__ = (
        Index("ix_publications_published_on", "published_on", "id"),
        Index("ix_publications_kind", "kind", "published_on"),
    )
    contract = Contract(
        "publication",
        (
            Value("reference"),
            Value("kind"),
            Group("published", ("published_on", "published_at", "since_on")),
            Value("title_ar"),
            Value("title_fr"),
            Value("text_ar"),
            Value("text_fr"),
            Value("topic"),
            Value("channels"),
            Value("address"),
            Value("issuer"),
            Value("count"),
            Value("sensitive_reason"),
        ),
    )

    reference: Mapped[str | None] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(20))
    published_on: Mapped[date]
    published_at: Mapped[time | None]
    since_on: Mapped[date | None]
    title_ar: Mapped[str | None]
    title_fr: Mapped[str | None]
    text_ar: Mapped[str | None] = mapped_column(Text)
    text_fr: Mapped[str | None] = mapped_column(Text)
    topic: Mapped[str | None] = mapped_column(String(20))
    channels: Mapped[tuple[str, ...]] = mapped_column(default=())
    address: Mapped[str | None]
    issuer: Mapped[str | None]
    count: Mapped[int] = mapped_column(default=1)
    sensitive_reason: Mapped[str | None]

    readings: Mapped[list["Reading"]] = relationship(
        back_populates="publication", order_by="Reading.read_on"
    )
