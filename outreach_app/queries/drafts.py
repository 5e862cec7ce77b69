"""Drafts: what was typed in forms and is not recorded yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft
from outreach_app.queries.desks import desk_of

DraftT = TypeVar("DraftT")

# The form in which sessions are typed: its drafts are sessions that somebody still has to complete.
SESSION_FORM = "meeting"
# The forms of inline actions: their drafts name the action and the record.
ACTION_FORMS = "action"
# What follows the name of a form in a key: a new record's own name, or the record it concerns.
_ENDINGS = ("/", ":")


@dataclass(frozen=True, slots=True)
class DraftRow(Generic[DraftT]):
    """One draft: its key, what was typed, and when it was kept."""

    key: str
    draft: DraftT
    saved_at: datetime


def count_drafts_of_all(session: Session) -> int:
    """Count the drafts of every account, of every form."""
    return session.scalar(select(func.count()).select_from(SavedDraft)) or 0


def list_drafts(
    session: Session, form: str, kind: type[DraftT], *, with_records: bool = False
) -> list[DraftRow[DraftT]]:
    """Return this account's drafts of a form, newest first.

    They are those of new records, and `with_records` also those that change or concern a record.
    """
    wanted = _is_of(session, form, *_ENDINGS if with_records else _ENDINGS[:1])
    query = select(SavedDraft).where(*wanted).order_by(SavedDraft.saved_at.desc())
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
    wanted = _is_of(session, form, "/")
    return session.scalar(select(func.count()).select_from(SavedDraft).where(*wanted)) or 0


def list_forms(session: Session) -> frozenset[str]:
    """Return the forms of which this account has drafts."""
    keys = session.scalars(select(SavedDraft.key).where(SavedDraft.account == desk_of(session)))
    return frozenset(map(form_of_draft, keys))


def list_forms_of(session: Session, account: UUID) -> list[str]:
    """Return the form of each draft that an account has, the newest first."""
    query = select(SavedDraft.key).where(SavedDraft.account == account)
    return [
        form_of_draft(key) for key in session.scalars(query.order_by(SavedDraft.saved_at.desc()))
    ]


def list_action_drafts(session: Session) -> frozenset[tuple[str, UUID]]:
    """Return the inline actions that this account has drafts of, each with its record."""
    is_action = SavedDraft.key.startswith(f"{ACTION_FORMS}:", autoescape=True)
    keys = session.scalars(
        select(SavedDraft.key).where(is_action, SavedDraft.account == desk_of(session))
    )
    named = (key.partition("/")[0].split(":") for key in keys)
    return frozenset((action, UUID(record)) for _form, action, record in named)


def is_draft_of(key: str, form: str, *, with_records: bool) -> bool:
    """Return whether a key is one of those that `list_drafts` returns."""
    return key.startswith(tuple(form + each for each in _ENDINGS if with_records or each == "/"))


def form_of_draft(key: str) -> str:
    """Return the form that a draft was typed in."""
    return key.partition("/")[0].partition(":")[0]


def record_of_draft(key: str) -> UUID | None:
    """Return the record that a draft changes or concerns; None for that of a new record."""
    record = key.partition("/")[0].partition(":")[2]
    return UUID(record) if record else None


def _is_of(
    session: Session, form: str, *endings: str
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    is_own = SavedDraft.account == desk_of(session)
    keys = (SavedDraft.key.startswith(form + each, autoescape=True) for each in endings)
    return or_(*keys), is_own


def _row(saved: SavedDraft, kind: type[DraftT]) -> DraftRow[DraftT] | None:
    try:
        return DraftRow(saved.key, msgspec.json.decode(saved.content, type=kind), saved.saved_at)
    except msgspec.MsgspecError:
        return None
