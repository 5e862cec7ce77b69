"""Origins of what is in a handover file: a meeting or a remark."""

from sqlalchemy.orm import Session

from outreach_app.models import Point
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.remarks import remark_number
from outreach_app.summaries.handovers.plan import Origin


def origin_of(session: Session, row: CommitmentRow | ReferralRow) -> Origin:
    """Return the number and the day of its meeting, or of its remark."""
    if row.remark is None:
        return Origin(row.meeting_number, held_on=row.held_on)
    remark = get_record(session, Point, row.remark)
    return Origin(remark=remark_number(remark), held_on=remark.received_on)
