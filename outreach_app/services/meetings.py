"""Use cases of meetings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.models import Attendance, Meeting, Partner
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.people import check_women, people_of
from outreach_app.rules.statuses import MEETING_STATUSES_WITH_REASON, MeetingStatus
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.commitments import CommitmentDraft, check_commitment, write_commitments
from outreach_app.services.points import (
    PointDraft,
    check_language,
    check_point,
    refresh_states,
    write_points,
)
from outreach_app.services.referrals import ReferralDraft, check_referral, write_referrals
from outreach_app.services.session_numbers import (
    check_numbered,
    number_if_held,
    require_numbered,
)
from outreach_app.survivors import survivor

_FIELDS = (
    "reference",
    "status",
    "status_reason",
    "kind",
    "channel",
    "held_on",
    "starts_at",
    "ends_at",
    "place_ar",
    "place_fr",
    "subject_ar",
    "subject_fr",
    "headcount",
    "women",
    *("establishments", "pupils", "beneficiaries", "associations", "last_on"),
    "bodies",
    "kinds_present",
    *("assessment", "assessment_language", "assessment_translation"),
    "source",
    "sensitive_reason",
)

COUNTS = (
    *("headcount", "women", "bodies"),
    *("establishments", "pupils", "beneficiaries", "associations"),
)


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting and the log of its session, as one entry.

    Codes: `kind` `mt.*`, `channel` `ch.*`, `kinds_present` `as.*`, `pr.*`. `attendances` are
    (partner, is present). `follows` is the meeting in which this one was agreed. `sensitive_reason`
    says why free text with sensitive words is kept. `confirmed` are the unusually high counts that
    a person confirmed. `version` is None for a new meeting.
    """

    held_on: date
    kind: str
    channel: str
    status: str = MeetingStatus.HELD
    status_reason: str | None = None
    reference: str | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place_ar: str | None = None
    place_fr: str | None = None
    subject_ar: str | None = None
    subject_fr: str | None = None
    headcount: int | None = None
    women: int | None = None
    establishments: int | None = None
    pupils: int | None = None
    beneficiaries: int | None = None
    associations: int | None = None
    last_on: date | None = None
    bodies: int | None = None
    kinds_present: tuple[str, ...] = ()
    assessment: str | None = None
    assessment_language: str | None = None
    assessment_translation: str | None = None
    source: str | None = None
    sensitive_reason: str | None = None
    confirmed: tuple[int, ...] = ()
    follows: UUID | None = None
    attendances: tuple[tuple[UUID, bool], ...] = ()
    points: tuple[PointDraft, ...] = ()
    commitments: tuple[CommitmentDraft, ...] = ()
    referrals: tuple[ReferralDraft, ...] = ()
    version: str | None = None


def check_meeting(draft: MeetingDraft) -> list[Problem]:
    """Check the draft of a meeting and everything in it, field by field."""
    checks = Checks()
    checks.one_of("status", draft.status, MeetingStatus)
    needs_reason = draft.status in MEETING_STATUSES_WITH_REASON
    checks.reason("status_reason", is_needed=needs_reason, reason=draft.status_reason)
    checks.day("held_on", draft.held_on)
    _check_over(checks, draft)
    checks.code("kind", draft.kind, "mt")
    checks.code("channel", draft.channel, "ch")
    checks.period("ends_at", draft.starts_at, draft.ends_at)
    checks.day("last_on", draft.last_on)
    too_early = _("The last day cannot be before the first.")
    checks.period("last_on", draft.held_on, draft.last_on, too_early)
    checks.texts("meeting", draft, draft.sensitive_reason)
    _check_people(checks, draft)
    check_language(checks, "assessment", draft.assessment, draft.assessment_language)
    checks.extend(_check_contents(draft))
    return checks.problems


@use_case(Right.RECORD)
def log_meeting(session: Session, draft: MeetingDraft) -> Meeting:
    """Record a new meeting with its points, commitments and referrals. Raises InvalidDraft."""
    _require_valid(draft)
    meeting = Meeting(office_id=get_own_office(session).id)
    with session.no_autoflush:
        session.add(meeting)
        _write(session, meeting, draft)
    session.flush()
    return meeting


@use_case(Right.RECORD)
def change_meeting(session: Session, uid: UUID, draft: MeetingDraft) -> Meeting:
    """Replace a meeting and its log by the draft. Raises InvalidDraft, NotFound, Conflict."""
    _require_valid(draft)
    meeting = records.take(session, Meeting, uid, draft.version or "")
    require_numbered(meeting, draft.status, draft.held_on)
    with session.no_autoflush:
        _write(session, meeting, draft)
    session.flush()
    return meeting


@use_case(Right.RECORD)
def change_meeting_status(
    session: Session, uid: UUID, version: str, status: str, reason: str | None = None
) -> Meeting:
    """Confirm, hold, postpone or cancel a meeting. Raises InvalidDraft, NotFound, Conflict."""
    checks = Checks()
    checks.one_of("status", status, MeetingStatus)
    needs_reason = status in MEETING_STATUSES_WITH_REASON
    checks.reason("status_reason", is_needed=needs_reason, reason=reason)
    meeting = records.take(session, Meeting, uid, version)
    checks.extend(check_numbered(meeting, status, meeting.held_on))
    checks.text("meeting", "status_reason", reason, meeting.sensitive_reason)
    if status == MeetingStatus.HELD and meeting.held_on > clock.today():
        message = _(
            "The day of this meeting has not come yet."
            " Wait for it, or move the meeting to the day on which it was held."
        )
        checks.add("held_on", "not_yet_held", message)
    checks.raise_if_any()
    meeting.status, meeting.status_reason = status, reason
    number_if_held(session, meeting)
    return meeting


