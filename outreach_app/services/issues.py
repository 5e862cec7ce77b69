"""Use cases of issues: give a summary out under its edition."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Issue, Meeting


def issue_summary(session: Session, meeting: Meeting, fingerprint: str, now: datetime) -> Issue:
    """Record an issue of these facts, or return the one that was given out.

    Printing the same facts again is the same issue, with its time: the same bytes on paper.
    """
    statement = select(Issue).where(Issue.meeting_id == meeting.id).order_by(Issue.edition.desc())
    last = session.scalars(statement.limit(1)).one_or_none()
    if last is not None and last.fingerprint == fingerprint:
        return last
    issue = Issue(
        office_id=meeting.office_id,
        meeting=meeting,
        edition=last.edition + 1 if last else 1,
        fingerprint=fingerprint,
        issued_at=now.replace(microsecond=0),
    )
    session.add(issue)
    return issue
