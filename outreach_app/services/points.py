"""Use cases of points: raise in a meeting; and, for remarks too, answer, inform, close, reopen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Partner, Point
from outreach_app.models.sources import Source, day_of, source_of
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import Following, PointReaction, PointState, point_state
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.follow_up_days import check_since_raised
from outreach_app.services.publications import check_past
from outreach_app.survivors import survivor
from outreach_app.vocabulary import PHRASES

LANGUAGES = tuple(language.value for language in Language)
_FIELDS = (
    "kind",
    "topic",
    "text",
    "language",
    "translation",
    "phrase",
    "reaction",
    "reply",
    "reply_language",
    "reply_translation",
)


@dataclass(frozen=True, slots=True)
class PointDraft:
    """One thing raised: free text in its language, a `phrase` of the bank, or no words.

    `reaction` is an `out.*` code; an offence is its topic and `out.oriented`, without words.
    `raised_by` is the partner present that raised it, if that was recorded.
    """

    kind: str
    topic: str
    text: str | None = None
    language: str | None = None
    translation: str | None = None
    phrase: str | None = None
    reaction: str | None = None
    reply: str | None = None
    reply_language: str | None = None
    reply_translation: str | None = None
    raised_by: UUID | None = None
    uid: UUID | None = None


def check_point(checks: Checks, draft: PointDraft, sensitive_reason: str | None) -> None:
    """Add the problems of a point to the checks of its session."""
    checks.one_of("kind", draft.kind, PointKind)
    checks.code("topic", draft.topic, "tp")
    checks.code("reaction", draft.reaction, "out")
    checks.code("phrase", draft.phrase, PHRASES)
    checks.texts("point", draft, sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    check_language(checks, "reply", draft.reply, draft.reply_language)
    if draft.reaction == PointReaction.ORIENTED and (draft.text or draft.phrase or draft.reply):
        message = _("An offence is recorded by its topic only. Remove the text.")
        checks.add("text", "offence_text", message)


def check_language(checks: Checks, field: str, text: str | None, language: str | None) -> None:
    """Require the language in which a free text is written."""
    if text and not language:
        checks.required(f"{field}_language", language)
    elif text:
        checks.one_of(f"{field}_language", language or "", LANGUAGES)


@use_case(Right.RECORD)
def write_points(session: Session, meeting: Meeting, drafts: Sequence[PointDraft]) -> list[Point]:
    """Replace the meeting's points with the drafts; delete those without one."""
    live = [point for point in meeting.points if not point.is_deleted]
    paired, surplus = records.pair(live, drafts, _is_same)
    points = []
    for position, (known, draft) in enumerate(zip(paired, drafts, strict=True)):
        point = known or Point(office_id=meeting.office_id, meeting=meeting)
        session.add(point)
        point.position = position
        point.raised_by = find_partner(session, draft.raised_by)
        records.fill(point, draft, _FIELDS)
        points.append(point)
    for point in surplus:
        point.is_deleted = True
    return points


def find_partner(session: Session, uid: UUID | None) -> Partner | None:
    """Return the partner that a draft names, or the one it was merged into. Raises NotFound."""
    return None if uid is None else survivor(get_record(session, Partner, uid))


def _is_same(point: Point, draft: PointDraft) -> bool:
    words = (point.topic, point.text, point.phrase)
    return words == (draft.topic, draft.text, draft.phrase)


@use_case(Right.RECORD)
def answer_point(
    session: Session, uid: UUID, version: str, reaction: str, reply: str | None, language: str
) -> Point:
    """Record the reaction to a point and the words of the reply. Raises InvalidDraft, Conflict."""
    point = records.take(session, Point, uid, version)
    checks = Checks()
    checks.code("reaction", reaction, "out")
    checks.text("point", "reply", reply, source_of(point).sensitive_reason)
    check_language(checks, "reply", reply, language)
    checks.raise_if_any()
    point.reaction = reaction
    point.reacted_on = clock.today()
    if reply != point.reply:
        point.reply_translation = None
    point.reply, point.reply_language = (reply, language) if reply else (None, None)
    refresh_states(source_of(point))
    return point


@use_case(Right.RECORD)
def give_reply(
    session: Session,
    uid: UUID,
    version: str,
    given_on: date,
    given_to: str | None,
    given_how: str | None,
) -> Point:
    """Record to whom, how and when the reply was given. Raises Conflict, InvalidDraft."""
    point = records.take(session, Point, uid, version)
    source, checks = source_of(point), Checks()
    check_past(checks, "given_on", given_on, None)
    check_since_raised(checks, "given_on", given_on, day_of(point))
    checks.text("point", "given_to", given_to, source.sensitive_reason)
    checks.text("point", "given_how", given_how, source.sensitive_reason)
    checks.raise_if_any()
    point.given_on = given_on
    point.given_to = given_to
    point.given_how = given_how
    refresh_states(source)
    return point


@use_case(Right.RECORD)
def close_point(session: Session, uid: UUID, version: str, closed_on: date | None) -> Point:
    """Close a point, or reopen it with None. Raises Conflict, InvalidDraft."""
    point = records.take(session, Point, uid, version)
    if closed_on is not None:
        _require_since_raised(point, closed_on)
    point.closed_on = closed_on
    refresh_states(source_of(point))
    return point


def _require_since_raised(point: Point, closed_on: date) -> None:
    raised_on, today = day_of(point), clock.today()
    if raised_on <= closed_on <= today:
        return
    if point.meeting is not None:
        message = _(
            "A point is closed on a day from that of its meeting, {first}, to today, {last}."
        )
    else:
        message = _(
            "A remark is closed on a day from that on which it was received, {first},"
            " to today, {last}."
        )
    message = message.format(first=date_words(raised_on), last=date_words(today))
    raise InvalidDraft(message, [Problem("closed_on", "out_of_range", message)])


def refresh_states(source: Source) -> None:
    """Update the state of each point of a meeting, or of a remark, from its follow-up."""
    for point, state in computed_states(source).items():
        point.state = state


def computed_states(source: Source) -> dict[Point, PointState]:
    """Compute the state of each point of a meeting, or of a remark, from its follow-up.

    Commitments and referrals count only in the meeting of their point.
    """
    meeting = source if isinstance(source, Meeting) else None
    points = source.points if isinstance(source, Meeting) else [source]
    committed = {
        row.point for row in source.commitments if row.meeting is meeting and not row.is_deleted
    }
    referred = {
        row.point for row in source.referrals if row.meeting is meeting and not row.is_deleted
    }
    return {
        point: point_state(
            Following(
                kind=point.kind,
                reaction=point.reaction,
                has_reply=bool(point.reply) or any(not reply.is_deleted for reply in point.replies),
                has_commitment=point in committed,
                has_referral=point in referred,
                is_reply_given=point.given_on is not None,
                is_closed=point.closed_on is not None,
            )
        )
        for point in points
    }
