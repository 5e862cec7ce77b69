"""Use cases of imports: record what a file changed, undo an import."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from outreach_app import clock, journal
from outreach_app.change_recording import Changed
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.models import (
    JOURNALED,
    Attendance,
    Claim,
    Identity,
    ImportBatch,
    ImportedRecord,
    Issue,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Record,
)
from outreach_app.models.sources import whole_of
from outreach_app.progress import Progress
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services import records
from outreach_app.services.points import refresh_states
from outreach_app.survivors import group_ids

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}


@dataclass(frozen=True, slots=True)
class Reverted:
    """The result of undoing an import: records removed, restored to what they were, and kept.

    `gone` and `left` count what a person sees, by noun: a partner with its contacts is one.
    """

    removed: int
    restored: int
    kept: int
    gone: Mapping[str, int] = field(default_factory=dict, compare=False)
    left: Mapping[str, int] = field(default_factory=dict, compare=False)


@use_case(Right.IMPORT)
def keep_batch(session: Session, file_name: str) -> UUID:
    """Record every record that this transaction created or changed, under a new batch."""
    session.flush()
    batch = begin_batch(session, file_name)
    keep_changed(session, batch, journal.changes(session))
    return batch.uid


@use_case(Right.IMPORT)
def begin_batch(session: Session, file_name: str) -> ImportBatch:
    """Begin a batch; its records are added portion by portion."""
    batch = ImportBatch(uid=uuid_utils.compat.uuid7(), file_name=file_name, imported_at=clock.now())
    session.add(batch)
    session.flush()
    return batch


@use_case(Right.IMPORT)
def forget_batch(session: Session, uid: UUID) -> None:
    """Delete a batch of this transaction, so that a later one records everything."""
    batch = _get_batch(session, uid)
    for record in batch.records:
        session.delete(record)
    session.flush()
    session.delete(batch)


@use_case(Right.IMPORT)
def keep_changed(session: Session, batch: ImportBatch, changed: Sequence[Changed]) -> None:
    """Record what this transaction changed under a batch, each record once."""
    rows = [
        {
            "batch_id": batch.id,
            "entity": each.entity,
            "record": each.uid,
            "version_before": each.version_before,
            "version_after": each.version,
        }
        for each in changed
        if each.version_before != each.version
    ]
    if rows:
        session.connection().execute(insert(ImportedRecord), rows)


@use_case(Right.IMPORT)
def revert_import(session: Session, batch_uid: UUID, progress: Progress) -> Reverted:
    """Undo an import; what was changed since is kept as it is.

    Undoing one makes an earlier import of the same records undoable. Raises NotFound, and
    NotAllowed (`later_import`) if a later import must be undone first.
    """
    batch = _get_batch(session, batch_uid)
    chains = _Chains(session, batch)
    brought = _brought(session, batch)
    needed = _needed_by_others(session, batch, brought, chains, progress)
    taken = [
        (row, record, versions)
        for row, record in brought
        if record.version == (versions := chains.versions(row))[-1] and record not in needed
    ]
    new = {record for row, record, _versions in taken if row.version_before is None}
    meetings: dict[Meeting, None] = {}
    undone: list[tuple[Record, str]] = []
    for done, (row, record, versions) in enumerate(taken):
        progress.step(len(brought) + done, 2 * len(brought), _("Undoing the import"))
        undone.append((record, record.version))
        if row.version_before is not None:
            records.put_back(session, record, *versions)
        elif whole_of(record) not in new:
            # A part of a new record is hidden with it, and comes back with it from the trash.
            record.is_deleted = True
        if isinstance(record, Meeting):
            meetings[record] = None
    for meeting in meetings:
        refresh_states(meeting)
    session.flush()
    batch.records += [
        _imported(record, before) for record, before in undone if record.version != before
    ]
    batch.reverted_at = clock.now()
    done_with = [record for _row, record, _versions in taken]
    gone = _by_noun(whole for record in done_with if (whole := _seen_in(record)) in new)
    left = _by_noun(_seen_in(record) for _row, record in brought if record not in done_with)
    return Reverted(len(new), len(taken) - len(new), len(brought) - len(taken), gone, left)


def _seen_in(record: Record) -> Record:
    """Return the record that a person sees a record in: itself, or what it is a part of."""
    person = record.person if isinstance(record, Identity) else None
    whole = person or whole_of(record)
    return record if whole is None else _seen_in(whole)


def _by_noun(records: Iterable[Record]) -> Mapping[str, int]:
    return Counter(record.contract.entity for record in dict.fromkeys(records))


class _Chains:
    """Version chains of a batch's records across undone imports.

    A record whose change by a later import was undone counts as the batch left it.
    """

    def __init__(self, session: Session, batch: ImportBatch) -> None:
        self._after: dict[tuple[UUID, str | None], str] = {}
        mine = select(ImportedRecord.record).where(ImportedRecord.batch_id == batch.id)
        statement = (
            select(ImportedRecord, ImportBatch)
            .join(ImportBatch, ImportedRecord.batch_id == ImportBatch.id)
            .where(ImportedRecord.record.in_(mine), ImportBatch.id > batch.id)
        )
        later = session.execute(statement).all()
        for row, other in later:
            if other.reverted_at is not None:
                self._after[row.record, row.version_before] = row.version_after
        left = {(row.record, self.versions(row)[-1]) for row in batch.records}
        for row, other in later:
            if other.reverted_at is None and (row.record, row.version_before) in left:
                message = _(
                    "The file {file}, imported later, changed the same records."
                    " Undo that import first."
                )
                raise NotAllowed(
                    message.format(file=isolate_file(other.file_name)), code="later_import"
                )

    def versions(self, row: ImportedRecord) -> list[str]:
        """Return the versions that a row, and imports undone since, gave its record, in order."""
        versions = [row.version_after]
        while (after := self._after.get((row.record, versions[-1]))) is not None:
            versions.append(after)
        return versions


def _get_batch(session: Session, uid: UUID) -> ImportBatch:
    batch = session.scalars(select(ImportBatch).where(ImportBatch.uid == uid)).one_or_none()
    if batch is None or batch.reverted_at is not None:
        raise NotFound(_("There is no import {uid} to undo.").format(uid=uid))
    return batch


def _imported(record: Record, version_before: str | None) -> ImportedRecord:
    return ImportedRecord(
        entity=record.contract.entity,
        record=record.uid,
        version_before=version_before,
        version_after=record.version,
    )


def _brought(session: Session, batch: ImportBatch) -> list[tuple[ImportedRecord, Record]]:
    """Return each row of a batch with its record, without records erased since."""
    found: dict[UUID, Record] = {}
    for model in _MODELS.values():
        uids = select(ImportedRecord.record).where(
            ImportedRecord.batch_id == batch.id,
            ImportedRecord.entity == model.contract.entity,
        )
        records: Iterable[Record] = session.scalars(select(model).where(model.uid.in_(uids)))
        found.update({record.uid: record for record in records})
    return [(row, found[row.record]) for row in batch.records if row.record in found]


def _needed_by_others(
    session: Session,
    batch: ImportBatch,
    brought: list[tuple[ImportedRecord, Record]],
    chains: _Chains,
    progress: Progress,
) -> set[Record]:
    """Return the records that later work depends on.

    They are meetings issued or worked on since; partners changed or met since, or given a sheet or
    a representative; people changed or renamed since; publications read since. Names and contacts
    count with their holders.
    """
    after = {row.record: chains.versions(row)[-1] for row, _record in brought}
    needed: set[Record] = set()
    for done, (row, record) in enumerate(brought):
        progress.step(done, 2 * len(brought), _("Undoing the import"))
        if isinstance(record, Meeting):
            parts = [*record.attendances, *record.points, *record.commitments, *record.referrals]
            is_changed = any(part.version != after.get(part.uid) for part in parts)
            if is_changed or _is_given_out(session, record, batch.imported_at):
                needed.update([record, *parts, *(a.partner for a in record.attendances)])
        elif row.version_before is not None:
            continue  # it was there before: restoring it takes it from nobody
        elif isinstance(record, Partner | Person) and _is_used(session, record, after):
            needed.update([record, *([record.identity] if record.identity else [])])
        elif isinstance(record, Publication) and any(r.uid not in after for r in record.readings):
            needed.add(record)
    return needed


def _is_given_out(session: Session, meeting: Meeting, imported_at: datetime) -> bool:
    """Return whether a summary reports a meeting, or a partner's sheet issued since an import."""
    issued = select(Issue.id).where(Issue.meeting_id == meeting.id).limit(1)
    if session.scalar(issued) is not None:
        return True
    present = [row.partner.uid for row in meeting.attendances if row.is_present]
    given = select(Issue.id).where(
        Issue.partner_id.in_(group_ids(session, Partner, present)),
        Issue.first_on <= meeting.held_on,
        Issue.last_on >= meeting.held_on,
        Issue.issued_at >= imported_at,
        ~Issue.is_deleted,
    )
    return meeting.status == MeetingStatus.HELD and session.scalar(given.limit(1)) is not None


