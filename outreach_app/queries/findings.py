"""Rows of findings."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Finding, Rumour
from outreach_app.rules.ids import OfficeId


@dataclass(frozen=True, slots=True)
class FindingRow:
    """An office's finding about a rumour; `publication` is the linked rectification.

    `cluster` is that of the rumours of other offices that headquarters joined with it.
    """

    uid: UUID
    reference: None
    rumour: UUID
    result: str | None
    found_on: date | None
    found_at: time | None
    source: str | None
    text: str | None
    language: str | None
    translation: str | None
    publication: UUID | None
    cluster: str | None
    office: OfficeId
    version: str


def list_findings(session: Session, limit: int | None = None) -> list[FindingRow]:
    """Return the findings of rumours that are not deleted, newest first."""
    statement = (
        select(Finding)
        .join(Finding.rumour)
        .options(joinedload(Finding.rumour), joinedload(Finding.publication))
        .where(~Finding.is_deleted, ~Rumour.is_deleted)
        .order_by(Finding.uid.desc())
        .limit(limit)
    )
    return [finding_row(finding) for finding in session.scalars(statement)]


def finding_row(finding: Finding) -> FindingRow:
    """Return the row of a finding."""
    return FindingRow(
        uid=finding.uid,
        reference=None,
        rumour=finding.rumour.uid,
        result=finding.result,
        found_on=finding.found_on,
        found_at=finding.found_at,
        source=finding.source,
        text=finding.text,
        language=finding.language,
        translation=finding.translation,
        publication=finding.publication.uid if finding.publication else None,
        cluster=finding.cluster,
        office=OfficeId(finding.office_id),
        version=finding.version,
    )
