"""Desks: the account whose drafts and saved filters a session uses."""

from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.database import state_of

# Where no account opened the store: what it kept goes to an account at the next opening.
NOBODY = UUID(int=0)


def desk_of(session: Session) -> UUID:
    """Return the account whose drafts and saved filters are used: the one that opened the store."""
    return state_of(session).account or NOBODY
