"""Updates of the search index: each write reindexes what it changed, in its transaction.

Larger changes, such as the records of an imported file, are marked in the store and indexed later
in small transactions, so that nobody has to wait for them.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import bindparam, event, inspect
from sqlalchemy import text as sql
from sqlalchemy.orm import Session, UOWTransaction

from outreach_app.actors import Actor
from outreach_app.database import Database, SessionState, SessionValue, StoreSession
from outreach_app.errors import Cancelled
from outreach_app.i18n import gettext as _
from outreach_app.models import (
    CatalogueEntry,
    Commitment,
    Partner,
    Person,
    Publication,
    Record,
    Referral,
)
from outreach_app.progress import Progress
from outreach_app.review_states import project_changed
from outreach_app.rights import Right, allows
from outreach_app.search import contents, index, leftovers
from outreach_app.search.documents import (
    KINDS,
    MODELS,
    document_of,
    has_document,
    list_ids,
    read_records,
)
from outreach_app.search.index import Found, FoundKind

T = TypeVar("T")
# documents indexed in one transaction: a person's own write waits no longer than that
PORTION = 200

# For records without a document: the kind that contains their words, by foreign key.
LINKS: dict[str, dict[str, FoundKind]] = {
    "identity": {"person_id": FoundKind.PERSON, "partner_id": FoundKind.PARTNER},
    "attendance": {"meeting_id": FoundKind.MEETING},
    "point": {"meeting_id": FoundKind.MEETING},
    "commitment": {"meeting_id": FoundKind.MEETING},
    "referral": {"meeting_id": FoundKind.MEETING},
    "finding": {"rumour_id": FoundKind.RUMOUR},
    "review": {"meeting_id": FoundKind.MEETING},
    "clarification": {"meeting_id": FoundKind.MEETING},
}
# Without a meeting, their words are in the document of their remark.
FOLLOWING = ("commitment", "referral")
# A partner's name is in the documents of its meetings and people, and of partners merged into it.
_NAMING = sql(
    "WITH RECURSIVE named (id) AS (SELECT id FROM partners WHERE id IN :partners"
    " UNION SELECT partners.id FROM partners JOIN named ON partners.merged_into_id = named.id)"
    " SELECT 'meeting', meeting_id FROM attendances WHERE partner_id IN (SELECT id FROM named)"
    " UNION SELECT 'person', id FROM people WHERE partner_id IN (SELECT id FROM named)"
).bindparams(bindparam("partners", expanding=True))
# The fields of a partner in other documents: its name, and the category filter of meetings.
_INDEXED_ELSEWHERE = ("name_ar", "name_fr", "merged_into", "category")
# The records whose document contains the words of a code: headquarters may reword every list.
_WORDED = sql(
    "SELECT 'meeting', id FROM meetings WHERE kind IN :codes"
    " UNION SELECT 'partner', id FROM partners WHERE category IN :codes OR type IN :codes"
    " UNION SELECT 'publication', id FROM publications WHERE kind IN :codes OR topic IN :codes"
    " UNION SELECT 'rumour', id FROM rumours"
    " WHERE form IN :codes OR topic IN :codes OR channel IN :codes"
    " UNION SELECT 'rumour', rumour_id FROM findings WHERE result IN :codes"
    " UNION SELECT 'remark', id FROM points WHERE meeting_id IS NULL"
    " AND (topic IN :codes OR phrase IN :codes OR received_through IN :codes)"
    " UNION SELECT 'remark', point_id FROM referrals"
    " WHERE destination IN :codes AND meeting_id IS NULL AND point_id IS NOT NULL"
    " UNION SELECT 'meeting', meeting_id FROM referrals"
    " WHERE destination IN :codes AND meeting_id IS NOT NULL"
    " UNION SELECT 'meeting', meeting_id FROM points"
    " WHERE topic IN :codes AND meeting_id IS NOT NULL"
    " UNION SELECT 'meeting', meeting_id FROM points"
    " WHERE phrase IN :codes AND meeting_id IS NOT NULL"
).bindparams(bindparam("codes", expanding=True))
_PUBLISHED_THROUGH = "pc."  # a publication has several channels in one column
_PORTION = 500  # values in one statement


@dataclass(slots=True)
class _Touched:
    """The changes of a write: documents, partners in other documents, codes of entries."""

    documents: set[Found] = field(default_factory=set)
    partners: set[int] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)


_TOUCHED = SessionValue[_Touched]()


def keep_current() -> None:
    """Register the index's listeners on every session of a store. Idempotent."""
    for moment, listener in (("after_flush", _collect), ("before_commit", index_changed)):
        if not event.contains(StoreSession, moment, listener):
            event.listen(StoreSession, moment, listener)


def documents_naming(session: Session, partners: Collection[int]) -> set[Found]:
    """Return the documents of other records that contain these partners' names."""
    found: set[Found] = set()
    for portion in _portions(sorted(partners)):
        rows = session.execute(_NAMING, {"partners": portion})
        found.update(Found(FoundKind(kind), record_id) for kind, record_id in rows)
    return found


def documents_wording(session: Session, codes: Collection[str]) -> set[Found]:
    """Return the documents that contain the words of these codes of the catalogue."""
    found: set[Found] = set()
    for portion in _portions(sorted(codes)):
        rows = session.execute(_WORDED, {"codes": portion})
        found.update(Found(FoundKind(kind), record_id) for kind, record_id in rows)
    if any(code.startswith(_PUBLISHED_THROUGH) for code in codes):
        ids = list_ids(session, Publication)
        found.update(Found(FoundKind.PUBLICATION, record_id) for record_id in ids)
    return found


