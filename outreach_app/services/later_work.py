"""Later work on what an import brought: it keeps the records that it depends on."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.i18n import gettext as _
from outreach_app.models import (
    Attendance,
    Claim,
    ImportedRecord,
    Issue,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Record,
)
from outreach_app.progress import Progress
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.survivors import group_ids


def needed_by_others(
    session: Session,
    imported_at: datetime,
    brought: Sequence[tuple[ImportedRecord, Record]],
    after: Mapping[UUID, str],
    progress: Progress,
) -> set[Record]:
    """Return the records of an import that later work depends on; `after` holds their versions.

    They are meetings issued or worked on since; partners changed or met since, or given a sheet or
    a representative; people changed or renamed since; publications read since. Names and contacts
    count with their holders.
    """
    needed: set[Record] = set()
    for done, (row, record) in enumerate(brought):
        progress.step(done, 2 * len(brought), _("Undoing the import"))
        if isinstance(record, Meeting):
            parts = [*record.attendances, *record.points, *record.commitments, *record.referrals]
            is_changed = any(part.version != after.get(part.uid) for part in parts)
            if is_changed or _is_given_out(session, record, imported_at):
                needed.update([record, *parts, *(a.partner for a in record.attendances)])
        elif row.version_before is not None:
            continue  # it was there before: restoring it takes it from nobody
        elif isinstance(record, Partner | Person) and _is_used(session, record, after):
            needed.update([record, *([record.identity] if record.identity else [])])
        elif isinstance(record, Publication) and any(r.uid not in after for r in record.readings):
            needed.add(record)
    return needed


def _is_given_out(session: Session, meeting: Meeting, imported_at: datetime) -> bool:
    """Return whether a summary reports a meeting, or a partner's sheet issued since an import."""
    issued = select(Issue.id).where(Issue.meeting_id == meeting.id).limit(1)
    if session.scalar(issued) is not None:
        return True
    present = [row.partner.uid for row in meeting.attendances if row.is_present]
    given = select(Issue.id).where(
        Issue.partner_id.in_(group_ids(session, Partner, present)),
        Issue.first_on <= meeting.held_on,
        Issue.last_on >= meeting.held_on,
        Issue.issued_at >= imported_at,
        ~Issue.is_deleted,
    )
    return meeting.status == MeetingStatus.HELD and session.scalar(given.limit(1)) is not None


def _is_used(session: Session, record: Partner | Person, after: Mapping[UUID, str]) -> bool:
    """Return whether later work depends on a partner or a person.

    They were changed or asked about, or the partner was met, given people or a sheet. `after` holds
    the versions that the import, and the imports undone since, left.
    """
    identity = record.identity
    changed = [record] if identity is None else [record, identity]
    if any(row.version != after.get(row.uid, row.version) for row in changed):
        return True
    asked = Claim.person_id if isinstance(record, Person) else Claim.partner_id
    if session.scalar(select(Claim.id).where(asked == record.id).limit(1)) is not None:
        return True
    if isinstance(record, Person):
        return False
    given = select(Issue.id).where(Issue.partner_id == record.id, ~Issue.is_deleted)
    if session.scalar(given.limit(1)) is not None:
        return True
    remarks = select(Point.id).where(Point.raised_by_id == record.id, ~Point.is_deleted)
    if session.scalar(remarks.where(Point.meeting_id.is_(None)).limit(1)) is not None:
        return True
    met = (
        select(Attendance)
        .join(Attendance.meeting)
        .where(Attendance.partner_id == record.id, ~Attendance.is_deleted, ~Meeting.is_deleted)
    )
    people = select(Person).where(Person.partner_id == record.id, ~Person.is_deleted)
    return any(row.uid not in after for row in session.scalars(met)) or any(
        person.version != after.get(person.uid) for person in session.scalars(people)
    )
