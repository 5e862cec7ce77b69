"""What a details pane shows of one meeting or one partner."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Attendance, Meeting, Partner, Person
from outreach_app.queries.commitments import CommitmentRow, commitment_row
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.people import PersonRow, list_people_by_id
from outreach_app.queries.points import PointRow, point_row
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow, referral_row
from outreach_app.rules.statuses import OPEN_COMMITMENTS


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """One meeting with all it holds, in its order; `partners` are those present."""

    row: MeetingRow
    status_reason: str | None
    assessment: str | None
    assessment_language: str | None
    partners: tuple[PartnerRow, ...]
    points: tuple[PointRow, ...]
    commitments: tuple[CommitmentRow, ...]
    referrals: tuple[ReferralRow, ...]


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """One partner with its people and all that was said with it, the newest first."""

    row: PartnerRow
    note: str | None
    receipt_number: str | None
    people: tuple[PersonRow, ...]
    meetings: tuple[MeetingRow, ...]
    points: tuple[PointRow, ...]
    commitments: tuple[CommitmentRow, ...]
    referrals: tuple[ReferralRow, ...]


def get_meeting_details(session: Session, uid: UUID, today: date) -> MeetingDetails:
    """All of a meeting. Raises NotFound."""
    meeting = get_record(session, Meeting, uid)
    present = [row.partner_id for row in meeting.attendances if not row.is_deleted]
    partners = list_partners_by_id(session, present)
    return MeetingDetails(
        row=list_meetings_by_id(session, [meeting.id])[meeting.id],
        status_reason=meeting.status_reason,
        assessment=meeting.assessment,
        assessment_language=meeting.assessment_language,
        partners=tuple(partners[record_id] for record_id in present if record_id in partners),
        points=tuple(point_row(point) for point in meeting.points if not point.is_deleted),
        commitments=tuple(
            commitment_row(row, today) for row in meeting.commitments if not row.is_deleted
        ),
        referrals=tuple(referral_row(row) for row in meeting.referrals if not row.is_deleted),
    )


def get_partner_details(session: Session, uid: UUID, today: date) -> PartnerDetails:
    """All of a partner. Raises NotFound."""
    partner = get_record(session, Partner, uid)
    people = select(Person.id).where(Person.partner_id == partner.id, ~Person.is_deleted)
    meetings = _meetings_with(session, [partner.uid])
    return PartnerDetails(
        row=list_partners_by_id(session, [partner.id])[partner.id],
        note=partner.note,
        receipt_number=partner.receipt_number,
        people=tuple(list_people_by_id(session, session.scalars(people)).values()),
        meetings=tuple(list_meetings_by_id(session, [m.id for m in meetings]).values()),
        points=tuple(point_row(row) for m in meetings for row in m.points if not row.is_deleted),
        commitments=tuple(
            commitment_row(row, today)
            for meeting in meetings
            for row in meeting.commitments
            if not row.is_deleted
        ),
        referrals=tuple(
            referral_row(row) for m in meetings for row in m.referrals if not row.is_deleted
        ),
    )


def list_open_commitments_with(
    session: Session, partners: list[UUID], today: date
) -> list[CommitmentRow]:
    """What was promised in meetings with these partners and is still open, the first due first."""
    rows = [
        commitment_row(row, today)
        for meeting in _meetings_with(session, partners)
        for row in meeting.commitments
        if not row.is_deleted and row.status in OPEN_COMMITMENTS
    ]
    return sorted(rows, key=lambda row: row.due_on or date.max)


def _meetings_with(session: Session, partners: list[UUID]) -> list[Meeting]:
    statement = (
        select(Meeting)
        .join(Meeting.attendances)
        .join(Attendance.partner)
        .where(Partner.uid.in_(partners), ~Attendance.is_deleted, ~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .distinct()
    )
    return list(session.scalars(statement))
