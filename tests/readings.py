"""Builds readings, as `tests.makers` builds other records."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.services.readings import ReadingDraft, record_reading


def write_reading(database: Database, publication: UUID | None, **changes: Any) -> UUID:
    """Record a reading of the day after `makers.publication_draft` and return its uid."""
    draft = ReadingDraft(date(2026, 10, 17), publication, interactions=50_000)
    with database.write(Actor.CHIEF) as session:
        return record_reading(session, replace(draft, **changes)).uid
