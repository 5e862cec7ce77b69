"""What is held about one person: meetings attended, and files that carried names."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.models import Attendance, Bundle, ImportedRecord, Meeting, Person
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import BundleDirection
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.survivors import group_ids


@use_case(Right.NAMES)
def list_presences(session: Session, person: Person) -> Sequence[Meeting]:
    """Return the held meetings at which the person was present, newest first."""
    statement = (
        select(Meeting)
        .join(Meeting.attendances)
        .where(Attendance.person_id.in_(group_ids(session, Person, [person.uid])))
        .where(Attendance.is_present, ~Attendance.is_deleted)
        .where(Meeting.status == MeetingStatus.HELD, ~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .distinct()
    )
    return session.scalars(statement).all()


def was_imported(session: Session, person: UUID) -> bool:
    """Return whether an import from a file, as far as this store knows, made a record."""
    statement = select(ImportedRecord.id).where(
        ImportedRecord.record == person, ImportedRecord.version_before.is_(None)
    )
    return session.scalar(statement.limit(1)) is not None


@use_case(Right.NAMES)
def find_day_names_left(session: Session) -> date | None:
    """Return the last day on which a file with names of people left, or None."""
    statement = select(func.max(Bundle.moved_at)).where(
        Bundle.direction == BundleDirection.OUT, Bundle.has_names
    )
    moved_at = session.scalar(statement)
    return clock.local(moved_at).date() if moved_at else None
