"""Test helpers that index words and search all indexes."""

from datetime import date

from sqlalchemy.orm import Session

from outreach_app.search import index
from outreach_app.search.index import Document, Found, FoundKind, find_meetings, find_names


def find(session: Session, query: str, limit: int = 50) -> list[Found]:
    """Return partners and people, best first, then meetings, newest first."""
    meetings = find_meetings(session, query, limit)
    return [
        *find_names(session, query, limit),
        *(Found(FoundKind.MEETING, record_id) for record_id in meetings),
    ]


def put_words(
    session: Session,
    record_id: int,
    text: str,
    names: str = "",
    kind: FoundKind = FoundKind.MEETING,
    day: date = date(2026, 11, 26),
) -> Found:
    """Index a record under these words and names."""
    found = Found(kind, record_id)
    index.put(session, [Document(found, text, names, day)])
    return found
