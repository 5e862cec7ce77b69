"""Use cases of merging: merge two records of one thing, separate them, or keep them apart.

One write does it all: the chosen values go to the record that stays, records that belong to the
other move to it, and the other names what it was merged into. Queries follow that link
(`survivors.py`), so what another PC still writes to the merged record shows under the one that
stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import journal
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.events import decode
from outreach_app.i18n import gettext as _
from outreach_app.models import (
    JOURNALED,
    Attendance,
    Distinction,
    JournalEvent,
    Partner,
    Person,
    Record,
)
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.services import records
from outreach_app.services.partner_drafts import draft_of_partner, draft_of_person
from outreach_app.services.partners import change_partner
from outreach_app.services.people import change_person, warn_a_week
from outreach_app.survivors import group_ids, survivor

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}
_LINK = "merged_into"
_NAMES = ("name_ar", "name_fr")


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """What is merged into what, each at the version it was read with.

    `taken` names the fields whose value comes from the loser: columns, or groups that change
    together.
    """

    winner: UUID
    winner_version: str
    loser: UUID
    loser_version: str
    taken: frozenset[str] = frozenset()


@use_case(Right.REMOVE)
def merge_partners(session: Session, draft: MergeDraft) -> None:
    """Merge a partner, its people and its meetings into another. Raises NotFound, Conflict.

    A name that is a person's stays one: it is kept in an identity.
    """
    winner = records.take(session, Partner, draft.winner, draft.winner_version)
    loser = records.take(session, Partner, draft.loser, draft.loser_version)
    kept, other = (draft_of_partner(session, each.uid) for each in (winner, loser))
    is_a_persons = kept.is_named_after_person or (
        other.is_named_after_person and not draft.taken.isdisjoint(_NAMES)
    )
    if is_a_persons and loser.is_named_after_person and loser.identity and not winner.identity:
        loser.identity.partner = winner
    _move_attendances(session, winner, loser)
    of_loser = Person.partner_id.in_(group_ids(session, Partner, [loser.uid]))
    for person in session.scalars(select(Person).where(of_loser, ~Person.is_deleted)):
        person.partner = winner
    values = _columns_of(Partner, other, draft.taken)
    changed = replace(kept, **values, is_named_after_person=is_a_persons)
    # It may already have the other's identity.
    changed = replace(changed, version=records.version_of_card(winner))
    change_partner(session, winner.uid, changed)
    loser.merged_into = winner
    session.flush()


@use_case(Right.REMOVE)
def merge_people(session: Session, draft: MergeDraft) -> None:
    """Merge a person into another of the same partner. Raises NotFound, Conflict, NotAllowed."""
    winner = records.take(session, Person, draft.winner, draft.winner_version)
    loser = records.take(session, Person, draft.loser, draft.loser_version)
    if survivor(winner.partner) is not survivor(loser.partner):
        raise NotAllowed(_("They speak for two partners: merge the partners first."))
    kept, other = (draft_of_person(session, each.uid) for each in (winner, loser))
    for attendance in session.scalars(select(Attendance).where(Attendance.person == loser)):
        attendance.person = winner
    changed = replace(kept, **_columns_of(Person, other, draft.taken))
    days = (day for day in (kept.inform_by, other.inform_by) if day is not None)
    change_person(session, winner.uid, replace(changed, inform_by=min(days, default=None)))
    loser.merged_into = winner
    if winner.inform_by != kept.inform_by:
        warn_a_week(session, winner)
    session.flush()


@use_case(Right.RECORD)
def tell_apart(session: Session, first: UUID, second: UUID) -> None:
    """Record that two records are not the same: no list of duplicates shows the pair again."""
    lower, higher = sorted((str(first), str(second)))
    office = get_own_office(session)
    session.add(Distinction(office_id=office.id, first=lower, second=higher))


@use_case(Right.REMOVE)
def separate(session: Session, merged: UUID) -> None:
    """Separate a record from what it was merged into, whenever and wherever that was done.

    What the merge changed is restored field by field; later changes stay. Raises NotFound if it is
    not merged.
    """
    for row in _merge_of(session, merged):
        model = _MODELS[row.entity]
        record = session.scalars(select(model).where(model.uid == row.record)).one_or_none()
        if record is not None:  # its name may have been erased
            records.put_back(session, record, journal.placed(row).version)
            if isinstance(record, Person):
                warn_a_week(session, record)


def _merge_of(session: Session, merged: UUID) -> Sequence[JournalEvent]:
    """Return the events of the write that last merged a record."""
    events = sorted(journal.events_of(session, merged), key=lambda event: (event.t, event.device))
    for event in reversed(events):
        fields = decode(event.line).d if event.line is not None else {}
        if _LINK in fields:
            if fields[_LINK] is None:
                break
            statement = select(JournalEvent).where(
                JournalEvent.device == UUID(event.device), JournalEvent.t == event.t
            )
            return session.scalars(statement).all()
    raise NotFound(_("It is not merged: it has already been separated."))


def _columns_of(model: type[Record], other: object, names: frozenset[str]) -> dict[str, Any]:
    together = {field.name: field.columns for field in model.contract.fields}
    columns = (column for name in names for column in together.get(name, (name,)))
    return {column: getattr(other, column) for column in columns}


def _move_attendances(session: Session, winner: Partner, loser: Partner) -> None:
    """Move the loser's attendances to the winner, keeping one for each meeting."""
    live = select(Attendance).where(~Attendance.is_deleted).order_by(Attendance.id)
    staying = group_ids(session, Partner, [winner.uid])
    moving = group_ids(session, Partner, [loser.uid])
    present = {
        row.meeting_id: row
        for row in session.scalars(live.where(Attendance.partner_id.in_(staying)))
    }
    for row in session.scalars(live.where(Attendance.partner_id.in_(moving))).all():
        twin = present.setdefault(row.meeting_id, row)
        if twin is row:
            row.partner = winner
        else:
            twin.is_present = twin.is_present or row.is_present
            twin.person = twin.person or row.person
            row.is_deleted = True
