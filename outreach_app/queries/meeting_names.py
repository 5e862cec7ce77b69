"""Held meetings as a person recognises them, to choose one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import Meeting
from outreach_app.queries.attendances import PARTNERS_PRESENT, PartnerName, partners_present
from outreach_app.queries.records import get_own_office
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus

_MAX = 300


@dataclass(frozen=True, slots=True)
class MeetingName:
    """The subject, partners and day of a meeting."""

    uid: UUID
    held_on: date
    subject: Bilingual
    partners: tuple[PartnerName, ...]


def list_held_names(session: Session) -> list[MeetingName]:
    """Return the last meetings that this office held, newest first."""
    statement = (
        select(Meeting)
        .options(PARTNERS_PRESENT)
        .where(
            Meeting.office_id == get_own_office(session).id,
            Meeting.status == MeetingStatus.HELD,
            ~Meeting.is_deleted,
        )
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
        .limit(_MAX)
    )
    return [
        MeetingName(
            meeting.uid,
            meeting.held_on,
            Bilingual(meeting.subject_ar, meeting.subject_fr),
            partners_present(meeting),
        )
        for meeting in session.scalars(statement)
    ]
