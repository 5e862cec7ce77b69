"""Read shapes of referrals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from outreach_app.models import Meeting, Referral
from outreach_app.queries.attendances import PARTNERS_PRESENT, PartnerName, partners_present
from outreach_app.queries.meetings import meeting_number
from outreach_app.rules.ids import OfficeId


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral in a list; `to` is an `rf.*` code, `office` and `partners` its meeting's."""

    uid: UUID
    reference: str | None
    meeting: UUID
    meeting_number: str
    held_on: date
    to: str
    topic: str
    sent_on: date | None
    answered_on: date | None
    answer: str | None
    language: str | None
    partners: tuple[PartnerName, ...]
    office: OfficeId
    version: str

    @property
    def is_answered(self) -> bool:
        return self.answered_on is not None


def list_referrals(session: Session, limit: int | None = None) -> list[ReferralRow]:
    """Return the referrals of meetings that are not deleted, the newest meeting first."""
    statement = (
        select(Referral)
        .join(Referral.meeting)
        .options(joinedload(Referral.meeting).options(PARTNERS_PRESENT))
        .where(~Referral.is_deleted, ~Meeting.is_deleted)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc(), Referral.position)
        .limit(limit)
    )
    return [referral_row(referral) for referral in session.scalars(statement)]


def referral_row(referral: Referral) -> ReferralRow:
    """Return the row of a referral."""
    return ReferralRow(
        uid=referral.uid,
        reference=referral.meeting.reference,
        meeting=referral.meeting.uid,
        meeting_number=meeting_number(referral.meeting),
        held_on=referral.meeting.held_on,
        to=referral.destination,
        topic=referral.topic,
        sent_on=referral.sent_on,
        answered_on=referral.answered_on,
        answer=referral.answer,
        language=referral.answer_language,
        partners=partners_present(referral.meeting),
        office=OfficeId(referral.office_id),
        version=referral.version,
    )
