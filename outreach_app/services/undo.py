"""Undo of one write: every record it changed gets its former values back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.models import JOURNALED, Meeting, Record
from outreach_app.models.sources import Source, find_source, whole_of
from outreach_app.queries.records import get_record
from outreach_app.queries.trash import is_restored_from_trash
from outreach_app.rights import Right, use_case
from outreach_app.services import records
from outreach_app.services.points import refresh_states
from outreach_app.services.session_numbers import require_unissued

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class Change:
    """A record that a write changed, at the version the write gave it."""

    entity: str
    uid: UUID
    version: str
    is_new: bool


def changes_so_far(session: Session) -> tuple[Change, ...]:
    """Return what this transaction has changed so far."""
    session.flush()
    return tuple(
        Change(each.entity, each.uid, each.version, each.version_before is None)
        for each in journal.changes(session)
    )


def leaves_in_trash(session: Session, changes: Sequence[Change]) -> bool:
    """Return whether something is in the trash once these changes are undone."""
    return any(
        is_restored_from_trash(get_record(session, _MODELS[change.entity], change.uid))
        for change in changes
        if change.is_new
    )


@use_case(Right.RECORD)
def undo(session: Session, changes: Sequence[Change], spent: Collection[str] = ()) -> None:
    """Delete new records and restore changed ones. Raises Conflict for one changed since.

    A new part of a new record stays: it is hidden with it, and comes back with it from the trash.
    `spent` are the versions of later writes that were undone, and of their undoing: they count as
    no change.
    """
    sources: dict[Source, None] = {}
    taken = [_take(session, change, spent) for change in changes]
    new = {each.record for each in taken if each.change.is_new}
    for change, record, later in taken:
        if not change.is_new:
            records.put_back(session, record, change.version, *later)
            if isinstance(record, Meeting):
                require_unissued(session, record)
        elif whole_of(record) not in new:
            record.is_deleted = True
        if (source := find_source(record)) is not None:
            sources[source] = None
    for source in sources:
        refresh_states(source)


class _Taken(NamedTuple):
    """A changed record, and the versions that it got since."""

    change: Change
    record: Record
    later: Sequence[str]


def _take(session: Session, change: Change, spent: Collection[str]) -> _Taken:
    """Take a record at the version of its change, or after `spent` ones. Raises Conflict."""
    later = _later_versions(session, change)
    version = later[-1] if later and set(later).issubset(spent) else change.version
    record = records.take(session, _MODELS[change.entity], change.uid, version)
    return _Taken(change, record, later)


def _later_versions(session: Session, change: Change) -> list[str]:
    """Return the versions that a record got after a change, in their order."""
    events = sorted(journal.events_of(session, change.uid), key=lambda event: event.t)
    versions = [event.version for event in events]
    place = versions.index(change.version) if change.version in versions else len(versions)
    return versions[place + 1 :]
