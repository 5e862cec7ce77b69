"""Rumours: what circulates, never who says it."""

from datetime import date, time
from typing import TYPE_CHECKING

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, OwnedRecord, Value

if TYPE_CHECKING:
    from outreach_app.models.findings import Finding


class Rumour(OwnedRecord):
    """A rumour as one office heard it. Its state is computed from its findings.

    A suspicious page is its network, name and address, without the people behind it. `back_*` says
    when, how and to which organisations the result was carried back.
    """

    __tablename__ = "rumours"
    __table_args__ = (
        Index("ix_rumours_heard_on", "heard_on", "id"),
        Index("ix_rumours_number", "number_sequence", "number_year"),
    )
    contract = Contract(
        "rumour",
        (
            Group("number", ("number_year", "number_sequence", "number_station")),
            Group("words", ("text", "language", "translation")),
            Value("form"),
            Value("topic"),
            Group("heard", ("heard_on", "heard_at")),
            Value("channel"),
            Value("reach"),
            Value("is_urgent"),
            Group("page", ("page_network", "page_name", "page_address")),
            Group("back", ("back_on", "back_channel", "back_to")),
            Group("closed", ("closed_on", "closed_reason")),
            Value("sensitive_reason"),
        ),
    )

    number_year: Mapped[int | None]
    number_sequence: Mapped[int | None]
    number_station: Mapped[str | None] = mapped_column(String(8))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    form: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(20))
    heard_on: Mapped[date]
    heard_at: Mapped[time | None]
    channel: Mapped[str | None] = mapped_column(String(20))
    reach: Mapped[str | None] = mapped_column(String(20))
    is_urgent: Mapped[bool] = mapped_column(default=False)
    page_network: Mapped[str | None] = mapped_column(String(20))
    page_name: Mapped[str | None]
    page_address: Mapped[str | None]
    back_on: Mapped[date | None]
    back_channel: Mapped[str | None] = mapped_column(String(20))
    back_to: Mapped[str | None]
    closed_on: Mapped[date | None]
    closed_reason: Mapped[str | None]
    sensitive_reason: Mapped[str | None]

    findings: Mapped[list["Finding"]] = relationship(
        back_populates="rumour", order_by="Finding.uid"
    )
