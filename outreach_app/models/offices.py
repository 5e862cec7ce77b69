"""Offices: the unit that owns a store, a precinct or headquarters."""

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, Group, Record, Value
from outreach_app.rules.delays import DAYS_TO_ANSWER, DAYS_TO_INFORM


class Office(Record):
    """An office, with names and letterhead in both languages; the letterhead has one unit per line.

    - The opening phrase replaces the usual one of its summaries, the closing phrase precedes the
      signature; `omitted_sections` (`SummarySection`) are left out of them. The documents of a
      sample office say that its data are invented.
    - `inform_days` is the time limit for informing people that a card is kept, `answer_days` that
      for answering claims: the law leaves both open. `terms` are its retention terms that are not
      the usual ones (`rules.retention`), `archivist` the age recipient of sealed archives.
    - `purpose` is what the register is for, in the office's own words if it has any, with the
      reason of the last change; `cndp_number` that of the receipt or authorisation for it. With
      `asks_two_persons` the gravest acts need another account.
    """

    __tablename__ = "offices"
    contract = Contract(
        "office",
        (
            *map(
                Value,
                (
                    "role",
                    "number",
                    "name_ar",
                    "name_fr",
                    "city_ar",
                    "city_fr",
                    "chief_title_ar",
                    "chief_title_fr",
                    "letterhead_ar",
                    "letterhead_fr",
                    "recipient_ar",
                    "recipient_fr",
                    "opening_ar",
                    "opening_fr",
                    "closing_ar",
                    "closing_fr",
                    "omitted_sections",
                    "phone",
                    "cndp_number",
                    "is_sample",
                    "inform_days",
                    "answer_days",
                    "terms",
                    "archivist",
                    "asks_two_persons",
                ),
            ),
            Group("purpose", ("purpose_ar", "purpose_fr", "purpose_reason")),
        ),
    )

    role: Mapped[str] = mapped_column(String(20))
    number: Mapped[str | None]
    name_ar: Mapped[str]
    name_fr: Mapped[str]
    city_ar: Mapped[str]
    city_fr: Mapped[str]
    chief_title_ar: Mapped[str]
    chief_title_fr: Mapped[str]
    letterhead_ar: Mapped[str] = mapped_column(Text)
    letterhead_fr: Mapped[str] = mapped_column(Text)
    recipient_ar: Mapped[str | None]
    recipient_fr: Mapped[str | None]
    opening_ar: Mapped[str | None] = mapped_column(Text)
    opening_fr: Mapped[str | None] = mapped_column(Text)
    closing_ar: Mapped[str | None] = mapped_column(Text)
    closing_fr: Mapped[str | None] = mapped_column(Text)
    omitted_sections: Mapped[tuple[str, ...]] = mapped_column(default=())
    phone: Mapped[str | None]
    cndp_number: Mapped[str | None]
    is_sample: Mapped[bool] = mapped_column(default=False)
    inform_days: Mapped[int] = mapped_column(default=DAYS_TO_INFORM)
    answer_days: Mapped[int] = mapped_column(default=DAYS_TO_ANSWER)
    terms: Mapped[tuple[str, ...]] = mapped_column(default=())
    archivist: Mapped[str | None] = mapped_column(String(62))
    asks_two_persons: Mapped[bool] = mapped_column(default=False)
    purpose_ar: Mapped[str | None] = mapped_column(Text)
    purpose_fr: Mapped[str | None] = mapped_column(Text)
    purpose_reason: Mapped[str | None] = mapped_column(Text)
