"""Who was there, as the lists of points, commitments and referrals name them."""

from dataclasses import dataclass

from sqlalchemy.orm import joinedload, selectinload

from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import survivor

# What `partners_present` needs, in two statements, however many the meetings.
PARTNERS_PRESENT = (
    selectinload(Meeting.attendances)
    .joinedload(Attendance.partner)
    .options(joinedload(Partner.identity))
)


@dataclass(frozen=True, slots=True)
class PartnerName(Bilingual):
    """The name of a partner; where headquarters was not given it, what it is and where tell it."""

    kind: str
    place: str | None


def partners_present(meeting: Meeting) -> tuple[PartnerName, ...]:
    """Return the names of the partners at a meeting, in the order they were noted."""
    rows = [row for row in meeting.attendances if not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    return tuple(_name(partner) for partner in partners)


def _name(partner: Partner) -> PartnerName:
    bearer = partner.bearer
    kind = partner.type or partner.category
    return PartnerName(bearer.name_ar, bearer.name_fr, kind, partner.place)
