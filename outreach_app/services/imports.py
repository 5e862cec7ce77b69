"""Use cases of imports: record what a file changed, undo an import."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import uuid_utils.compat
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from outreach_app import clock, journal
from outreach_app.change_recording import Changed
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file
from outreach_app.models import JOURNALED, Identity, ImportBatch, ImportedRecord, Meeting, Record
from outreach_app.models.sources import whole_of
from outreach_app.progress import Progress
from outreach_app.rights import Right, use_case
from outreach_app.services import records
from outreach_app.services.later_work import needed_by_others
from outreach_app.services.points import refresh_states
from outreach_app.services.withdrawing import find_unseen, withdraw

_MODELS: dict[str, type[Record]] = {model.contract.entity: model for model in JOURNALED}
# A row of an import with its record, and the versions that it gave it.
_Taken = tuple[ImportedRecord, Record, Sequence[str]]


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

    New records of which nothing left the office are withdrawn, and the last numbers are free again;
    others go to the trash.
    Undoing one makes an earlier import of the same records undoable. Raises NotFound, and
    NotAllowed (`later_import`) if a later import must be undone first.
    """
    batch = _get_batch(session, batch_uid)
    chains = _Chains(session, batch)
    brought = _brought(session, batch)
    after = {row.record: chains.versions(row)[-1] for row, _record in brought}
    needed = needed_by_others(session, batch.imported_at, brought, after, progress)
    taken = [
        (row, record, versions)
        for row, record in brought
        if record.version == (versions := chains.versions(row))[-1] and record not in needed
    ]
    new = {record for row, record, _versions in taken if row.version_before is None}
    unseen = find_unseen(session, batch, new)
    done_with = {record: row for row, record, _versions in taken}
    gone = _by_noun(whole for record in done_with if (whole := _seen_in(record)) in new)
    left = _by_noun(_seen_in(record) for _row, record in brought if record not in done_with)
    before = {record: record.version for record in done_with}
    _take_out(session, taken, new, progress)
    session.flush()
    batch.records += [
        _imported(record, version)
        for record, version in before.items()
        if record.version != version and record not in unseen
    ]
    batch.reverted_at = clock.now()
    session.flush()
    withdraw(session, unseen)
    return Reverted(len(new), len(taken) - len(new), len(brought) - len(taken), gone, left)


def _take_out(
    session: Session, taken: Sequence[_Taken], new: Collection[Record], progress: Progress
) -> None:
    """Delete new records and put the others back as they were."""
    for done, (row, record, versions) in enumerate(taken):
        progress.step(len(taken) + done, 2 * len(taken), _("Undoing the import"))
        if row.version_before is not None:
            records.put_back(session, record, *versions)
        elif whole_of(record) not in new:
            # A part of a new record is hidden with it, and comes back with it from the trash.
            record.is_deleted = True
    meetings = (record for _row, record, _versions in taken if isinstance(record, Meeting))
    for meeting in dict.fromkeys(meetings):
        refresh_states(meeting)


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
