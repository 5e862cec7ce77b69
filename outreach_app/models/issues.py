"""Issues: the numbered versions of issued documents."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from outreach_app.models.base import Contract, Group, Link, OwnedRecord, Value
from outreach_app.models.meetings import Meeting
from outreach_app.models.partners import Partner


class Issue(OwnedRecord):
    """One version of a document: the same facts, however often printed, are one issue.

    Its subject is a meeting, a partner, a period, or a combination. `last_session_on` is the day of
    the newest session in a partner's sheet, from which the next sheet continues. `fingerprint` is
    the SHA-256 of its facts, `hashes` are those of its files. `figures` are the numbers that a
    version for the public prints, as `name=number`: the next version is compared with them.
    """

    __tablename__ = "issues"
    __table_args__ = (
        Index("ix_issues_number", "office_id", "kind", "number_year", "number_sequence"),
    )
    contract = Contract(
        "issue",
        (
            Value("kind"),
            Group("number", ("number_year", "number_sequence", "number_station")),
            Value("edition"),
            Link("meeting"),
            Link("partner"),
            Group("period", ("first_on", "last_on")),
            Value("last_session_on"),
            Value("fingerprint"),
            Value("code"),
            Value("hashes"),
            Value("figures"),
            Value("issued_at"),
        ),
    )

    kind: Mapped[str] = mapped_column(String(20))
    number_year: Mapped[int]
    number_sequence: Mapped[int]
    number_station: Mapped[str] = mapped_column(String(8))
    edition: Mapped[int]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partners.id"), index=True)
    first_on: Mapped[date | None]
    last_on: Mapped[date | None]
    last_session_on: Mapped[date | None]
    fingerprint: Mapped[str] = mapped_column(String(64))
    code: Mapped[str] = mapped_column(String(20))
    hashes: Mapped[tuple[str, ...]] = mapped_column(default=())
    figures: Mapped[tuple[str, ...]] = mapped_column(default=())
    issued_at: Mapped[datetime]

    meeting: Mapped[Meeting | None] = relationship()
    partner: Mapped[Partner | None] = relationship()
