"""Proposals: points that a precinct writes often, for headquarters to word for everybody."""

from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, Group, OwnedRecord, Value


class Proposal(OwnedRecord):
    """A proposal, owned by the precinct, which wrote such a point `count` times until that day.

    Headquarters' answer is a catalogue entry: see `rules/proposals.py`.
    """

    __tablename__ = "proposals"
    contract = Contract(
        "proposal",
        (
            Value("kind"),
            Value("topic"),
            Group("words", ("text", "language", "translation")),
            Value("count"),
            Value("proposed_on"),
        ),
    )

    kind: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(2))
    translation: Mapped[str | None] = mapped_column(Text)
    count: Mapped[int]
    proposed_on: Mapped[date]
