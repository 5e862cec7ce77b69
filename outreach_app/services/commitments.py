"""Use cases of commitments: make in a meeting, keep, set aside with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment, Meeting, Point
from outreach_app.models.sources import day_of, source_of
from outreach_app.queries.histories import list_changes
from outreach_app.queries.meetings import get_meeting
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import COMMITMENT_STATUSES_WITH_REASON, CommitmentStatus
from outreach_app.rules.text import language_of
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.follow_up_days import check_since_raised
from outreach_app.services.points import check_language, find_partner, refresh_states

_FIELDS = (
    *("text", "language", "translation", "owner", "authority", "due_on"),
    *("status", "status_reason", "status_reason_translation", "status_on"),
)


@dataclass(frozen=True, slots=True)
class CommitmentDraft:
    """A commitment; `point` is the index, from 0, of the point it answers in its session's draft.

    `partner` (one of the meeting's) or `authority` (`rf.*`) says who owes it. `status_on` is the
    day from which the status holds, if that is not the day it is recorded.
    """

    text: str
    language: str
    owner: str
    translation: str | None = None
    due_on: date | None = None
    status: str = CommitmentStatus.OPEN
    status_reason: str | None = None
    status_reason_translation: str | None = None
    status_on: date | None = None
    partner: UUID | None = None
    authority: str | None = None
    point: int | None = None
    uid: UUID | None = None


@dataclass(frozen=True, slots=True)
class LatePromiseDraft:
    """A commitment made after a held meeting, given by its uid; `version` is always None."""

    meeting: str | None
    text: str | None
    due_on: date | None = None
    owner: str = CommitmentOwner.OFFICE
    sensitive_reason: str | None = None
    version: str | None = None


def check_late_promise(draft: LatePromiseDraft) -> list[Problem]:
    """Check the draft of a commitment made after its meeting."""
    checks = Checks()
    checks.required("meeting", draft.meeting)
    check_commitment(checks, _promise_of(draft), draft.sensitive_reason, None)
    return checks.problems


def check_commitment(
    checks: Checks, draft: CommitmentDraft, sensitive_reason: str | None, raised_on: date | None
) -> None:
    """Add the problems of a commitment to the checks of its session.

    `raised_on` is the day of the session or remark, None where it is not chosen yet.
    """
    checks.required("text", draft.text)
    checks.texts("commitment", draft, sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    checks.one_of("owner", draft.owner, CommitmentOwner)
    checks.code("authority", draft.authority, "rf")
    checks.day("due_on", draft.due_on)
    check_since_raised(checks, "due_on", draft.due_on, raised_on)
    check_status(checks, draft.status, draft.status_reason, draft.status_on)
    check_since_raised(checks, "status_on", draft.status_on, raised_on)


def check_status(checks: Checks, status: str, reason: str | None, status_on: date | None) -> None:
    """Reject OVERDUE, which is computed, and require a reason for the statuses that need one."""
    recorded = [each for each in CommitmentStatus if each is not CommitmentStatus.OVERDUE]
    checks.one_of("status", status, recorded)
    checks.reason(
        "status_reason", is_needed=status in COMMITMENT_STATUSES_WITH_REASON, reason=reason
    )
    checks.day("status_on", status_on)
    if status_on is not None and status_on > clock.today():
        message = _("A state cannot begin after today. Choose today or an earlier day.")
        checks.add("status_on", "out_of_range", message)


@use_case(Right.RECORD)
def write_commitments(
    session: Session, meeting: Meeting, drafts: Sequence[CommitmentDraft], points: Sequence[Point]
) -> None:
    """Replace the meeting's commitments with the drafts; delete those without one."""
    live = [commitment for commitment in meeting.commitments if not commitment.is_deleted]
    paired, surplus = records.pair(live, drafts, lambda row, draft: row.text == draft.text)
    for position, (known, draft) in enumerate(zip(paired, drafts, strict=True)):
        commitment = known or Commitment(office_id=meeting.office_id, meeting=meeting)
        session.add(commitment)
        commitment.position = position
        commitment.point = None if draft.point is None else points[draft.point]
        commitment.partner = find_partner(session, draft.partner)
        records.fill(commitment, draft, _FIELDS)
    for commitment in surplus:
        commitment.is_deleted = True


@use_case(Right.RECORD)
def promise_for_point(
    session: Session, uid: UUID, version: str, draft: CommitmentDraft
) -> Commitment:
    """Answer a point with a commitment after its session, or a remark.

    Raises InvalidDraft, NotFound, Conflict.
    """
    point = records.take(session, Point, uid, version)
    source = source_of(point)
    checks = Checks()
    check_commitment(checks, draft, source.sensitive_reason, day_of(point))
    checks.raise_if_any()
    place = len(source.commitments)
    commitment = Commitment(
        office_id=point.office_id, meeting=point.meeting, point=point, position=place
    )
    commitment.partner = find_partner(session, draft.partner)
    records.fill(commitment, draft, _FIELDS)
    commitment.made_on = clock.today()
    session.add(commitment)
    refresh_states(source)
    return commitment


@use_case(Right.RECORD)
def promise_after(session: Session, draft: LatePromiseDraft) -> Commitment:
    """Add a commitment to a held meeting. Raises InvalidDraft, NotFound."""
    problems = check_late_promise(draft)
    if problems or draft.meeting is None:
        raise InvalidDraft(" ".join(each.message for each in problems), problems)
    meeting = get_meeting(session, draft.meeting)
    checks = Checks()
    check_since_raised(checks, "due_on", draft.due_on, meeting.held_on)
    checks.raise_if_any()
    place = len(meeting.commitments)
    commitment = Commitment(office_id=meeting.office_id, meeting=meeting, position=place)
    records.fill(commitment, _promise_of(draft), _FIELDS)
    commitment.made_on = clock.today()
    if draft.sensitive_reason:
        meeting.sensitive_reason = draft.sensitive_reason
    session.add(commitment)
    session.flush()
    return commitment


def _promise_of(draft: LatePromiseDraft) -> CommitmentDraft:
    text = draft.text or ""
    language = (language_of(text) or current()).value
    return CommitmentDraft(text, language, draft.owner, due_on=draft.due_on)


@use_case(Right.RECORD)
def change_status(
    session: Session,
    uid: UUID,
    version: str,
    status: CommitmentStatus,
    reason: str | None = None,
    status_on: date | None = None,
) -> Commitment:
    """Change the status of a commitment, from a day that can be before today.

    Raises InvalidDraft, NotFound, Conflict.
    """
    commitment = records.take(session, Commitment, uid, version)
    checks = Checks()
    check_status(checks, status, reason, status_on)
    check_since_raised(checks, "status_on", status_on, day_of(commitment))
    checks.text("commitment", "status_reason", reason, source_of(commitment).sensitive_reason)
    checks.raise_if_any()
    if reason != commitment.status_reason:
        commitment.status_reason_translation = None
    commitment.status = status
    commitment.status_reason = reason
    commitment.status_on = status_on
    return commitment


@use_case(Right.RECORD)
def keep_commitment(
    session: Session,
    uid: UUID,
    version: str,
    what_was_done: str | None = None,
    kept_on: date | None = None,
) -> Commitment:
    """Record that a commitment was kept, what was done, and when. Raises as `change_status`."""
    return change_status(session, uid, version, CommitmentStatus.DONE, what_was_done, kept_on)


@use_case(Right.RECORD)
def reopen_commitment(session: Session, uid: UUID, version: str) -> Commitment:
    """Give a closed commitment its former status and reason back.

    Raises NotFound, Conflict.
    """
    commitment = records.take(session, Commitment, uid, version)
    changes = [row.changes for row in list_changes(session, uid)]
    former = [change["status"][0] for change in changes if "status" in change]
    # A status and its reason are one field of the history; None if it was recorded as closed.
    status = next(field for field in Commitment.contract.fields if field.name == "status")
    records.set_field(session, commitment, status, former[-1] or {"status": CommitmentStatus.OPEN})
    return commitment


@use_case(Right.RECORD)
def postpone_commitment(session: Session, uid: UUID, version: str, due_on: date) -> Commitment:
    """Give a commitment a new date; the history keeps the former one.

    Raises InvalidDraft, NotFound, Conflict.
    """
    commitment = records.take(session, Commitment, uid, version)
    checks = Checks()
    checks.day("due_on", due_on)
    check_since_raised(checks, "due_on", due_on, day_of(commitment))
    checks.raise_if_any()
    commitment.due_on = due_on
    return commitment
