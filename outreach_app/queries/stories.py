"""How a point, a promise or a referral came about: its meeting, what was raised, what changed."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Point, Referral
from outreach_app.queries.histories import ChangeRow, list_changes
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.points import PointRow, point_row
from outreach_app.queries.records import get_record
from outreach_app.survivors import survivor


@dataclass(frozen=True, slots=True)
class Story:
    """`point` is what a promise or a referral answers; `partners` are the meeting's.

    `changes` are those of the record itself, the oldest first.
    """

    meeting: MeetingRow | None
    point: PointRow | None
    partners: tuple[PartnerRow, ...]
    changes: tuple[ChangeRow, ...]


def get_story(
    session: Session, kind: type[Commitment] | type[Point] | type[Referral], uid: UUID
) -> Story:
    """Return how a record came about. Raises NotFound."""
    record = get_record(session, kind, uid)
    point = None if isinstance(record, Point) else record.point
    meeting, rows, partners = record.meeting, {}, {}
    if meeting is not None:
        rows = list_meetings_by_id(session, [meeting.id])
        present = [it for it in meeting.attendances if not it.is_deleted]
        partners = list_partners_by_id(session, [survivor(it.partner).id for it in present])
    return Story(
        meeting=rows.get(meeting.id) if meeting else None,
        point=point_row(point) if point and not point.is_deleted else None,
        partners=tuple(partners.values()),
        changes=tuple(list_changes(session, uid)),
    )
