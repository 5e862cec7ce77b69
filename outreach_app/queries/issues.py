"""Read shapes of issues: the summaries that were given out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Issue
from outreach_app.queries.meetings import meeting_number


@dataclass(frozen=True, slots=True)
class IssueRow:
    """One edition of a meeting's summary; `issued_at` is in UTC."""

    uid: UUID
    meeting: UUID
    number: str
    edition: int
    issued_at: datetime
    subject_ar: str | None
    subject_fr: str | None


def list_issues(session: Session, limit: int = 200) -> list[IssueRow]:
    """Return the editions given out, the newest first."""
    statement = (
        select(Issue)
        .options(joinedload(Issue.meeting))
        .where(~Issue.is_deleted)
        .order_by(Issue.issued_at.desc(), Issue.id.desc())
        .limit(limit)
    )
    return [
        IssueRow(
            uid=issue.uid,
            meeting=issue.meeting.uid,
            number=meeting_number(issue.meeting),
            edition=issue.edition,
            issued_at=issue.issued_at,
            subject_ar=issue.meeting.subject_ar,
            subject_fr=issue.meeting.subject_fr,
        )
        for issue in session.scalars(statement)
    ]
