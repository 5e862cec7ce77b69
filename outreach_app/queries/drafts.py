"""Drafts: what was typed in forms and is not recorded yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft
from outreach_app.queries.desks import desk_of

DraftT = TypeVar("DraftT")

# The form in which sessions are typed: its drafts are sessions that somebody still has to complete.
SESSION_FORM = "meeting"
# The forms of inline actions: their drafts name the action and the record.
ACTION_FORMS = "action"


@dataclass(frozen=True, slots=True)
class DraftRow(Generic[DraftT]):
    """One draft: its key, what was typed, and when it was kept."""

    key: str
    draft: DraftT
    saved_at: datetime


def list_drafts(session: Session, form: str, kind: type[DraftT]) -> list[DraftRow[DraftT]]:
    """Return this account's drafts of a form, newest first."""
    query = select(SavedDraft).where(*_is_of(session, form)).order_by(SavedDraft.saved_at.desc())
    rows = (_row(saved, kind) for saved in session.scalars(query))
    return [row for row in rows if row is not None]


def find_draft(session: Session, key: str, kind: type[DraftT]) -> DraftRow[DraftT] | None:
    """Return the draft that is kept under a key, or None.

    Also None if an older version of the program wrote it in another shape.
    """
    saved = session.get(SavedDraft, key)
    return None if saved is None else _row(saved, kind)


def count_drafts(session: Session, form: str) -> int:
    """Return the number of this account's drafts of a form."""
    return (
        session.scalar(select(func.count()).select_from(SavedDraft).where(*_is_of(session, form)))
        or 0
    )


def list_action_drafts(session: Session) -> frozenset[tuple[str, UUID]]:
    """Return the inline actions that this account has drafts of, each with its record."""
    is_action = SavedDraft.key.startswith(f"{ACTION_FORMS}:", autoescape=True)
    keys = session.scalars(
        select(SavedDraft.key).where(is_action, SavedDraft.account == desk_of(session))
    )
    named = (key.partition("/")[0].split(":") for key in keys)
    return frozenset((action, UUID(record)) for _form, action, record in named)


def _is_of(session: Session, form: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    is_own = SavedDraft.account == desk_of(session)
    return SavedDraft.key.startswith(f"{form}/", autoescape=True), is_own


def _row(saved: SavedDraft, kind: type[DraftT]) -> DraftRow[DraftT] | None:
    try:
        return DraftRow(saved.key, msgspec.json.decode(saved.content, type=kind), saved.saved_at)
    except msgspec.MsgspecError:
        return None
