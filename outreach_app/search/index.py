"""The search indexes of a store, in SQLite's FTS5: documents in, record ids out.

Meetings have one index, newest first: its row id begins with the day, and what lists are filtered
by are terms of it. All other records have another, best first. `search_documents` says which row a
record has; a record without a row waits to be indexed.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import TextClause
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.rights import Right, allows
from outreach_app.search.terms import (
    Facet,
    facet_term,
    match,
    words_of,
    words_of_names,
    words_of_withheld,
)

# Words come folded, so every non-ASCII character is a letter; `=` marks sounds and filters.
# Without positions (detail=none) the index of meetings is half the size and as quick. That of
# names has them: bm25 is 0 for every row of a contentless table with less.
CREATE_MEETINGS = (
    "CREATE VIRTUAL TABLE search_meetings USING fts5(words, content='', contentless_delete=1,"
    " detail=none, prefix='2 3', tokenize=\"ascii tokenchars '='\")"
)
CREATE_NAMES = (
    "CREATE VIRTUAL TABLE search_names USING fts5(words, names, content='', contentless_delete=1,"
    " detail=full, prefix='2 3 4 5', tokenize=\"ascii tokenchars '='\")"
)
CREATE_DOCUMENTS = (
    "CREATE TABLE search_documents (kind INTEGER NOT NULL, record_id INTEGER NOT NULL,"
    " row INTEGER, PRIMARY KEY (kind, record_id)) WITHOUT ROWID"
)
CREATE_WAITING = (
    "CREATE INDEX search_waiting ON search_documents (kind, record_id) WHERE row IS NULL"
)
# By which program, with which lists, the indexes were made.
CREATE_CONTENTS = "CREATE TABLE search_contents (mark TEXT NOT NULL)"
CREATE_INDEXES = (
    CREATE_MEETINGS, CREATE_NAMES, CREATE_DOCUMENTS, CREATE_WAITING, CREATE_CONTENTS
)  # fmt: skip
MANY_NAMES = 5_000  # from here on the newest come first: ranking them all would be slow


class FoundKind(StrEnum):
    """What a document is about; the order is its number in `search_documents`."""

    MEETING = "meeting"
    PARTNER = "partner"
    PERSON = "person"
    PUBLICATION = "publication"
    RUMOUR = "rumour"
    REMARK = "remark"


_KINDS = tuple(FoundKind)
NAMED = _KINDS[1:]  # those of the index of names; the order is what a row id says of its kind
_DAY = 1 << 40  # of a meeting's row id: above the record's id stands the ordinal of the day
_ROW = "(SELECT row FROM search_documents WHERE kind = :kind AND record_id = :record_id)"
_DROP = {
    kind: sql(f"DELETE FROM {table} WHERE rowid = {_ROW}")  # noqa: S608
    for kind, table in (
        (FoundKind.MEETING, "search_meetings"),
        *((kind, "search_names") for kind in NAMED),
    )
}
_PUT_MEETING = sql("INSERT INTO search_meetings (rowid, words) VALUES (:row, :words)")
_PUT_NAME = sql("INSERT INTO search_names (rowid, words, names) VALUES (:row, :words, :names)")
_NOTE = sql(
    "INSERT OR REPLACE INTO search_documents (kind, record_id, row)"
    " VALUES (:kind, :record_id, :row)"
)
_REMOVE = sql("DELETE FROM search_documents WHERE kind = :kind AND record_id = :record_id")
_EMPTY = (
    sql("INSERT INTO search_meetings (search_meetings) VALUES ('delete-all')"),
    sql("INSERT INTO search_names (search_names) VALUES ('delete-all')"),
    sql("UPDATE search_documents SET row = NULL"),
)
_COUNT_WAITING = sql("SELECT count(*) FROM search_documents WHERE row IS NULL")
_IS_COMPLETE = sql("SELECT NOT EXISTS (SELECT 1 FROM search_documents WHERE row IS NULL)")
_WAITING = sql(
    "SELECT kind, record_id FROM search_documents WHERE row IS NULL"
    " ORDER BY kind DESC, record_id DESC LIMIT :most"
)
_MEETINGS = sql(
    "SELECT rowid FROM search_meetings WHERE search_meetings MATCH :match"
    " AND rowid BETWEEN :first AND :last ORDER BY rowid DESC LIMIT :limit"
)
_MATCHING_NAMES = (
    f"FROM search_names WHERE search_names MATCH :match AND rowid % {len(NAMED)} IN"  # noqa: S608
    " (SELECT value FROM json_each(:kinds))"
)
_COUNT_NAMES = sql(f"SELECT count(*) FROM (SELECT 1 {_MATCHING_NAMES} LIMIT :most)")  # noqa: S608
_NEWEST_NAMES = sql(f"SELECT rowid {_MATCHING_NAMES} ORDER BY rowid DESC LIMIT :limit")
_BEST_NAMES = sql(  # a hit in a name weighs three words
    f"SELECT rowid {_MATCHING_NAMES} ORDER BY bm25(search_names, 1.0, 3.0), rowid DESC LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A record that has a document, or that matches a query."""

    kind: FoundKind
    record_id: int


@dataclass(frozen=True, slots=True)
class Document:
    """What the index is to hold of a record.

    `words` is found by its words; `names` and `places`, one a line, by their sound in the other
    script too, and a hit in a name weighs more; `withheld` are names that only a role with the
    right to names finds by. `day` and `filters`, the terms of its facets, are a meeting's.
    """

    found: Found
    words: str
    names: str = ""
    day: date = date.min
    filters: tuple[str, ...] = ()
    places: str = ""
    withheld: str = ""


