"""Use cases of meetings to come: move one to another day, repeat one as separate meetings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.rules.dates import add_months
from outreach_app.rules.validation import Checks
from outreach_app.rules.working_days import working_hours
from outreach_app.services import records
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import log_meeting

MOST_REPEATED = 52


class Every(StrEnum):
    """How often a meeting is repeated."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


def move_meeting(
    session: Session, uid: UUID, version: str, day: date, starts_at: time | None
) -> Meeting:
    """Put a meeting that was not held on another day; one postponed is planned again.

    Raises NotAllowed (`held`), NotFound, Conflict.
    """
    meeting = records.take(session, Meeting, uid, version)
    if meeting.status == "held":
        message = _("The meeting was held: correct its date in its log instead.")
        raise NotAllowed(message, code="held")
    if meeting.ends_at is not None and meeting.starts_at is not None and starts_at is not None:
        meeting.ends_at = _shifted(meeting.ends_at, meeting.starts_at, starts_at)
    meeting.held_on, meeting.starts_at = day, starts_at
    if meeting.status == "postponed":
        meeting.status, meeting.status_reason = "planned", None
    return meeting


def repeat_meeting(session: Session, uid: UUID, every: Every, times: int) -> list[UUID]:
    """Plan a meeting again so many times, each a meeting of its own, on working days.

    They have the first one's partners, place and subject, and nothing of its log. Raises
    InvalidDraft, NotFound.
    """
    checks = Checks()
    if not 1 <= times <= MOST_REPEATED:
        message = _("A meeting is repeated 1 to {most} times.").format(most=MOST_REPEATED)
        checks.add("times", "out_of_range", message)
    checks.raise_if_any()
    draft = draft_of_meeting(session, uid)
    planned = replace(
        draft,
        status="planned",
        status_reason=None,
        reference=None,
        headcount=None,
        women=None,
        bodies=None,
        kinds_present=(),
        assessment=None,
        assessment_language=None,
        assessment_translation=None,
        follows=None,
        points=(),
        commitments=(),
        referrals=(),
        version=None,
    )
    days = _days(draft.held_on, every, times)
    return [log_meeting(session, replace(planned, held_on=day)).uid for day in days]


def _days(first: date, every: Every, times: int) -> Iterator[date]:
    for number in range(1, times + 1):
        if every is Every.WEEK:
            yield _working_day(first + timedelta(weeks=number))
        else:
            months = number if every is Every.MONTH else 3 * number
            yield _working_day(add_months(first, months))


def _working_day(day: date) -> date:
    """The day, or the next one on which the office works."""
    while working_hours(day) is None:
        day += timedelta(days=1)
    return day


def _shifted(ends_at: time, from_: time, to: time) -> time | None:
    """An end as long after the new start as it was after the old; None past midnight."""
    minutes = _minutes(ends_at) - _minutes(from_) + _minutes(to)
    return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
