"""Use cases of drafts: keep what is typed, find it after a crash, throw it away."""

from datetime import datetime
from typing import TypeVar

import msgspec
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft

DraftT = TypeVar("DraftT")


def save_draft(session: Session, key: str, draft: object, now: datetime) -> None:
    """Keep a draft under its form's key, in place of the one before."""
    content = msgspec.json.encode(draft)
    session.merge(SavedDraft(key=key, content=content, saved_at=now))


def find_draft(session: Session, key: str, kind: type[DraftT]) -> tuple[DraftT, datetime] | None:
    """Return the draft of a form and when it was kept, if one was left behind.

    One that an older version of the program wrote in another shape is as none.
    """
    saved = session.get(SavedDraft, key)
    if saved is None:
        return None
    try:
        return msgspec.json.decode(saved.content, type=kind), saved.saved_at
    except msgspec.MsgspecError:
        return None


def discard_draft(session: Session, key: str) -> None:
    """Throw a draft away: it was saved for good, or the person wants it gone."""
    saved = session.get(SavedDraft, key)
    if saved is not None:
        session.delete(saved)
