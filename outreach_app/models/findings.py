"""Findings: what the verification of a rumour established, and its rectification."""

from datetime import date, time

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.publications import Publication
from outreach_app.models.rumours import Rumour


class Finding(OwnedRecord):
    """A finding of the rumour's own office, or of headquarters, which prevails.

    Without a `result` the verification has begun. Rumours of several offices that headquarters
    joined have findings of one `cluster`, a uid as text and not as a link: an office is only sent
    the findings on its own rumours.
    """

    __tablename__ = "findings"
    contract = Contract(
        "finding",
        (
            Link("rumour"),
            Value("cluster"),
            Group("result", ("result", "found_on", "found_at", "source")),
            Group("words", ("text", "language", "translation")),
            Link("publication"),
        ),
    )

    rumour_id: Mapped[int] = mapped_column(ForeignKey("rumours.id"), index=True)
    cluster: Mapped[str | None] = mapped_column(String(36), index=True)
    result: Mapped[str | None] = mapped_column(String(20))
    found_on: Mapped[date | None]
    found_at: Mapped[time | None]
    source: Mapped[str | None] = mapped_column(String(20))
    text: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    publication_id: Mapped[int | None] = mapped_column(ForeignKey("publications.id"), index=True)

    rumour: Mapped[Rumour] = relationship(back_populates="findings")
    publication: Mapped[Publication | None] = relationship()
