"""Search of meetings, partners and persons: folded words in, record ids out, best first."""

import re
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.rules.folding import bare, fold, forms, index_words
from outreach_app.rules.phonetics import NamePart, name_parts
from outreach_app.rules.text import clean_line

# detail=full: bm25 is 0 for every row of a contentless table with less (8 % more space).
# Words come folded, so every non-ASCII character is a letter and `=` marks a phonetic key.
CREATE_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(words, names, content='', contentless_delete=1,"
    " detail=full, prefix='2 3 4 5', tokenize=\"ascii tokenchars '='\")"
)
MOST_WORDS = 12  # of a query; what follows is left out
MANY_HITS = 5_000  # from here on the newest come first: ranking them all would be slow


class FoundKind(StrEnum):
    """What a document of the index is about; the order is its number in the row id."""

    MEETING = "meeting"
    PARTNER = "partner"
    PERSON = "person"


# What the pieces of the index hold of documents that are still in it.
_READ = sql(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words"
    " USING fts5vocab(main, search_index, instance)"
)
_PUT = sql(
    "INSERT OR REPLACE INTO search_index (rowid, words, names) VALUES (:row, :words, :names)"
)
_REMOVE = sql("DELETE FROM search_index WHERE rowid = :row")
_OPTIMIZE = sql("INSERT INTO search_index (search_index) VALUES ('optimize')")
_COUNT = sql(
    "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH :match LIMIT :most)"
)
_NEWEST = sql(
    "SELECT rowid FROM search_index WHERE search_index MATCH :match"
    " ORDER BY rowid DESC LIMIT :limit"
)
_BEST = sql(  # a hit in a name weighs three words
    "SELECT rowid FROM search_index WHERE search_index MATCH :match"
    " ORDER BY bm25(search_index, 1.0, 3.0), rowid DESC LIMIT :limit"
)

_WRITTEN_WORD = re.compile(r"\S+")
_KINDS = tuple(FoundKind)
SLOTS = 4  # row id = record id * 4 + number of the kind


@dataclass(frozen=True, slots=True)
class Found:
    """A record that matches a query."""

    kind: FoundKind
    record_id: int


def put(
    session: Session, kind: FoundKind, record_id: int, words_text: str, names_text: str
) -> None:
    """Index a record, in place of what was indexed for it.

    `words_text` is found by its words; `names_text`, a name a line, across scripts too.
    """
    columns = {name: " ".join(words) for name, words in _columns(words_text, names_text).items()}
    session.execute(_PUT, {"row": _row(kind, record_id), **columns})


def remove(session: Session, kind: FoundKind, record_id: int) -> None:
    """Take a record out of the index, if it is there."""
    session.execute(_REMOVE, {"row": _row(kind, record_id)})


def forget(session: Session, documents: Iterable[Found]) -> None:
    """Take many records out of the index at once."""
    rows = [{"row": _row(found.kind, found.record_id)} for found in documents]
    if rows:
        session.connection().execute(_REMOVE, rows)


def optimize(session: Session) -> None:
    """Merge the index into one piece: words of what was taken out of it are gone for good."""
    session.execute(_OPTIMIZE)


def note_erasure(session: Session) -> None:
    """Note that words of what is erased stay in the pieces of the index until it is merged.

    The note is the number that SQLite leaves to programs in the head of the file: it comes and goes
    with the transaction, and no other erasure writes the same.
    """
    _write_note(session, 1 + secrets.randbelow(2**31 - 1))


def noted_erasure(session: Session) -> int:
    """The note of the last erasure, 0 where nothing of one is left in the index."""
    return int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())


def clear_note(session: Session, noted: int) -> None:
    """Take a note away, unless something else was erased since."""
    if noted_erasure(session) == noted:
        _write_note(session, 0)


def digest(words_text: str, names_text: str) -> int:
    """A number made of all that `put` would index of these texts."""
    columns = _columns(words_text, names_text).items()
    return sum(hash((name, word)) for name, words in columns for word in words)


