"""Rows of commitments."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column
from sqlalchemy.orm import Session

from outreach_app.models import Commitment
from outreach_app.models.sources import day_of, made_day
from outreach_app.queries.attendances import PartnerName, partners_of
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_record
from outreach_app.queries.sources import list_followed
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.statuses import OPEN_COMMITMENTS, CommitmentStatus, commitment_status


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in a list; `status` is `cst.overdue` once its day has passed.

    `status_reason` says why it was set aside, or what was done to keep it; `held_on` is the day of
    its meeting, or the day on which its `remark` was received, `made_on` the one on which it was
    made, that day or later; `office` and `partners` are those of that meeting or remark. In a list,
    `postponed` counts how often its day was put off.
    """

    uid: UUID
    reference: str | None
    meeting: UUID | None
    meeting_number: str
    remark: UUID | None
    held_on: date
    made_on: date
    text: str
    language: str
    translation: str | None
    owner: str
    due_on: date | None
    status: str
    status_reason: str | None
    partners: tuple[PartnerName, ...]
    office: OfficeId
    version: str
    postponed: int = 0

    @property
    def is_overdue(self) -> bool:
        return self.status == CommitmentStatus.OVERDUE

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do: it was kept, set aside, blocked or passed on."""
        return not self.is_overdue and self.status not in OPEN_COMMITMENTS

    @property
    def is_kept(self) -> bool:
        return self.status == CommitmentStatus.DONE

    @property
    def can_start(self) -> bool:
        return not self.is_closed and self.status != CommitmentStatus.IN_PROGRESS


def list_commitments(session: Session, today: date) -> list[CommitmentRow]:
    """Return the commitments of meetings and remarks that are not deleted, newest first."""
    return [commitment_row(commitment, today) for commitment in list_followed(session, Commitment)]


def get_commitment(session: Session, uid: UUID, today: date) -> CommitmentRow:
    """Return one commitment, with its status on a day. Raises NotFound."""
    return commitment_row(get_record(session, Commitment, uid), today)


def is_open() -> ColumnElement[bool]:
    """Return the condition that a commitment is open, in literals for the partial index."""
    return Commitment.status.in_([literal_column(f"'{code}'") for code in OPEN_COMMITMENTS])


def commitment_row(commitment: Commitment, today: date) -> CommitmentRow:
    """Return the row of a commitment, with its status on a day."""
    meeting, point = commitment.meeting, commitment.point
    return CommitmentRow(
        uid=commitment.uid,
        reference=meeting.reference if meeting else None,
        meeting=meeting.uid if meeting else None,
        meeting_number=meeting_number(meeting) if meeting else "",
        remark=point.uid if point and not meeting else None,
        held_on=day_of(commitment),
        made_on=made_day(commitment),
        text=commitment.text,
        language=commitment.language,
        translation=commitment.translation,
        owner=commitment.owner,
        due_on=commitment.due_on,
        status=commitment_status(commitment.status, commitment.due_on, today),
        status_reason=commitment.status_reason,
        partners=partners_of(commitment),
        office=OfficeId(commitment.office_id),
        version=commitment.version,
    )