def _portions(values: list[T]) -> Iterator[list[T]]:
    for start in range(0, len(values), _PORTION):
        yield values[start : start + _PORTION]


def forget_name(session: Session, holder: Partner | Person) -> None:
    """Reindex all documents with the erased name of a holder in this write; then `purge`."""
    touched = _TOUCHED.get_or_make(session, _Touched)
    touched.documents.add(Found(KINDS[type(holder)], holder.id))
    if isinstance(holder, Partner):
        touched.partners.add(holder.id)
    leftovers.note_erasure(session)


def index_waiting(session: Session, most: int) -> int:
    """Index at most `most` of the waiting records; return how many."""
    waiting = index.list_waiting(session, most)
    _index(session, waiting)
    return len(waiting)


def complete_index(database: Database, progress: Progress, most: int | None = None) -> None:
    """Index the waiting records, or at most `most`, each portion in a transaction.

    Cancelling leaves the rest for the next time. Leftovers of an erasure are purged first, so that
    cancelling cannot leave them on the disk.
    """
    purge(database)
    with database.read() as session:
        total = index.count_waiting(session)
    done, portion = 0, PORTION if total else 0
    while portion == PORTION and (most is None or done < most):
        try:
            progress.step(done, max(done, total), _("Search index"))
        except Cancelled:
            return
        with database.write(Actor.PROGRAM) as session:
            portion = index_waiting(session, PORTION)
        done += portion


def renew(database: Database) -> None:
    """Mark all records to be indexed again, in the background.

    For an index of another version or its lists, or one with wrong contents.
    """
    with database.write(Actor.PROGRAM) as session:
        index.postpone_all(session)
        contents.note_current(session)


def begin(database: Database) -> None:
    """Mark all records to be indexed, in a store whose rows were copied from another."""
    with database.write(Actor.PROGRAM) as session:
        for kind, model in MODELS.items():
            ids = list_ids(session, model)
            index.postpone(session, (Found(kind, number) for number in ids))
        contents.note_current(session)


def renew_outdated(database: Database) -> None:
    """Renew an index that another version built, if its contents would differ."""
    with database.read() as session:
        is_current = contents.is_current(session)
    if not is_current:
        renew(database)


def purge(database: Database) -> None:
    """Remove erased words from the disk, if there are any; this takes long.

    If it is cancelled or blocked by a reader, the next call does it.
    """
    with database.read() as session:
        noted = leftovers.noted_erasure(session)
    if not noted:
        return
    with database.write(Actor.PROGRAM) as session:
        leftovers.optimize(session)
    if database.checkpoint():
        with database.write(Actor.PROGRAM) as session:
            leftovers.clear_note(session, noted)


def _index(session: Session, wanted: Iterable[Found]) -> None:
    """Index records in their current state; remove deleted and unknown ones."""
    ids: dict[FoundKind, set[int]] = {kind: set() for kind in FoundKind}
    for found in wanted:
        ids[found.kind].add(found.record_id)
    for kind, numbers in ids.items():
        if not numbers:
            continue
        documents = [
            document_of(record)
            for record in read_records(session, kind, numbers)
            if not record.is_deleted
        ]
        index.put(session, documents)
        gone = numbers - {document.found.record_id for document in documents}
        index.remove(session, [Found(kind, number) for number in gone])


def _collect(session: Session, _context: UOWTransaction) -> None:
    new, touched = session.new, _TOUCHED.get_or_make(session, _Touched)
    for record in (*new, *session.dirty):
        if isinstance(record, Record):
            _note(touched, record, is_new=record in new)


def _note(touched: _Touched, record: Record, *, is_new: bool) -> None:
    """Note the documents with the words of a flushed record, before and after the change."""
    state = inspect(record)
    if has_document(record):
        touched.documents.add(Found(KINDS[type(record)], record.id))
    for column, kind in LINKS.get(record.contract.entity, {}).items():
        # An identity moves to another holder when partners are merged.
        before = () if is_new else state.attrs[column].history.deleted
        ids = {getattr(record, column), *before} - {None}
        touched.documents.update(Found(kind, each) for each in ids)
        if kind is FoundKind.PARTNER:
            touched.partners |= ids
    if isinstance(record, Commitment | Referral) and record.meeting is None and record.point_id:
        touched.documents.add(Found(FoundKind.REMARK, record.point_id))
    # A new record is in no document except those of records written with it.
    if (
        not is_new
        and isinstance(record, Partner)
        and any(state.attrs[name].history.has_changes() for name in _INDEXED_ELSEWHERE)
    ):
        touched.partners.add(record.id)
    if isinstance(record, CatalogueEntry):
        touched.codes.add(record.code)


def index_changed(session: Session) -> None:
    """Index the changes of a write so far; the commit does the rest."""
    project_changed(session)
    touched = _TOUCHED.take(session) or _Touched()
    # They may be most of a store, so they are indexed later.
    index.postpone(session, documents_wording(session, touched.codes))
    touched_documents = touched.documents | documents_naming(session, touched.partners)
    if allows(session, Right.NAMES):
        _index(session, touched_documents)
    else:  # its session cannot see the names in the documents
        with _seeing_all(session) as reader:
            _index(reader, touched_documents)


def _seeing_all(session: Session) -> StoreSession:
    """Return a session of the program in the transaction of another."""
    return StoreSession(session.connection(), SessionState(Actor.PROGRAM))