def digests(session: Session) -> dict[Found, int]:
    """The digest of what the index holds of each document."""
    session.execute(_READ)
    rows = session.scalars(sql("SELECT id FROM search_index_docsize"))
    held = dict.fromkeys(rows, 0)
    for row, name, word in session.execute(sql("SELECT doc, col, term FROM temp.search_words")):
        held[row] = held.get(row, 0) + hash((name, word))
    return {_found(row): number for row, number in held.items()}


def find(session: Session, query: str, limit: int) -> list[Found]:
    """The records that hold every word of the query; the last word may be unfinished.

    Best first while they are fewer than MANY_HITS, else newest first.
    """
    match = _match(query)
    if not match:
        return []
    statement = _NEWEST if _are_many(session, match) else _BEST
    rows = session.scalars(statement, {"match": match, "limit": limit})
    return [_found(row) for row in rows]


def find_snippet(text: str, query: str, width: int = 120) -> str:
    """At most `width` characters of a text, and `…`, around the first word the query asks for."""
    line = clean_line(text)
    if len(line) <= width:
        return line
    wished = min(_first_hit(line, query) - width // 3, len(line) - width)
    start = line.find(" ", wished - 1) + 1 if wished > 0 else 0
    end = start + width
    if end >= len(line):
        return f"…{line[start:]}"
    last_space = line.rfind(" ", start, end + 1)
    end = last_space if last_space > start else end
    return f"{'…' if start else ''}{line[start:end]}…"


def _first_hit(line: str, query: str) -> int:
    """Where the first word asked for starts; 0 if none is there as written."""
    wanted = set(index_words(query))
    last = fold(query).rpartition(" ")[2]
    for word in _WRITTEN_WORD.finditer(line):
        held = index_words(word[0])
        if not wanted.isdisjoint(held) or (last and any(form.startswith(last) for form in held)):
            return word.start()
    return 0


def _row(kind: FoundKind, record_id: int) -> int:
    return record_id * SLOTS + _KINDS.index(kind)


def _found(row: int) -> Found:
    return Found(_KINDS[row % SLOTS], row // SLOTS)


def _write_note(session: Session, number: int) -> None:
    session.connection().exec_driver_sql(f"PRAGMA user_version = {number}")


def _are_many(session: Session, match: str) -> bool:
    counted = session.scalar(_COUNT, {"match": match, "most": MANY_HITS})
    return bool(counted == MANY_HITS)


def _columns(words_text: str, names_text: str) -> dict[str, Iterable[str]]:
    """What stands in each column of the index, each word once."""
    names = [form for line in names_text.splitlines() for form in _name_forms(line)]
    return {"words": index_words(words_text), "names": dict.fromkeys(names)}


def _name_forms(name: str) -> Iterator[str]:
    """The words of a name and their phonetic keys."""
    yield from index_words(name)
    for part in name_parts(name):
        yield from (f"={key}" for key in part.key.split())


def _match(query: str) -> str:
    """The query in FTS5's language; of what was typed only letters and digits are in it, quoted."""
    parts = name_parts(query)[:MOST_WORDS]
    return " AND ".join(
        _part_match(part, is_last=number == len(parts)) for number, part in enumerate(parts, 1)
    )


def _part_match(part: NamePart, *, is_last: bool) -> str:
    words = fold(part.written).split()
    as_written = " AND ".join(
        _word_match(word, is_last=is_last and number == len(words))
        for number, word in enumerate(words, 1)
    )
    as_heard = [" AND ".join(f'names : "={key}"' for key in part.key.split())]
    if is_last and len(part.start) >= 2:
        # Longer names only: where the consonants are all of it, the vowels in the key decide.
        as_heard.append(f'(names : "={part.start}" * NOT names : "={part.start}")')
    return f"({' OR '.join(filter(None, [as_written, *as_heard]))})"


def _word_match(word: str, *, is_last: bool) -> str:
    """The word, the word without its article, and its stem; a short beginning must be whole."""
    starts = {start for start in (word, bare(word)) if is_last and len(start) >= 2}
    asked = (f'"{form}" *' if form in starts else f'"{form}"' for form in forms(word))
    return f"({' OR '.join(asked)})"
