"""Words of erased records in the search indexes, and the note that they exist."""

import secrets

from sqlalchemy.orm import Session

from outreach_app.search.index import engine_of


def optimize(session: Session) -> None:
    """Merge each index into one segment: removed words are deleted permanently."""
    engine_of(session).merge(session)


def note_erasure(session: Session) -> None:
    """Note that erased words stay in the segments of the index until it is merged.

    The note is a random number, written in the transaction; each erasure has its own.
    """
    engine_of(session).note_erasure(session, 1 + secrets.randbelow(2**31 - 1))


def noted_erasure(session: Session) -> int:
    """Return the note of the last erasure, 0 if the index is clean."""
    return engine_of(session).noted_erasure(session)


def clear_note(session: Session, noted: int) -> None:
    """Clear the note, unless another erasure happened since."""
    if noted_erasure(session) == noted:
        engine_of(session).note_erasure(session, 0)
