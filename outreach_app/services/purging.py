"""Purging of a record and its dependants, children first."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from outreach_app import journal, month_totals
from outreach_app.erased_lines import erase_lines
from outreach_app.models import (
    FoundConflict,
    Oddity,
    OwnedRecord,
    Record,
    WaitingRecord,
)
from outreach_app.models.ties import LETS_GO, Tie
from outreach_app.queries.records import get_own_office
from outreach_app.queries.trees import referring
from outreach_app.search import index, leftovers
from outreach_app.search.documents import KINDS, has_document
from outreach_app.search.index import Found


def purge_tree(session: Session, tree: Sequence[Record]) -> int:
    """Purge the records of a tree, in its order; return their number.

    Optional links to them are cleared. Another office's record on one of this office's, e.g.
    headquarters' reply, is dropped here without an event: that office purges it once the event of
    its point has reached it.
    """
    own = get_own_office(session).id
    documents = [Found(KINDS[type(each)], each.id) for each in tree if has_document(each)]
    for each in tree:
        _let_go(session, each, own)
    session.flush()
    month_totals.note(session, tree)
    for each in tree:
        _forget_local(session, each.uid)
        if isinstance(each, OwnedRecord) and each.office_id != own:
            _drop(session, each)
        else:
            journal.purge(session, each)
    session.expire_all()
    index.remove(session, documents)
    leftovers.note_erasure(session)
    return len(tree)


def _drop(session: Session, record: Record) -> None:
    """Remove another office's record from this store: its row and its lines."""
    session.flush()
    session.expunge(record)
    erase_lines(session.connection(), [record.uid.bytes])
    delete = f"DELETE FROM {record.__tablename__} WHERE id = ?"  # noqa: S608  a table of ours
    session.connection().exec_driver_sql(delete, (record.id,))


def _let_go(session: Session, record: Record, own: int) -> None:
    for tie in LETS_GO:
        for other in referring(session, tie, record):
            if isinstance(other, OwnedRecord) and other.office_id != own:
                _empty_unsaid(session, tie, other, record)
            else:
                setattr(other, tie.key, None)


def _empty_unsaid(session: Session, tie: Tie, other: Record, gone: Record) -> None:
    """Clear the link of another office's record, which then waits for a record that never comes."""
    (column,) = inspect(type(other)).relationships[tie.key].local_columns
    update = f"UPDATE {other.__tablename__} SET {column.name} = NULL WHERE id = ?"  # noqa: S608
    session.connection().exec_driver_sql(update, (other.id,))
    session.merge(WaitingRecord(record=other.uid, entity=other.contract.entity, parent=gone.uid))


def _forget_local(session: Session, uid: UUID) -> None:
    """Remove a record from the lists of conflicts and oddities."""
    for model in (FoundConflict, Oddity):
        for row in session.scalars(select(model).where(model.record == uid)):
            session.delete(row)
