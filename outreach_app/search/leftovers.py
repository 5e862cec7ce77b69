"""What an erasure leaves in the search indexes, and the note that it is there."""

import secrets

from sqlalchemy.orm import Session

from outreach_app.search.index import engine_of


def optimize(session: Session) -> None:
    """Merge each index into one piece: words of what was taken out of it are gone for good."""
    engine_of(session).merge(session)


def note_erasure(session: Session) -> None:
    """Note that words of what is erased stay in the pieces of the index until it is merged.

    The note is a number that comes and goes with the transaction; no other erasure writes the same.
    """
    engine_of(session).note_erasure(session, 1 + secrets.randbelow(2**31 - 1))


def noted_erasure(session: Session) -> int:
    """Return the note of the last erasure, 0 where nothing of one is left in the index."""
    return engine_of(session).noted_erasure(session)


def clear_note(session: Session, noted: int) -> None:
    """Take a note away, unless something else was erased since."""
    if noted_erasure(session) == noted:
        engine_of(session).note_erasure(session, 0)
