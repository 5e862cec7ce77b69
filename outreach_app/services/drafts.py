"""Use cases of drafts: keep what is typed, discard it."""

from datetime import datetime
from uuid import UUID, uuid4

import msgspec
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft
from outreach_app.queries.desks import desk_of
from outreach_app.queries.drafts import ACTION_FORMS
from outreach_app.rights import Right, use_case


def draft_key(form: str) -> str:
    """Return a new key for drafts of a form, so that the next one overwrites none."""
    return f"{form}/{uuid4().hex[:12]}"


def action_form(action: str, record: UUID) -> str:
    """Return the form whose drafts are those of an action on a record."""
    return f"{ACTION_FORMS}:{action}:{record}"


@use_case(Right.KEEP_DRAFTS)
def save_draft(session: Session, key: str, draft: object, now: datetime) -> None:
    """Keep a draft of this account under its key, replacing the former one."""
    content = msgspec.json.encode(draft)
    session.merge(SavedDraft(key=key, account=desk_of(session), content=content, saved_at=now))


@use_case(Right.KEEP_DRAFTS)
def discard_draft(session: Session, key: str) -> None:
    """Discard a draft: it was recorded, or the person no longer wants it."""
    saved = session.get(SavedDraft, key)
    if saved is not None:
        session.delete(saved)
