"""What an erasure leaves in the search indexes, and the note that it is there."""

import secrets

from sqlalchemy import text as sql
from sqlalchemy.orm import Session


def optimize(session: Session) -> None:
    """Merge each index into one piece: words of what was taken out of it are gone for good."""
    for table in ("search_meetings", "search_names"):
        session.execute(sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')"))  # noqa: S608


def note_erasure(session: Session) -> None:
    """Note that words of what is erased stay in the pieces of the index until it is merged.

    The note is the number that SQLite leaves to programs in the head of the file: it comes and goes
    with the transaction, and no other erasure writes the same.
    """
    _write_note(session, 1 + secrets.randbelow(2**31 - 1))


def noted_erasure(session: Session) -> int:
    """Return the note of the last erasure, 0 where nothing of one is left in the index."""
    return int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())


def clear_note(session: Session, noted: int) -> None:
    """Take a note away, unless something else was erased since."""
    if noted_erasure(session) == noted:
        _write_note(session, 0)


def _write_note(session: Session, number: int) -> None:
    session.connection().exec_driver_sql(f"PRAGMA user_version = {number}")
