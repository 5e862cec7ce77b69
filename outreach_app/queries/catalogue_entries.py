"""Rows of catalogue entries."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import CatalogueEntry


@dataclass(frozen=True, slots=True)
class CatalogueEntryRow:
    """Headquarters' entry for one code; the last row of a code counts.

    `kind` is that of a frequent point.
    """

    uid: UUID
    code: str
    ar: str
    fr: str
    kind: str | None
    is_withdrawn: bool
    version: str


def list_entries(session: Session, *, with_withdrawn: bool = False) -> list[CatalogueEntryRow]:
    """Return the entries in the order they were made; their uids give the same order everywhere."""
    statement = select(CatalogueEntry).order_by(CatalogueEntry.uid)
    if not with_withdrawn:
        statement = statement.where(~CatalogueEntry.is_deleted)
    return [
        CatalogueEntryRow(row.uid, row.code, row.ar, row.fr, row.kind, row.is_deleted, row.version)
        for row in session.scalars(statement)
    ]
