"""Read shapes of commitments."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Commitment, Meeting
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.statuses import commitment_status


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in a list; `status` is `cst.overdue` once its day has passed."""

    uid: UUID
    reference: str | None
    meeting: UUID
    meeting_number: str
    text: str
    language: str
    translation: str | None
    owner: str
    due_on: date | None
    status: str
    status_reason: str | None
    version: str


def list_commitments(
    session: Session, today: date, limit: int | None = None
) -> list[CommitmentRow]:
    """The commitments of meetings that are not deleted, the newest meeting first."""
    statement = (
        select(Commitment)
        .join(Commitment.meeting)
        .options(joinedload(Commitment.meeting))
        .where(~Commitment.is_deleted, ~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Commitment.position)
        .limit(limit)
    )
    return [commitment_row(commitment, today) for commitment in session.scalars(statement)]


def commitment_row(commitment: Commitment, today: date) -> CommitmentRow:
    """The row of a commitment as a day sees it."""
    return CommitmentRow(
        uid=commitment.uid,
        reference=commitment.meeting.reference,
        meeting=commitment.meeting.uid,
        meeting_number=meeting_number(commitment.meeting),
        text=commitment.text,
        language=commitment.language,
        translation=commitment.translation,
        owner=commitment.owner,
        due_on=commitment.due_on,
        status=commitment_status(commitment.status, commitment.due_on, today),
        status_reason=commitment.status_reason,
        version=commitment.version,
    )
