"""Withdrawal of new records that never left the office: nothing of them stays but their hashes."""

from collections.abc import Collection, Iterable

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from outreach_app import journal, month_totals
from outreach_app.access_log import Act
from outreach_app.erased_lines import erase_unprinted
from outreach_app.models import (
    AccessRow,
    Bundle,
    ImportBatch,
    ImportedRecord,
    JournalEvent,
    Record,
)
from outreach_app.models.base import Base
from outreach_app.models.sources import whole_of
from outreach_app.models.ties import GOES_WITH, HOLDS, LETS_GO, Tie
from outreach_app.rules.kinds import BundleDirection
from outreach_app.search import index
from outreach_app.search.documents import KINDS, has_document
from outreach_app.search.index import Found

# The acts by which a number can be on a paper or in a file that somebody else has. Rows that were
# cut from the log no longer say which act they were of.
_LEAVING = (Act.EXTRACT, Act.GIVEN_OUT, Act.NAMES_OUT, Act.TABLE, Act.CUT)

_PORTION = 500  # values in one statement


def find_unseen(session: Session, batch: ImportBatch, new: Collection[Record]) -> set[Record]:
    """Return those of an import's new records that can be withdrawn, none if anything left since.

    Each goes with all its parts, and no other record refers to it.
    """
    if _has_left(session, batch):
        return set()
    referring = list(_links(session, new))
    free = set(new)
    while True:
        held = {target for source, target in referring if target in free and source not in free}
        held |= {each for each in free if (whole := whole_of(each)) in new and whole not in free}
        if not held:
            return free
        free -= held


def withdraw(session: Session, unseen: Collection[Record]) -> None:
    """Delete these records for good, with a last event each that names nothing."""
    place = {table.name: number for number, table in enumerate(Base.metadata.sorted_tables)}
    ordered = sorted(unseen, key=lambda each: (place[each.__tablename__], each.id), reverse=True)
    documents = [Found(KINDS[type(each)], each.id) for each in ordered if has_document(each)]
    month_totals.note(session, ordered)
    for each in ordered:
        journal.purge(session, each, erase_unprinted)
    session.expire_all()
    index.remove(session, documents)


def _has_left(session: Session, batch: ImportBatch) -> bool:
    """Return whether anything left the office since an import: a file, a paper, a table."""
    brought = select(ImportedRecord.record).where(
        ImportedRecord.batch_id == batch.id, ImportedRecord.version_before.is_(None)
    )
    sent = (
        select(Bundle.id)
        .join(JournalEvent, JournalEvent.device == Bundle.device)
        .where(JournalEvent.record.in_(brought))
        .where(Bundle.direction == BundleDirection.OUT, Bundle.last >= JournalEvent.seq)
    )
    noted = select(AccessRow.n).where(
        AccessRow.act.in_(_LEAVING), AccessRow.at >= batch.imported_at
    )
    return any(session.scalar(each.limit(1)) is not None for each in (sent, noted))


def _links(session: Session, records: Collection[Record]) -> Iterable[tuple[Record, Record]]:
    """Yield each link to one of these records, with the record that it is of."""
    for tie in (*GOES_WITH, *HOLDS, *LETS_GO):
        yield from _links_by(session, tie, records)


def _links_by(
    session: Session, tie: Tie, records: Collection[Record]
) -> Iterable[tuple[Record, Record]]:
    link = inspect(tie.class_).relationships[tie.key]
    (column,) = link.local_columns
    targets = {each.id: each for each in records if isinstance(each, link.mapper.class_)}
    ids = list(targets)
    for start in range(0, len(ids), _PORTION):
        portion = column.in_(ids[start : start + _PORTION])
        for source in session.scalars(select(tie.class_).where(portion)):
            yield source, targets[getattr(source, column.name)]
