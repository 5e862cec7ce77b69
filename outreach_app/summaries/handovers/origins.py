"""Origins of what is in a handover file: a meeting or a remark."""

from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import meeting_number
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.remarks import remark_number
from outreach_app.summaries.handovers.plan import Origin


def origin_of(session: Session, row: CommitmentRow | ReferralRow) -> Origin:
    """Return the number and the day of its meeting, or of its remark."""
    if row.remark is None:
        return Origin(row.meeting_number, held_on=row.held_on)
    return origin_of_point(get_record(session, Point, row.remark))


def origin_of_point(point: Point) -> Origin:
    """Return the number and the day of the meeting that raised it, or its own as a remark."""
    if point.meeting is None:
        return Origin(remark=remark_number(point), held_on=point.received_on)
    return Origin(meeting_number(point.meeting), held_on=point.meeting.held_on)
