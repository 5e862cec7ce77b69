"""Drafts: what was typed in forms and is not saved for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft
from outreach_app.queries.desks import desk_of

DraftT = TypeVar("DraftT")

# The form that sessions are typed in: its drafts are sessions that somebody has yet to complete.
SESSION_FORM = "meeting"


@dataclass(frozen=True, slots=True)
class DraftRow(Generic[DraftT]):
    """One draft: the key it is kept under, what was typed, and when it was kept."""

    key: str
    draft: DraftT
    saved_at: datetime


def list_drafts(session: Session, form: str, kind: type[DraftT]) -> list[DraftRow[DraftT]]:
    """Return the drafts that this account left in a form, the last one kept first."""
    query = select(SavedDraft).where(*_is_of(session, form)).order_by(SavedDraft.saved_at.desc())
    rows = (_row(saved, kind) for saved in session.scalars(query))
    return [row for row in rows if row is not None]


def find_draft(session: Session, key: str, kind: type[DraftT]) -> DraftRow[DraftT] | None:
    """Return the draft that is kept under a key, None where there is none.

    One that an older version of the program wrote in another shape is as none.
    """
    saved = session.get(SavedDraft, key)
    return None if saved is None else _row(saved, kind)


def count_drafts(session: Session, form: str) -> int:
    """Return how many drafts this account left in a form."""
    return (
        session.scalar(select(func.count()).select_from(SavedDraft).where(*_is_of(session, form)))
        or 0
    )


def _is_of(session: Session, form: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    is_own = SavedDraft.account == desk_of(session)
    return SavedDraft.key.startswith(f"{form}/", autoescape=True), is_own


def _row(saved: SavedDraft, kind: type[DraftT]) -> DraftRow[DraftT] | None:
    try:
        return DraftRow(saved.key, msgspec.json.decode(saved.content, type=kind), saved.saved_at)
    except msgspec.MsgspecError:
        return None
