"""Test helpers for requests from people."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.rules.claims import ClaimKind, IdentityCheck
from outreach_app.services.claims import ClaimDraft, record_claim


def write_claim(database: Database, about: UUID, **changes: Any) -> UUID:
    """Record that a known person asks for their own data; return the uid of the claim."""
    draft = ClaimDraft(
        ClaimKind.ACCESS, date(2026, 11, 2), about=about, identity_check=IdentityCheck.CARD_SHOWN
    )
    with database.write(Actor.CHIEF) as session:
        return record_claim(session, replace(draft, **changes)).uid
