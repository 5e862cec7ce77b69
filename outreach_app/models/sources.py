"""The sources of points, commitments and referrals: a meeting, or a remark; parts of records."""

from datetime import date

from outreach_app.models.attendances import Attendance
from outreach_app.models.base import Record
from outreach_app.models.commitments import Commitment
from outreach_app.models.findings import Finding
from outreach_app.models.identities import Identity
from outreach_app.models.meetings import Meeting
from outreach_app.models.points import Point
from outreach_app.models.readings import Reading
from outreach_app.models.referrals import Referral
from outreach_app.models.replies import Reply

Source = Meeting | Point
Raised = Point | Commitment | Referral


def source_of(record: Raised) -> Source:
    """Return the meeting of a record, or else the remark that it is or follows.

    Raises ValueError for one that has neither, which no row of a store is.
    """
    remark = record if isinstance(record, Point) else record.point
    source = record.meeting or remark
    if source is None:
        raise ValueError(record.uid)
    return source


def find_source(record: Record) -> Source | None:
    """Return the meeting or remark whose point states a change of a record can affect, if any."""
    match record:
        case Meeting():
            return record
        case Point() | Commitment() | Referral():
            return source_of(record)
        case Reply():
            return source_of(record.point)
        case _:
            return None


def whole_of(record: Record) -> Record | None:
    """Return the record that a part of one is deleted and restored with, if it is a part.

    The identity of a person is none: it is deleted by itself, and marked as such.
    """
    whole: Record | None
    match record:
        case Attendance() | Point():
            whole = record.meeting
        case Commitment() | Referral():
            whole = source_of(record)
        case Reply():
            whole = record.point
        case Identity():
            whole = record.partner
        case Finding():
            whole = record.rumour
        case Reading():
            whole = record.publication
        case _:
            whole = None
    return whole


def meeting_of(record: Raised) -> Meeting:
    """Return the meeting of what was raised in one. Raises ValueError for a remark's follow-up."""
    if record.meeting is None:
        raise ValueError(record.uid)
    return record.meeting


def made_day(record: Commitment | Referral) -> date:
    """Return the day on which an act was decided: its own, else that of its meeting or remark."""
    return record.made_on or day_of(record)


def sent_day(record: Referral) -> date:
    """Return the day to whose period a referral belongs: that of sending, else of its decision.

    One that is said to have been sent before its meeting or remark belongs with it.
    """
    return max(record.sent_on or made_day(record), day_of(record))


def day_of(record: Raised) -> date:
    """Return the day of the meeting, or the day on which the remark was received."""
    source = source_of(record)
    day = source.held_on if isinstance(source, Meeting) else source.received_on
    if day is None:
        raise ValueError(record.uid)
    return day
