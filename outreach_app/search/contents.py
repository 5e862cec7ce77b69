"""The contents of the search indexes, compared with what they should contain."""

import hashlib

from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.search.index import (
    Document,
    Found,
    columns_of,
    engine_of,
    meeting_of,
    named_record,
    row_of,
)
from outreach_app.vocabulary import fingerprint

# The version of documents: increase it when the words or terms of a record change.
FORM = 6


def is_current(session: Session) -> bool:
    """Return whether this version and its lists would index the same terms."""
    made_by: str | None = session.scalar(sql("SELECT mark FROM search_contents"))
    return made_by == _mark()


def note_current(session: Session) -> None:
    """Note that the index was built by this version, after everything was reindexed."""
    session.execute(sql("DELETE FROM search_contents"))
    session.execute(sql("INSERT INTO search_contents (mark) VALUES (:mark)"), {"mark": _mark()})


def _mark() -> str:
    return hashlib.sha256(f"{FORM} {fingerprint()}".encode()).hexdigest()


def digest(session: Session, document: Document) -> int:
    """Return a number computed from all that `put` would write of a document."""
    kept = engine_of(session).kept
    return sum(
        hash((row_of(document), name, word))
        for name, words in columns_of(document).items()
        if name != "row"
        for word in kept(str(words))
    )


def digests(session: Session) -> dict[Found, int]:
    """Return the digest of the indexed contents of each document."""
    held: dict[Found, int] = {}
    engine = engine_of(session)
    for table, found_of in (("search_meetings", meeting_of), ("search_names", named_record)):
        sums = dict.fromkeys(engine.list_rows(session, table), 0)
        for row, name, word in engine.list_words(session, table):
            sums[row] = sums.get(row, 0) + hash((row, name, word))
        for row, number in sums.items():
            held[found_of(row)] = held.get(found_of(row), 0) + number
    return held
