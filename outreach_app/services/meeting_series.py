"""Use cases of planned meetings: move one, change its end, repeat it as separate meetings."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.rights import Right, use_case
from outreach_app.rules.repetition import MAX_REPEATED, Every, repeated_days
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.validation import Checks
from outreach_app.rules.working_days import WorkingDays
from outreach_app.services import records
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import log_meeting
from outreach_app.services.session_numbers import require_numbered


@use_case(Right.RECORD)
def move_meeting(
    session: Session, uid: UUID, version: str, day: date, starts_at: time | None
) -> Meeting:
    """Move a meeting that was not held to another day; a postponed one is planned again.

    Raises NotAllowed (`held`), InvalidDraft, NotFound, Conflict.
    """
    meeting = records.take(session, Meeting, uid, version)
    _require_to_come(meeting)
    checks = Checks()
    checks.day("held_on", day)
    checks.raise_if_any()
    require_numbered(meeting, meeting.status, day)
    if meeting.ends_at is not None and meeting.starts_at is not None and starts_at is not None:
        meeting.ends_at = shifted(meeting.ends_at, meeting.starts_at, starts_at)
    meeting.held_on = day
    meeting.starts_at = starts_at
    if meeting.status == MeetingStatus.POSTPONED:
        meeting.status = MeetingStatus.PLANNED
        meeting.status_reason = None
    return meeting


@use_case(Right.RECORD)
def stretch_meeting(session: Session, uid: UUID, version: str, ends_at: time) -> Meeting:
    """Change the hour at which a meeting that was not held ends.

    Raises NotAllowed (`held`), InvalidDraft, NotFound, Conflict.
    """
    meeting = records.take(session, Meeting, uid, version)
    _require_to_come(meeting)
    checks = Checks()
    checks.period("ends_at", meeting.starts_at, ends_at)
    checks.raise_if_any()
    meeting.ends_at = ends_at
    return meeting


def check_times(times: int) -> None:
    """Raise InvalidDraft if a meeting cannot be repeated this many times."""
    checks = Checks()
    if not 1 <= times <= MAX_REPEATED:
        message = _("A meeting is repeated 1 to {most} times.").format(most=MAX_REPEATED)
        checks.add("times", "out_of_range", message)
    checks.raise_if_any()


@use_case(Right.RECORD)
def repeat_meeting(
    session: Session, uid: UUID, every: Every, times: int, working: WorkingDays
) -> list[UUID]:
    """Plan a meeting `times` more times, each a meeting of its own, on working days.

    They have the first one's partners, including those who did not come, its place and subject, and
    nothing of its log. Raises InvalidDraft, NotFound.
    """
    check_times(times)
    draft = draft_of_meeting(session, uid)
    planned = replace(
        draft,
        status=MeetingStatus.PLANNED,
        status_reason=None,
        reference=None,
        headcount=None,
        establishments=None,
        pupils=None,
        beneficiaries=None,
        associations=None,
        last_on=None,
        women=None,
        bodies=None,
        kinds_present=(),
        assessment=None,
        assessment_language=None,
        assessment_translation=None,
        source=None,
        sensitive_reason=None,
        follows=None,
        attendances=tuple((partner, True) for partner, _was_present in draft.attendances),
        points=(),
        commitments=(),
        referrals=(),
        version=None,
    )
    days = repeated_days(draft.held_on, every, times, working)
    return [log_meeting(session, replace(planned, held_on=row.day)).uid for row in days]


def _require_to_come(meeting: Meeting) -> None:
    """Raise NotAllowed if a meeting was held."""
    if meeting.status == MeetingStatus.HELD:
        message = _("The meeting was held: correct its date in its log instead.")
        raise NotAllowed(message, code="held")


def shifted(ends_at: time, from_: time, to: time) -> time | None:
    """Return an end that keeps the length after a new start; None past midnight."""
    minutes = _minutes(ends_at) - _minutes(from_) + _minutes(to)
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
