"""Rows of referrals."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Referral
from outreach_app.models.sources import day_of
from outreach_app.queries.attendances import PartnerName, partners_of
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.sources import list_followed
from outreach_app.rules.ids import OfficeId


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral in a list; `to` is an `rf.*` code.

    `held_on` is the day of its meeting, or the day on which its `remark` was received; `office` and
    `partners` are those of that meeting or remark.
    """

    uid: UUID
    reference: str | None
    meeting: UUID | None
    meeting_number: str
    remark: UUID | None
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


def list_referrals(session: Session) -> list[ReferralRow]:
    """Return the referrals of meetings and remarks that are not deleted, newest first."""
    return [referral_row(referral) for referral in list_followed(session, Referral)]


def referral_row(referral: Referral) -> ReferralRow:
    """Return the row of a referral."""
    meeting, point = referral.meeting, referral.point
    return ReferralRow(
        uid=referral.uid,
        reference=meeting.reference if meeting else None,
        meeting=meeting.uid if meeting else None,
        meeting_number=meeting_number(meeting) if meeting else "",
        remark=point.uid if point and not meeting else None,
        held_on=day_of(referral),
        to=referral.destination,
        topic=referral.topic,
        sent_on=referral.sent_on,
        answered_on=referral.answered_on,
        answer=referral.answer,
        language=referral.answer_language,
        partners=partners_of(referral),
        office=OfficeId(referral.office_id),
        version=referral.version,
    )
