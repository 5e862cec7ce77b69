"""Partners of a meeting, or of the source of a point or a commitment."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from outreach_app.models import Attendance, Identity, Meeting, Partner, Point
from outreach_app.models.sources import Raised, source_of
from outreach_app.rules.names import Bilingual
from outreach_app.survivors import survivor

# Loads what `partners_present` needs in two statements, however many the meetings.
PARTNERS_PRESENT = (
    selectinload(Meeting.attendances)
    .joinedload(Attendance.partner)
    .options(joinedload(Partner.identity))
)
# Loads what `partners_of` also needs for a remark that a partner made.
RAISED_BY = joinedload(Point.raised_by).joinedload(Partner.identity)


@dataclass(frozen=True, slots=True)
class PartnerName(Bilingual):
    """The name of a partner; if the name was withheld, the type and place identify it.

    `is_persons` if it is a practice's that is named after a person.
    """

    kind: str
    place: str | None
    is_persons: bool


def partners_of(record: Raised) -> tuple[PartnerName, ...]:
    """Return the partners of a record's meeting, or the one on whose behalf its remark was made."""
    source = source_of(record)
    if isinstance(source, Meeting):
        return partners_present(source)
    return (partner_name(survivor(source.raised_by)),) if source.raised_by else ()


def partners_present(meeting: Meeting) -> tuple[PartnerName, ...]:
    """Return the names of the partners at a meeting, in the order they were recorded."""
    rows = [row for row in meeting.attendances if not row.is_deleted]
    partners = dict.fromkeys(survivor(row.partner) for row in rows)
    return tuple(map(partner_name, partners))


def partner_name(partner: Partner) -> PartnerName:
    """Return the name of a partner in lists."""
    bearer = partner.bearer
    kind = partner.type or partner.category
    return PartnerName(
        bearer.name_ar,
        bearer.name_fr,
        kind,
        partner.any_place,
        is_persons=partner.is_named_after_person,
    )


def list_partner_names(
    session: Session, meetings: Select[int]
) -> Mapping[int, tuple[PartnerName, ...]]:
    """Return the names of the partners at these meetings, by the meeting's local id.

    `meetings` selects those ids. The same as `partners_present`, without loading entities.
    """
    bears = or_(Identity.name_ar.is_not(None), Identity.name_fr.is_not(None))
    statement = (
        select(
            Attendance.meeting_id,
            Partner.id,
            Partner.merged_into_id,
            case((bears, Identity.name_ar), else_=Partner.name_ar).label("ar"),
            case((bears, Identity.name_fr), else_=Partner.name_fr).label("fr"),
            func.coalesce(Partner.type, Partner.category).label("kind"),
            func.coalesce(Partner.place, Identity.place).label("place"),
            Identity.id.is_not(None).label("is_persons"),
        )
        .join(Partner, Partner.id == Attendance.partner_id)
        .outerjoin(Partner.identity.and_(bears))
        .where(Attendance.meeting_id.in_(meetings), ~Attendance.is_deleted)
        .order_by(Attendance.id)
    )
    found: dict[int, dict[int, PartnerName]] = defaultdict(dict)
    for row in session.execute(statement):
        name = PartnerName(row.ar, row.fr, row.kind, row.place, is_persons=row.is_persons)
        partner = row.id
        if row.merged_into_id is not None:  # few are merged: each is loaded on its own
            stands = survivor(session.get_one(Partner, row.id))
            name, partner = partner_name(stands), stands.id
        found[row.meeting_id].setdefault(partner, name)
    return {meeting: tuple(names.values()) for meeting, names in found.items()}
