"""The origin of a point, commitment or referral: its meeting, what was raised, its changes."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Commitment, Point, Referral
from outreach_app.models.sources import Raised
from outreach_app.queries.histories import ChangeRow, list_changes
from outreach_app.queries.meetings import MeetingRow, list_meetings_by_id
from outreach_app.queries.partners import PartnerRow, list_partners_by_id
from outreach_app.queries.points import PointRow, point_row
from outreach_app.queries.records import get_record
from outreach_app.queries.remarks import RemarkRow, remark_row
from outreach_app.survivors import survivor


@dataclass(frozen=True, slots=True)
class Story:
    """The origin of a record; `point`, or outside meetings `remark`, is what it answers.

    `partners` are the meeting's; `changes` are those of the record itself, oldest first.
    """

    meeting: MeetingRow | None
    point: PointRow | None
    remark: RemarkRow | None
    partners: tuple[PartnerRow, ...]
    changes: tuple[ChangeRow, ...]


def get_commitment_story(session: Session, uid: UUID) -> Story:
    """Return the origin of a commitment. Raises NotFound."""
    return _story_of(session, get_record(session, Commitment, uid))


def get_point_story(session: Session, uid: UUID) -> Story:
    """Return the origin of a point. Raises NotFound."""
    return _story_of(session, get_record(session, Point, uid))


def get_referral_story(session: Session, uid: UUID) -> Story:
    """Return the origin of a referral. Raises NotFound."""
    return _story_of(session, get_record(session, Referral, uid))


def _story_of(session: Session, record: Raised) -> Story:
    answered = None if isinstance(record, Point) else record.point
    point, remark = None, None
    if answered is not None and not answered.is_deleted:
        is_raised = answered.meeting is not None
        point = point_row(answered) if is_raised else None
        remark = None if is_raised else remark_row(answered)
    meeting, rows, partners = record.meeting, {}, {}
    if meeting is not None:
        rows = list_meetings_by_id(session, [meeting.id])
        present = [it for it in meeting.attendances if not it.is_deleted]
        partners = list_partners_by_id(session, [survivor(it.partner).id for it in present])
    return Story(
        meeting=rows.get(meeting.id) if meeting else None,
        point=point,
        remark=remark,
        partners=tuple(partners.values()),
        changes=tuple(list_changes(session, record.uid)),
    )
