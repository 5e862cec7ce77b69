"""Use cases of remarks: points that were received outside a meeting.

Reactions to them are those to any point: see `services.points`, `referrals`, `commitments`.
"""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import InvalidDraft, NotAllowed, Problem
from outreach_app.i18n import gettext as _
from outreach_app.journal import current_device
from outreach_app.models import Point, Publication
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.remarks import find_last_remark_number
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.statuses import PointReaction
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.points import PointDraft, check_point, find_partner, refresh_states
from outreach_app.services.publications import check_past
from outreach_app.survivors import survivor

_FIELDS = (
    *("received_on", "received_at", "received_through", "kind", "topic"),
    *("text", "language", "translation", "reaction", "sensitive_reason"),
)


@dataclass(frozen=True, slots=True)
class RemarkDraft:
    """What somebody said outside a meeting, by a channel (`rv.*`); never who said it.

    `raised_by` is the partner on whose behalf it was said, `publication` the one of this office
    that it is about. `reaction` is an `out.*` code; an offence is its topic and `out.oriented`,
    without words. `version` is None for a new one.
    """

    topic: str | None
    text: str | None
    language: str | None
    received_on: date | None
    received_at: time | None = None
    received_through: str = "rv.phone"
    kind: str = PointKind.CONCERN
    translation: str | None = None
    reaction: str | None = None
    raised_by: UUID | None = None
    publication: UUID | None = None
    sensitive_reason: str | None = None
    version: str | None = None


def check_remark(draft: RemarkDraft) -> list[Problem]:
    """Check the draft of a remark."""
    checks = Checks()
    checks.required("received_on", draft.received_on)
    check_past(checks, "received_on", draft.received_on, draft.received_at)
    checks.code("received_through", draft.received_through, "rv")
    checks.required("topic", draft.topic)
    if draft.reaction != PointReaction.ORIENTED:
        checks.required("text", draft.text)
    checks.text("point", "sensitive_reason", draft.sensitive_reason)
    check_point(checks, _point_of(draft), draft.sensitive_reason)
    return checks.problems


@use_case(Right.RECORD)
def record_remark(session: Session, draft: RemarkDraft) -> Point:
    """Record a remark that this office received, and number it. Raises InvalidDraft, NotFound."""
    _require_valid(draft)
    office, letter = get_own_office(session), current_device(session).letter
    remark = Point(office_id=office.id, position=0)
    _write(session, remark, draft)
    year = (remark.received_on or clock.today()).year
    remark.number_year = year
    remark.number_station = letter
    remark.number_sequence = find_last_remark_number(session, office.id, year, letter) + 1
    session.add(remark)
    session.flush()
    return remark


@use_case(Right.RECORD)
def change_remark(session: Session, uid: UUID, draft: RemarkDraft) -> Point:
    """Change a remark. Raises InvalidDraft, NotAllowed, NotFound, Conflict."""
    _require_valid(draft)
    remark = _take_own(session, uid, draft.version or "")
    _write(session, remark, draft)
    return remark


def draft_of_remark(session: Session, uid: UUID) -> RemarkDraft:
    """Return the draft of a remark. Raises NotFound."""
    remark = get_record(session, Point, uid)
    fields = {name: getattr(remark, name) for name in _FIELDS}
    return RemarkDraft(
        **fields,
        # The list of partners holds the one that a merged one survives in.
        raised_by=survivor(remark.raised_by).uid if remark.raised_by else None,
        publication=remark.publication.uid if remark.publication else None,
        version=remark.version,
    )


@use_case(Right.REMOVE)
def delete_remark(session: Session, uid: UUID, version: str) -> None:
    """Delete a remark softly; its number is never reused. Raises NotAllowed, Conflict."""
    _take_own(session, uid, version).is_deleted = True


@use_case(Right.REMOVE)
def restore_remark(session: Session, uid: UUID) -> None:
    """Restore a deleted remark, with its follow-up."""
    records.restore(session, Point, uid)


def _write(session: Session, remark: Point, draft: RemarkDraft) -> None:
    records.fill(remark, draft, _FIELDS)
    remark.raised_by = find_partner(session, draft.raised_by)
    remark.publication = _find_own_publication(session, draft.publication)
    _require_published(remark)
    refresh_states(remark)


def _require_published(remark: Point) -> None:
    """Require that a remark came after the publication that it is about. Raises InvalidDraft."""
    published, received_on = remark.publication, remark.received_on
    if published is not None and received_on is not None and received_on < published.published_on:
        message = _("The publication is of {day}: a remark about it is not earlier.")
        message = message.format(day=date_words(published.published_on))
        raise InvalidDraft(message, [Problem("received_on", "before_published", message)])


def _find_own_publication(session: Session, uid: UUID | None) -> Publication | None:
    """Return the publication of a remark, if this office's: links do not cross to other offices."""
    if uid is None:
        return None
    publication = get_record(session, Publication, uid)
    if publication.office_id != get_own_office(session).id or publication.count > 1:
        message = _("A remark is linked to one publication of this office: choose it in the list.")
        raise InvalidDraft(message, [Problem("publication", "not_own", message)])
    return publication


def _take_own(session: Session, uid: UUID, version: str) -> Point:
    """Take a remark of this office; another office follows its own."""
    remark = records.take(session, Point, uid, version)
    if remark.meeting is not None:
        message = _("This point was raised in a meeting: change it in that meeting's record.")
        raise NotAllowed(message, code="one_source")
    if remark.office_id != get_own_office(session).id:
        message = _("This remark belongs to another office, which follows up its own remarks.")
        raise NotAllowed(message, code="not_own")
    return remark


def _point_of(draft: RemarkDraft) -> PointDraft:
    return PointDraft(
        kind=draft.kind,
        topic=draft.topic or "",
        text=draft.text,
        language=draft.language,
        translation=draft.translation,
        reaction=draft.reaction,
    )


def _require_valid(draft: RemarkDraft) -> None:
    problems = check_remark(draft)
    if problems:
        sentences = dict.fromkeys(problem.message for problem in problems)
        raise InvalidDraft(" ".join(sentences), problems)
