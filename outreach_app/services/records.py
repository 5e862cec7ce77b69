"""Operations on records that use cases share: take, fill, delete softly, restore."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.errors import Conflict
from outreach_app.events import Json, fold
from outreach_app.i18n import gettext as _
from outreach_app.models import Partner, Person, Record
from outreach_app.models.base import Group, Link, Value, default_of, from_json
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, require, use_case
from outreach_app.rules.text import clean_text

RecordT = TypeVar("RecordT", bound=Record)
CardT = TypeVar("CardT", Partner, Person)


class RowDraft(Protocol):
    """The draft of a row of a meeting; `uid` is that of the record it was read from."""

    @property
    def uid(self) -> UUID | None: ...


DraftT = TypeVar("DraftT", bound=RowDraft)


def take(session: Session, model: type[RecordT], uid: UUID, version: str) -> RecordT:
    """Take a record that still has the version it was read with. Raises NotFound, Conflict."""
    record = get_record(session, model, uid)
    if record.version != version:
        raise changed_since(uid)
    return record


def take_card(session: Session, model: type[CardT], uid: UUID, version: str | None) -> CardT:
    """Take a partner or person whose name has not changed either.

    For an account that sees all of it: another would write over contacts that it was not shown.
    Raises NotFound, Conflict and NotAllowed (`not_allowed_role`).
    """
    require(session, Right.NAMES)
    record = get_record(session, model, uid)
    if version_of_card(record) != version:
        raise changed_since(uid)
    return record


def version_of_card(holder: Partner | Person) -> str:
    """Return the version of a partner or person and of its identity, which can change separately.

    Else what was typed in a form that was opened before an erasure would bring the name back.
    """
    identity = holder.identity
    return f"{holder.version}+{identity.version}" if identity else holder.version


def changed_since(uid: UUID) -> Conflict:
    """Return the error for a record that changed since it was read."""
    message = _("The record was changed since it was read. Reload it, then make your change.")
    return Conflict(message, details={"uid": str(uid)})


def fill(record: Record, draft: object, names: tuple[str, ...]) -> None:
    """Copy these fields of a draft to its record; the journal sees only those that differ.

    Text loses its direction marks and control characters, and is None if nothing is left.
    """
    for name in names:
        value = getattr(draft, name)
        setattr(record, name, clean_text(value) or None if isinstance(value, str) else value)


def pair(
    live: Sequence[RecordT], drafts: Sequence[DraftT], same: Callable[[RecordT, DraftT], bool]
) -> tuple[list[RecordT | None], list[RecordT]]:
    """Pair each draft with its record (None if new); also return the records without a draft.

    Match by uid, then by content, never by position: inserting a row must not shift the follow-up
    of later ones.
    """
    left = list(live)
    paired: list[RecordT | None] = []
    for draft in drafts:
        record = next((row for row in left if row.uid == draft.uid), None)
        if record is None and draft.uid is None:
            record = next((row for row in left if same(row, draft)), None)
        if record is not None:
            left.remove(record)
        paired.append(record)
    return paired, left


@use_case(Right.REMOVE)
def delete(session: Session, model: type[Record], uid: UUID, version: str) -> None:
    """Delete softly: the record leaves every list and can be restored."""
    take(session, model, uid, version).is_deleted = True


@use_case(Right.REMOVE)
def restore(session: Session, model: type[Record], uid: UUID) -> None:
    """Restore a deleted record."""
    get_record(session, model, uid).is_deleted = False


@use_case(Right.REMOVE)
def put_back(session: Session, record: Record, *versions: str) -> None:
    """Give a record the fields that it had before the events of these versions.

    If its first event stays, later changes and links stay; if none stays, it is deleted.
    """
    events = sorted(journal.events_of(session, record.uid), key=lambda event: event.t)
    left = [event for event in events if event.version not in versions]
    if not left:
        record.is_deleted = True
        return
    state, is_begun = fold(left), events[0] in left
    for field in record.contract.fields:
        if is_begun or not isinstance(field, Link):
            set_field(session, record, field, state.fields.get(field.name))
    record.is_deleted = state.is_deleted


def set_field(session: Session, record: Record, field: Value | Group | Link, json: Json) -> None:
    """Set a field of a record to the value in an event. Raises NotFound for a link's target."""
    if isinstance(field, Link):
        relationship = type(record).__mapper__.relationships[field.name]
        model: type[Record] = relationship.mapper.class_
        target = get_record(session, model, UUID(json)) if isinstance(json, str) else None
        setattr(record, field.name, target)
        return
    group = json if isinstance(field, Group) else {field.name: json}
    values = group if isinstance(group, dict) else {}
    for name in field.columns:
        known = values.get(name)
        # An event that is older than the column states nothing about it.
        is_said = known is not None
        model = type(record)
        value = from_json(model, name, known) if is_said else default_of(model, name)
        setattr(record, name, value)
