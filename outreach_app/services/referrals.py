"""Use cases of referrals: pass a point on, record the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Point, Referral
from outreach_app.models.sources import day_of, source_of
from outreach_app.rights import Right, use_case
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.follow_up_days import check_since_raised
from outreach_app.services.points import check_language, refresh_states
from outreach_app.services.publications import check_past

_FIELDS = (
    *("destination", "topic", "sent_on", "answered_on"),
    *("answer", "answer_language", "answer_translation"),
)


@dataclass(frozen=True, slots=True)
class ReferralDraft:
    """A referral to `destination` (`rf.*`); `point` as in a commitment's draft."""

    destination: str
    topic: str
    sent_on: date | None = None
    answered_on: date | None = None
    answer: str | None = None
    answer_language: str | None = None
    answer_translation: str | None = None
    point: int | None = None
    uid: UUID | None = None


def check_referral(
    checks: Checks, draft: ReferralDraft, sensitive_reason: str | None, raised_on: date | None
) -> None:
    """Add the problems of a referral to the checks of its session or remark, of `raised_on`."""
    checks.code("destination", draft.destination, "rf")
    checks.code("topic", draft.topic, "tp")
    checks.texts("referral", draft, sensitive_reason)
    check_language(checks, "answer", draft.answer, draft.answer_language)
    checks.day("sent_on", draft.sent_on)
    check_since_raised(checks, "sent_on", draft.sent_on, raised_on)
    _check_answered(checks, draft.sent_on, draft.answered_on, raised_on)


@use_case(Right.RECORD)
def write_referrals(
    session: Session, meeting: Meeting, drafts: Sequence[ReferralDraft], points: Sequence[Point]
) -> None:
    """Replace the meeting's referrals with the drafts; delete those without one."""
    live = [referral for referral in meeting.referrals if not referral.is_deleted]
    paired, surplus = records.pair(live, drafts, _is_same)
    for position, (known, draft) in enumerate(zip(paired, drafts, strict=True)):
        referral = known or Referral(office_id=meeting.office_id, meeting=meeting)
        session.add(referral)
        referral.position = position
        referral.point = _only_point(draft, points) if draft.point is None else points[draft.point]
        records.fill(referral, draft, _FIELDS)
    for referral in surplus:
        referral.is_deleted = True


def _check_answered(
    checks: Checks, sent_on: date | None, answered_on: date | None, raised_on: date | None
) -> None:
    """Require a day of an answer that has come, and not before the referral was sent."""
    check_past(checks, "answered_on", answered_on, None)
    too_early = _("The answer cannot have come before the referral was sent.")
    checks.period("answered_on", sent_on, answered_on, too_early)
    check_since_raised(checks, "answered_on", answered_on, raised_on)


def _only_point(draft: ReferralDraft, points: Sequence[Point]) -> Point | None:
    """Return the point a referral is about, if only one has its topic; else None."""
    about = [point for point in points if point.topic == draft.topic]
    return about[0] if len(about) == 1 else None


def _is_same(referral: Referral, draft: ReferralDraft) -> bool:
    return (referral.destination, referral.topic) == (draft.destination, draft.topic)


@use_case(Right.RECORD)
def refer_point(
    session: Session, uid: UUID, version: str, destination: str, sent_on: date
) -> Referral:
    """Pass a point on after its session, or a remark. Raises InvalidDraft, NotFound, Conflict."""
    point = records.take(session, Point, uid, version)
    source = source_of(point)
    draft = ReferralDraft(destination, point.topic, sent_on)
    checks = Checks()
    check_referral(checks, draft, source.sensitive_reason, day_of(point))
    checks.raise_if_any()
    place = len(source.referrals)
    referral = Referral(
        office_id=point.office_id, meeting=point.meeting, point=point, position=place
    )
    records.fill(referral, draft, _FIELDS)
    referral.made_on = sent_on
    session.add(referral)
    refresh_states(source)
    return referral


@use_case(Right.RECORD)
def record_answer(
    session: Session, uid: UUID, version: str, answered_on: date, answer: str, language: str
) -> Referral:
    """Record what the authority answered. Raises InvalidDraft, NotFound, Conflict."""
    referral = records.take(session, Referral, uid, version)
    checks = Checks()
    checks.text("referral", "answer", answer, source_of(referral).sensitive_reason)
    check_language(checks, "answer", answer, language)
    _check_answered(checks, referral.sent_on, answered_on, day_of(referral))
    checks.raise_if_any()
    if answer != referral.answer:
        referral.answer_translation = None
    referral.answered_on = answered_on
    referral.answer = answer
    referral.answer_language = language
    return referral