def put(session: Session, documents: Iterable[Document]) -> None:
    """Index documents, in place of what was indexed for their records."""
    ordered = sorted(documents, key=row_of)
    _drop(session, [document.found for document in ordered])
    meetings = [each for each in ordered if each.found.kind is FoundKind.MEETING]
    _execute(session, _PUT_MEETING, [columns_of(document) for document in meetings])
    others = [each for each in ordered if each.found.kind is not FoundKind.MEETING]
    _execute(session, _PUT_NAME, [columns_of(document) for document in others])
    _execute(session, _NOTE, [_key(each.found) | {"row": row_of(each)} for each in ordered])


def remove(session: Session, found: Iterable[Found]) -> None:
    """Take the documents of records that are gone out of the index, if they are there."""
    gone = list(found)
    _drop(session, gone)
    _execute(session, _REMOVE, [_key(each) for each in gone])


def postpone(session: Session, found: Iterable[Found]) -> None:
    """Take documents out of the index until there is time to index their records anew."""
    waiting = list(found)
    _drop(session, waiting)
    _execute(session, _NOTE, [_key(each) | {"row": None} for each in waiting])


def postpone_all(session: Session) -> None:
    """Empty the indexes; every record waits to be indexed anew."""
    for statement in _EMPTY:
        session.execute(statement)


def list_waiting(session: Session, most: int | None = None) -> list[Found]:
    """Return records that wait to be indexed: people and partners, then meetings, newest first."""
    rows = session.execute(_WAITING, {"most": -1 if most is None else most})
    return [Found(_KINDS[kind], record_id) for kind, record_id in rows]


def count_waiting(session: Session) -> int:
    """Count the records that wait to be indexed."""
    return session.scalar(_COUNT_WAITING) or 0


def is_complete(session: Session) -> bool:
    """Return whether no record waits to be indexed."""
    return bool(session.scalar(_IS_COMPLETE))


def find_meetings(
    session: Session,
    query: str,
    limit: int,
    *,
    filters: Mapping[Facet, Collection[str | int]] | None = None,
    first_day: date = date.min,
    last_day: date = date.max,
) -> list[int]:
    """Return the ids of the newest meetings that hold every word of the query.

    The last word may be unfinished. Of each facet in `filters` a meeting has one of the values;
    both days are included.
    """
    narrowed = filters or {}
    asked = match(
        query,
        ([facet_term(facet, value) for value in values] for facet, values in narrowed.items()),
        is_withheld_sought=allows(session, Right.NAMES),
    )
    if not asked or not all(narrowed.values()):
        return []
    days = {"first": first_day.toordinal() * _DAY, "last": (last_day.toordinal() + 1) * _DAY - 1}
    rows = session.scalars(_MEETINGS, days | {"match": asked, "limit": limit})
    return [meeting_of(row).record_id for row in rows]


def find_names(
    session: Session,
    query: str,
    limit: int | None = None,
    kinds: Collection[FoundKind] = NAMED,
) -> list[Found]:
    """Return the records of these kinds that hold every word of the query.

    Best first while they are fewer than MANY_NAMES, else newest first.
    """
    asked = match(query, is_withheld_sought=allows(session, Right.NAMES))
    if not asked:
        return []
    places = [NAMED.index(kind) for kind in kinds]
    asked_of = {"match": asked, "kinds": json.dumps(places)}
    count = session.scalar(_COUNT_NAMES, asked_of | {"most": MANY_NAMES})
    statement = _NEWEST_NAMES if count == MANY_NAMES else _BEST_NAMES
    rows = session.scalars(statement, asked_of | {"limit": -1 if limit is None else limit})
    return [named_record(row) for row in rows]


def row_of(document: Document) -> int:
    """Return the row id of a document in its index."""
    found = document.found
    if found.kind is FoundKind.MEETING:
        return document.day.toordinal() * _DAY + found.record_id
    return found.record_id * len(NAMED) + NAMED.index(found.kind)


def meeting_of(row: int) -> Found:
    """Return the meeting of a row of the index of meetings."""
    return Found(FoundKind.MEETING, row % _DAY)


def named_record(row: int) -> Found:
    """Return the record of a row of the index of names."""
    return Found(NAMED[row % len(NAMED)], row // len(NAMED))


def columns_of(document: Document) -> dict[str, object]:
    """Return what stands in the columns of a document's table, each word once."""
    row: dict[str, object] = {"row": row_of(document)}
    words = (*words_of(document.words), *words_of_names(document.places))
    names = (*words_of_names(document.names), *words_of_withheld(document.withheld))
    if document.found.kind is FoundKind.MEETING:
        return row | {"words": " ".join(dict.fromkeys((*words, *names, *document.filters)))}
    return row | {"words": " ".join(dict.fromkeys(words)), "names": " ".join(names)}


def _key(found: Found) -> dict[str, object]:
    return {"kind": _KINDS.index(found.kind), "record_id": found.record_id}


def _drop(session: Session, found: Collection[Found]) -> None:
    for kind, statement in _DROP.items():
        _execute(session, statement, [_key(each) for each in found if each.kind is kind])


def _execute(session: Session, statement: TextClause, rows: list[dict[str, object]]) -> None:
    if rows:
        session.connection().execute(statement, rows)
