"""Use cases of awareness actions. An action is a held meeting, deleted and exchanged as one."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.models import Meeting
from outreach_app.rights import Right, use_case
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.kinds import Channel, MeetingKind
from outreach_app.rules.validation import Checks
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import (
    MeetingDraft,
    change_meeting,
    check_meeting,
    log_meeting,
)

_FIELDS = (
    *("kind", "last_on", "subject_ar", "subject_fr", "place_ar", "place_fr"),
    *("establishments", "pupils", "beneficiaries", "associations", "sensitive_reason", "confirmed"),
)


@dataclass(frozen=True, slots=True)
class AwarenessDraft:
    """An awareness action (`kind` is one of AWARENESS_KINDS) and its audience.

    Pupils are among the beneficiaries; `last_on` is the last day of an action of several days.
    `confirmed` are the unusually high counts that a person confirmed. `version` is None for a new
    one.
    """

    held_on: date | None
    kind: str = MeetingKind.SCHOOL
    last_on: date | None = None
    subject_ar: str | None = None
    subject_fr: str | None = None
    place_ar: str | None = None
    place_fr: str | None = None
    establishments: int | None = None
    pupils: int | None = None
    beneficiaries: int | None = None
    associations: int | None = None
    sensitive_reason: str | None = None
    confirmed: tuple[int, ...] = ()
    version: str | None = None


def check_awareness(draft: AwarenessDraft) -> list[Problem]:
    """Check the draft of an action; counts are optional."""
    checks = Checks()
    checks.one_of("kind", draft.kind, AWARENESS_KINDS)
    checks.required("held_on", draft.held_on)
    checks.extend(
        check_meeting(
            _with_audience(MeetingDraft(clock.today(), draft.kind, Channel.IN_PERSON), draft)
        )
    )
    return checks.problems


@use_case(Right.RECORD)
def record_awareness(session: Session, draft: AwarenessDraft) -> Meeting:
    """Record an action that took place. Raises InvalidDraft."""
    _require_valid(draft)
    today = clock.today()
    return log_meeting(
        session, _with_audience(MeetingDraft(today, draft.kind, Channel.IN_PERSON), draft)
    )


@use_case(Right.RECORD)
def change_awareness(session: Session, uid: UUID, draft: AwarenessDraft) -> Meeting:
    """Change an action; the rest of its meeting stays. Raises InvalidDraft, NotFound, Conflict."""
    _require_valid(draft)
    recorded = draft_of_meeting(session, uid)
    changed = replace(_with_audience(recorded, draft), version=draft.version)
    return change_meeting(session, uid, changed)


def draft_of_awareness(session: Session, uid: UUID) -> AwarenessDraft:
    """Return the draft of an action as it is recorded. Raises NotFound."""
    meeting = draft_of_meeting(session, uid)
    fields = {name: getattr(meeting, name) for name in _FIELDS}
    return AwarenessDraft(held_on=meeting.held_on, **fields, version=meeting.version)


def _with_audience(meeting: MeetingDraft, draft: AwarenessDraft) -> MeetingDraft:
    fields = {name: getattr(draft, name) for name in _FIELDS}
    return replace(meeting, held_on=draft.held_on or meeting.held_on, **fields)


def _require_valid(draft: AwarenessDraft) -> None:
    checks = Checks()
    checks.extend(check_awareness(draft))
    checks.raise_if_any()
