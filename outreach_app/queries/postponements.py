"""Count how often the day of a commitment was put off."""

from collections.abc import Collection, Iterable
from itertools import pairwise
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app.models import JournalEvent
from outreach_app.queries.histories import ChangeRow, list_changes


def count_postponements(changes: Iterable[ChangeRow]) -> int:
    """Count how often the day was put off."""
    days = [change.changes["due_on"][1] for change in changes if "due_on" in change.changes]
    told = [day for day in days if day is not None]
    return sum(former != day for former, day in pairwise(told))


def postponements_of(session: Session, commitments: Collection[UUID]) -> dict[UUID, int]:
    """Return how often each of these was put off, without those that never were."""
    events = (
        select(JournalEvent.record)
        .where(JournalEvent.record.in_(commitments))
        .group_by(JournalEvent.record)
        .having(func.count() > 1)  # most were written once: they are not read
    )
    counted = {
        uid: count_postponements(list_changes(session, uid)) for uid in session.scalars(events)
    }
    return {uid: times for uid, times in counted.items() if times}
