"""Use case of a session's entry: the meeting, and the next one that was agreed on in it."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Meeting
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services import records
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import MeetingDraft, change_meeting, log_meeting


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where the next meeting was agreed on; everything else is as in the one before."""

    held_on: date
    channel: str
    starts_at: time | None = None
    place_ar: str | None = None
    place_fr: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A meeting as it is entered; `read_as` is the draft that was changed, None for a new one."""

    meeting: MeetingDraft
    read_as: MeetingDraft | None = None
    following: NextMeeting | None = None


@use_case(Right.RECORD)
def save_entry(session: Session, entry: MeetingEntry, uid: UUID | None = None) -> Meeting:
    """Log a meeting, or change that of `uid`, and plan the next. Raises InvalidDraft, Conflict.

    Commitments have versions of their own, so the whole meeting is compared with `read_as`: else
    one that was kept in between would be reopened.
    """
    if uid is None:
        meeting = log_meeting(session, entry.meeting)
    elif draft_of_meeting(session, uid) != entry.read_as:
        raise records.changed_since(uid)
    else:
        meeting = change_meeting(session, uid, entry.meeting)
    if entry.following is not None:
        log_meeting(session, _planned(entry.meeting, entry.following, meeting.uid))
    return meeting


def _planned(before: MeetingDraft, following: NextMeeting, follows: UUID) -> MeetingDraft:
    """Return the draft of the next meeting: of the same kind and subject, with its partners."""
    return MeetingDraft(
        held_on=following.held_on,
        kind=before.kind,
        channel=following.channel,
        status=MeetingStatus.PLANNED,
        starts_at=following.starts_at,
        place_ar=following.place_ar,
        place_fr=following.place_fr,
        subject_ar=before.subject_ar,
        subject_fr=before.subject_fr,
        follows=follows,
        attendances=before.attendances,
    )
