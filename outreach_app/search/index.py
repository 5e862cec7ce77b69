"""The search indexes of a store: documents in, record ids out.

Meetings have one index, newest first: its row id starts with the day, and list filters are terms
of it. All other records have another, best first. `search_documents` has the row of each record;
a record without a row is yet to be indexed. Words and rows are stored by an engine: FTS5 in a
file, tsvector on a server.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import TextClause, bindparam
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.rights import Right, allows
from outreach_app.search.engine import Engine
from outreach_app.search.fts5 import (
    CREATE_MEETINGS,
    CREATE_NAMES,
    LONGEST_BEGINNING,
    Fts5,
)
from outreach_app.search.terms import (
    Facet,
    facet_term,
    last_word,
    match,
    words_of,
    words_of_names,
    words_of_withheld,
)
from outreach_app.search.tsvector import TsVector

CREATE_DOCUMENTS = (
    "CREATE TABLE search_documents (kind INTEGER NOT NULL, record_id INTEGER NOT NULL,"
    " row INTEGER, PRIMARY KEY (kind, record_id)) WITHOUT ROWID"
)
CREATE_WAITING = (
    "CREATE INDEX search_waiting ON search_documents (kind, record_id) WHERE row IS NULL"
)
# The version and lists that built the indexes.
CREATE_CONTENTS = "CREATE TABLE search_contents (mark TEXT NOT NULL)"
CREATE_INDEXES = (
    CREATE_MEETINGS, CREATE_NAMES, CREATE_DOCUMENTS, CREATE_WAITING, CREATE_CONTENTS
)  # fmt: skip
_FTS5, _TSVECTOR = Fts5(), TsVector()
_ALL = 1 << 62  # no limit
_EVER = (date.min, date.max)
_PORTION = 500  # ids in one statement
MANY_MEETINGS = 5_000  # with a word: it is then not sought as the beginning of others
MANY_NAMES = 5_000  # from here on newest first: ranking them all would be slow


class FoundKind(StrEnum):
    """The noun of a document; its position is its number in `search_documents`."""

    MEETING = "meeting"
    PARTNER = "partner"
    PERSON = "person"
    PUBLICATION = "publication"
    RUMOUR = "rumour"
    REMARK = "remark"


_KINDS = tuple(FoundKind)
NAMED = _KINDS[1:]  # the kinds in the index of names; a row id encodes the position in this tuple
_DAY = 1 << 40  # in a meeting's row id the ordinal of the day is above the record's id
_TABLES = ("search_meetings", *("search_names" for _kind in NAMED))
_ROWS_OF = sql(
    "SELECT row FROM search_documents WHERE row IS NOT NULL AND kind = :kind AND record_id IN :ids"
).bindparams(bindparam("ids", expanding=True))
_NOTE = sql(
    "INSERT INTO search_documents (kind, record_id, row) VALUES (:kind, :record_id, :row)"
    " ON CONFLICT (kind, record_id) DO UPDATE SET row = excluded.row"
)
_REMOVE = sql("DELETE FROM search_documents WHERE kind = :kind AND record_id = :record_id")
_FORGET_ROWS = sql("UPDATE search_documents SET row = NULL")
_COUNT_WAITING = sql("SELECT count(*) FROM search_documents WHERE row IS NULL")
_IS_COMPLETE = sql("SELECT NOT EXISTS (SELECT 1 FROM search_documents WHERE row IS NULL)")
_WAITING = sql(
    "SELECT kind, record_id FROM search_documents WHERE row IS NULL"
    " ORDER BY kind DESC, record_id DESC LIMIT :most"
)
_WAITING_NAMES = sql(
    "SELECT kind, record_id FROM search_documents WHERE row IS NULL AND kind IN :kinds"
).bindparams(bindparam("kinds", expanding=True))


@dataclass(frozen=True, slots=True)
class Found:
    """A record that has a document, or that matches a query."""

    kind: FoundKind
    record_id: int


@dataclass(frozen=True, slots=True)
class Document:
    """The terms of a record in the index.

    `words` are matched as words; `names` and `places`, one a line, also by their sound in the other
    script, and a hit in a name counts more; `withheld` are names that only a role with the
    right to names can search. `day` and `filters`, the terms of its facets, are a meeting's.
    """

    found: Found
    words: str
    names: str = ""
    day: date = date.min
    filters: tuple[str, ...] = ()
    places: str = ""
    withheld: str = ""


def engine_of(session: Session) -> Engine:
    """Return the search engine of this session's store."""
    return _FTS5 if session.get_bind().dialect.name == "sqlite" else _TSVECTOR


def put(session: Session, documents: Iterable[Document]) -> None:
    """Index documents, replacing the earlier ones of their records."""
    ordered = sorted(documents, key=row_of)
    _drop(session, [document.found for document in ordered])
    meetings = [each for each in ordered if each.found.kind is FoundKind.MEETING]
    if meetings:
        engine_of(session).put_meetings(session, [columns_of(each) for each in meetings])
    others = [each for each in ordered if each.found.kind is not FoundKind.MEETING]
    if others:
        engine_of(session).put_names(session, [columns_of(each) for each in others])
    _execute(session, _NOTE, [_key(each.found) | {"row": row_of(each)} for each in ordered])


