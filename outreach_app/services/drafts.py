"""Use cases of drafts: keep what is typed, throw it away."""

from datetime import datetime
from uuid import uuid4

import msgspec
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft
from outreach_app.queries.desks import desk_of
from outreach_app.rights import Right, use_case


def draft_key(form: str) -> str:
    """Return a key that no draft of a form has yet: what is typed next overwrites none."""
    return f"{form}/{uuid4().hex[:12]}"


@use_case(Right.DESK)
def save_draft(session: Session, key: str, draft: object, now: datetime) -> None:
    """Keep a draft of this account under its key, in place of what was kept there."""
    content = msgspec.json.encode(draft)
    session.merge(SavedDraft(key=key, account=desk_of(session), content=content, saved_at=now))


@use_case(Right.DESK)
def discard_draft(session: Session, key: str) -> None:
    """Throw a draft away: it was saved for good, or the person wants it gone."""
    saved = session.get(SavedDraft, key)
    if saved is not None:
        session.delete(saved)
