"""Use case of planning: put a meeting on a day, with its invited partners."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import Language, current
from outreach_app.models import Meeting
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.rules.text import language_of
from outreach_app.rules.validation import Checks
from outreach_app.services.meetings import MeetingDraft, check_meeting, log_meeting

_OF_BOTH = {"subject_ar": "subject", "subject_fr": "subject", "place_ar": "place"}
_OF_BOTH["place_fr"] = "place"


@dataclass(frozen=True, slots=True)
class ScheduleDraft:
    """A future meeting. `subject` and `place` are in the language of their letters.

    `version` is always None: a planned meeting is changed like any other.
    """

    held_on: date | None
    starts_at: time | None = None
    ends_at: time | None = None
    partners: tuple[UUID, ...] = ()
    subject: str | None = None
    kind: str = "mt.thematic"
    channel: str = "ch.office"
    place: str | None = None
    sensitive_reason: str | None = None
    version: str | None = None


def check_schedule(draft: ScheduleDraft) -> list[Problem]:
    """Check the draft of a future meeting: it needs a day, and partners or a subject."""
    checks = Checks()
    checks.required("held_on", draft.held_on)
    if not draft.partners:
        checks.required("subject", draft.subject)
    for problem in check_meeting(_meeting_of(draft)):
        field = _OF_BOTH.get(problem.field, problem.field)
        checks.problems.append(replace(problem, field=field))
    return checks.problems


@use_case(Right.RECORD)
def schedule_meeting(session: Session, draft: ScheduleDraft) -> Meeting:
    """Plan a meeting. Raises InvalidDraft, NotFound."""
    if problems := check_schedule(draft):
        raise InvalidDraft(" ".join(each.message for each in problems), problems)
    return log_meeting(session, _meeting_of(draft))


def _meeting_of(draft: ScheduleDraft) -> MeetingDraft:
    return MeetingDraft(
        held_on=draft.held_on or clock.today(),
        kind=draft.kind,
        channel=draft.channel,
        status=MeetingStatus.PLANNED,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        subject_ar=_in(Language.ARABIC, draft.subject),
        subject_fr=_in(Language.FRENCH, draft.subject),
        place_ar=_in(Language.ARABIC, draft.place),
        place_fr=_in(Language.FRENCH, draft.place),
        sensitive_reason=draft.sensitive_reason,
        attendances=tuple((partner, True) for partner in draft.partners),
    )


def _in(language: Language, words: str | None) -> str | None:
    """Return words of this language, judged by their letters or else the screen's; else None."""
    return words if words and (language_of(words) or current()) is language else None
