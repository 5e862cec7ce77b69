"""Catalogue entries: what headquarters adds to the closed lists, or words anew."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Contract, OwnedRecord, Value


class CatalogueEntry(OwnedRecord):
    """Owned by headquarters. The last one of a `code` counts, unless it is deleted."""

    __tablename__ = "catalogue_entries"
    contract = Contract("entry", tuple(map(Value, ("code", "ar", "fr"))))

    code: Mapped[str] = mapped_column(String(20), index=True)
    ar: Mapped[str]
    fr: Mapped[str]
