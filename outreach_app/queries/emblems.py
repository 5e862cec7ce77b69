"""The emblem of the office."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Emblem


def get_emblem(session: Session) -> bytes | None:
    """Return the PNG printed at the head of documents; None if the office chose none."""
    return session.scalar(select(Emblem.content))
