"""Test helpers that make drafts of remarks, and record them."""

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.services.remarks import RemarkDraft, record_remark


def remark_draft(**changes: Any) -> RemarkDraft:
    """Return the draft of a remark received by telephone one morning; on a publication, later."""
    day = date(2026, 10, 16 if changes.get("publication") else 15)
    draft = RemarkDraft("tp.6.1", "الإنارة منعدمة قرب محطة الحافلات", "ar", day, time(10, 14))
    return replace(draft, **changes)


def write_remark(database: Database, **changes: Any) -> UUID:
    """Record a remark and return its uid."""
    with database.write(Actor.CHIEF) as session:
        return record_remark(session, remark_draft(**changes)).uid