@use_case(Right.REMOVE)
def delete_meeting(session: Session, uid: UUID, version: str) -> None:
    """Delete a meeting softly; its contents are hidden with it, its number is never reused."""
    records.delete(session, Meeting, uid, version)


@use_case(Right.REMOVE)
def restore_meeting(session: Session, uid: UUID) -> None:
    """Restore a deleted meeting and its contents."""
    records.restore(session, Meeting, uid)


def _check_over(checks: Checks, draft: MeetingDraft) -> None:
    """Check that the days of a held meeting have come."""
    if draft.status != MeetingStatus.HELD:
        return
    if draft.held_on > clock.today():
        message = _("A meeting in the future cannot have been held yet: plan it.")
        checks.add("held_on", "not_yet_held", message)
    elif draft.last_on is not None and draft.last_on > clock.today():
        message = _("An action can be recorded once its last day has come.")
        checks.add("last_on", "in_future", message)


def _check_people(checks: Checks, draft: MeetingDraft) -> None:
    for name in COUNTS:
        checks.count(name, getattr(draft, name), draft.confirmed)
    if _is_more(draft.pupils, draft.beneficiaries):
        message = _("Pupils are counted among the beneficiaries: there cannot be more of them.")
        checks.add("beneficiaries", "more_pupils", message)
    people = people_of(draft.headcount, draft.beneficiaries, draft.pupils)
    check_women(checks, draft.women, people)
    if _is_more(draft.bodies, draft.headcount):
        checks.add("bodies", "more_bodies", _("There cannot be more organisations than people."))
    present = sum(is_present for _partner, is_present in draft.attendances)
    if draft.headcount == 0 and present:
        message = _("A partner is listed as present, and nobody is counted.")
        checks.add("headcount", "nobody_counted", message)
    elif 0 < (draft.headcount or 0) < present:
        message = _("More partners are listed as present than people are counted.")
        checks.add("headcount", "fewer_people", message)
    if draft.bodies is not None and draft.bodies < present:
        message = _("More partners are listed as present than organisations are counted.")
        checks.add("bodies", "fewer_bodies", message)
    for code in draft.kinds_present:
        checks.code("kinds_present", code, "as", "pr")


def _is_more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole


def _check_contents(draft: MeetingDraft) -> list[Problem]:
    found: list[Problem] = []
    reason = draft.sensitive_reason
    for position, point in enumerate(draft.points, start=1):
        checks = Checks(f"points.{position}.")
        check_point(checks, point, reason)
        _check_present(checks, "raised_by", point.raised_by, draft)
        found += checks.problems
    for position, commitment in enumerate(draft.commitments, start=1):
        checks = Checks(f"commitments.{position}.")
        check_commitment(checks, commitment, reason, draft.held_on)
        _check_present(checks, "partner", commitment.partner, draft)
        _check_place(checks, commitment.point, draft)
        found += checks.problems
    for position, referral in enumerate(draft.referrals, start=1):
        checks = Checks(f"referrals.{position}.")
        check_referral(checks, referral, reason, draft.held_on)
        _check_place(checks, referral.point, draft)
        found += checks.problems
    return found


def _check_place(checks: Checks, place: int | None, draft: MeetingDraft) -> None:
    if place is not None and not 0 <= place < len(draft.points):
        checks.add("point", "no_such_point", _("There is no point at this position in the list."))


def _check_present(checks: Checks, field: str, partner: UUID | None, draft: MeetingDraft) -> None:
    """Check that a partner who raises a point or promises something was present."""
    if partner is not None and (partner, True) not in draft.attendances:
        message = _(
            "Only a partner that was present can be named here. Choose one of those present."
        )
        checks.add(field, "not_present", message)


def _require_valid(draft: MeetingDraft) -> None:
    checks = Checks()
    checks.extend(check_meeting(draft))
    checks.raise_if_any()


def _write(session: Session, meeting: Meeting, draft: MeetingDraft) -> None:
    records.fill(meeting, draft, _FIELDS)
    if draft.follows is not None:
        meeting.follows = get_record(session, Meeting, draft.follows)
    _write_attendances(session, meeting, draft.attendances)
    points = write_points(session, meeting, draft.points)
    write_commitments(session, meeting, draft.commitments, points)
    write_referrals(session, meeting, draft.referrals, points)
    refresh_states(meeting)
    number_if_held(session, meeting)


def _write_attendances(
    session: Session, meeting: Meeting, wanted: Sequence[tuple[UUID, bool]]
) -> None:
    left = sorted(meeting.attendances, key=lambda attendance: attendance.is_deleted)
    for uid, is_present in wanted:
        partner = survivor(get_record(session, Partner, uid))
        attendance = next((row for row in left if survivor(row.partner) is partner), None)
        if attendance is None:
            attendance = Attendance(office_id=meeting.office_id, meeting=meeting, partner=partner)
            session.add(attendance)
        else:
            left.remove(attendance)
        attendance.is_present, attendance.is_deleted = is_present, False
    for attendance in left:
        attendance.is_deleted = True
