"""Which partners raised what the lists of points, commitments and referrals hold."""

from dataclasses import dataclass

from sqlalchemy.orm import joinedload, selectinload

from outreach_app.models import Attendance, Meeting, Partner, Point
from outreach_app.models.sources import Raised, source_of
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import survivor

# What `partners_present` needs, in two statements, however many the meetings.
PARTNERS_PRESENT = (
    selectinload(Meeting.attendances)
    .joinedload(Attendance.partner)
    .options(joinedload(Partner.identity))
)
# What `partners_of` needs besides, of a remark that a partner made.
RAISED_BY = joinedload(Point.raised_by).joinedload(Partner.identity)


@dataclass(frozen=True, slots=True)
class PartnerName(Bilingual):
    """The name of a partner; where headquarters was not given it, what it is and where tell it."""

    kind: str
    place: str | None


def partners_of(record: Raised) -> tuple[PartnerName, ...]:
    """Return the partners of a record's meeting, or the one on whose behalf its remark was made."""
    source = source_of(record)
    if isinstance(source, Meeting):
        return partners_present(source)
    return (partner_name(survivor(source.raised_by)),) if source.raised_by else ()


def partners_present(meeting: Meeting) -> tuple[PartnerName, ...]:
    """Return the names of the partners at a meeting, in the order they were noted."""
    rows = [row for row in meeting.attendances if not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    return tuple(map(partner_name, partners))


def partner_name(partner: Partner) -> PartnerName:
    """Return how a list names a partner."""
    bearer = partner.bearer
    kind = partner.type or partner.category
    return PartnerName(bearer.name_ar, bearer.name_fr, kind, partner.place)
