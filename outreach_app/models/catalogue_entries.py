"""Catalogue entries: headquarters' additions, rewordings and refusals for the closed lists."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, OwnedRecord, Value


class CatalogueEntry(OwnedRecord):
    """An entry, owned by headquarters. The last one of a `code` counts, unless it is deleted.

    `kind` is that of a frequent point. A declined proposal has an entry too, whose words say why:
    see `rules/proposals.py`.
    """

    __tablename__ = "catalogue_entries"
    contract = Contract("entry", tuple(map(Value, ("code", "ar", "fr", "kind"))))

    code: Mapped[str] = mapped_column(String(20), index=True)
    ar: Mapped[str]
    fr: Mapped[str]
    kind: Mapped[str | None] = mapped_column(String(20))