def _is_used(session: Session, record: Partner | Person, after: dict[UUID, str]) -> bool:
    """Return whether later work depends on a partner or a person.

    They were changed or asked about, or the partner was met, given people or a sheet. `after` holds
    the versions that the import, and the imports undone since, left.
    """
    identity = record.identity
    changed = [record] if identity is None else [record, identity]
    if any(row.version != after.get(row.uid, row.version) for row in changed):
        return True
    asked = Claim.person_id if isinstance(record, Person) else Claim.partner_id
    if session.scalar(select(Claim.id).where(asked == record.id).limit(1)) is not None:
        return True
    if isinstance(record, Person):
        return False
    given = select(Issue.id).where(Issue.partner_id == record.id, ~Issue.is_deleted)
    if session.scalar(given.limit(1)) is not None:
        return True
    remarks = select(Point.id).where(Point.raised_by_id == record.id, ~Point.is_deleted)
    if session.scalar(remarks.where(Point.meeting_id.is_(None)).limit(1)) is not None:
        return True
    met = (
        select(Attendance)
        .join(Attendance.meeting)
        .where(Attendance.partner_id == record.id, ~Attendance.is_deleted, ~Meeting.is_deleted)
    )
    people = select(Person).where(Person.partner_id == record.id, ~Person.is_deleted)
    return any(row.uid not in after for row in session.scalars(met)) or any(
        person.version != after.get(person.uid) for person in session.scalars(people)
    )