def remove(session: Session, found: Iterable[Found]) -> None:
    """Remove the documents of deleted records from the index, if there are any."""
    gone = list(found)
    _drop(session, gone)
    _execute(session, _REMOVE, [_key(each) for each in gone])


def postpone(session: Session, found: Iterable[Found]) -> None:
    """Remove documents from the index until their records are indexed again."""
    waiting = list(found)
    _drop(session, waiting)
    _execute(session, _NOTE, [_key(each) | {"row": None} for each in waiting])


def postpone_all(session: Session) -> None:
    """Empty the indexes; every record must be indexed again."""
    engine_of(session).empty(session)
    session.execute(_FORGET_ROWS)


def list_waiting(session: Session, most: int | None = None) -> list[Found]:
    """Return records to index: people and partners, then meetings, newest first."""
    rows = session.execute(_WAITING, {"most": _ALL if most is None else most})
    return [Found(_KINDS[kind], record_id) for kind, record_id in rows]


def list_waiting_names(session: Session, kinds: Collection[FoundKind]) -> list[Found]:
    """Return the records of these kinds to index, which `find_names` does not find yet."""
    rows = session.execute(_WAITING_NAMES, {"kinds": [_KINDS.index(kind) for kind in kinds]})
    return [Found(_KINDS[kind], record_id) for kind, record_id in rows]


def count_waiting(session: Session) -> int:
    """Count the records to index."""
    return session.scalar(_COUNT_WAITING) or 0


def is_complete(session: Session) -> bool:
    """Return whether all records are indexed."""
    return bool(session.scalar(_IS_COMPLETE))


def find_meetings(
    session: Session,
    query: str,
    limit: int | None = None,
    *,
    filters: Mapping[Facet, Collection[str | int]] | None = None,
    days: tuple[date, date] = _EVER,
    after: tuple[date, int] | None = None,
) -> list[int]:
    """Return the ids of the newest meetings that contain every word of the query.

    The last word may be incomplete, unless very many meetings have it. A meeting must match one
    value of each facet in `filters` and be on `days`, both included. A blank query finds all that
    match the filters, or none without any. `after` is the day and id of the last one known before.
    """
    narrowed = filters or {}
    asked = match(
        engine_of(session).syntax,
        query,
        ([facet_term(facet, value) for value in values] for facet, values in narrowed.items()),
        is_withheld_sought=allows(session, Right.NAMES),
        is_finished=_is_finished(session, query),
    )
    if not asked or not all(narrowed.values()):
        return []
    first, last = days[0].toordinal() * _DAY, (days[1].toordinal() + 1) * _DAY - 1
    if after is not None:
        last = min(last, after[0].toordinal() * _DAY + after[1] - 1)
    most = _ALL if limit is None else limit
    rows = engine_of(session).find_meetings(session, asked, first, last, most)
    return [meeting_of(row).record_id for row in rows]


def _is_finished(session: Session, query: str) -> bool:
    """Return whether the last word of a query is frequent enough to be meant as it is.

    All meetings with a word that begins so would be read and sorted before the first is found,
    unless an index holds beginnings of that length.
    """
    word, engine = last_word(query), engine_of(session)
    if len(word) <= LONGEST_BEGINNING:
        return False
    asked = match(engine.syntax, word, is_withheld_sought=False, is_finished=True)
    return engine.count_meetings(session, asked, MANY_MEETINGS) == MANY_MEETINGS


def find_names(
    session: Session,
    query: str,
    limit: int | None = None,
    kinds: Collection[FoundKind] = NAMED,
) -> list[Found]:
    """Return the records of these kinds that contain every word of the query.

    Best first if they are fewer than MANY_NAMES, else newest first.
    """
    asked = match(engine_of(session).syntax, query, is_withheld_sought=allows(session, Right.NAMES))
    if not asked:
        return []
    places = [NAMED.index(kind) for kind in kinds]
    engine, of = engine_of(session), len(NAMED)
    count = engine.count_names(session, asked, places, of, MANY_NAMES)
    most, is_few = _ALL if limit is None else limit, count < MANY_NAMES
    rows = engine.find_names(session, asked, places, of, most, is_best_first=is_few)
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
    """Return the column values of a document's row, each word once."""
    row: dict[str, object] = {"row": row_of(document)}
    words = (*words_of(document.words), *words_of_names(document.places))
    names = (*words_of_names(document.names), *words_of_withheld(document.withheld))
    if document.found.kind is FoundKind.MEETING:
        return row | {"words": " ".join(dict.fromkeys((*words, *names, *document.filters)))}
    return row | {"words": " ".join(dict.fromkeys(words)), "names": " ".join(names)}


def _key(found: Found) -> dict[str, object]:
    return {"kind": _KINDS.index(found.kind), "record_id": found.record_id}


def _drop(session: Session, found: Collection[Found]) -> None:
    for number, kind in enumerate(_KINDS):
        ids = [each.record_id for each in found if each.kind is kind]
        for start in range(0, len(ids), _PORTION):
            asked = {"kind": number, "ids": ids[start : start + _PORTION]}
            rows = session.scalars(_ROWS_OF, asked).all()
            if rows:
                engine_of(session).drop(session, _TABLES[number], rows)


def _execute(session: Session, statement: TextClause, rows: list[dict[str, object]]) -> None:
    if rows:
        session.connection().execute(statement, rows)
