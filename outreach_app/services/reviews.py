"""Use cases of reviews: headquarters accepts a precinct's meeting, or asks about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting, Review
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import MeetingStatus, Verdict
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.offices import require_headquarters
from outreach_app.services.points import check_language

_FIELDS = ("text", "language", "translation", "reviewed_on")


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question of headquarters about a meeting; `text` in its language, ar or fr."""

    text: str
    language: str
    reviewed_on: date
    translation: str | None = None


@use_case(Right.ANSWER)
def accept_meeting(session: Session, meeting: UUID, reviewed_on: date) -> Review:
    """Accept a precinct's meeting in its present version. Raises NotAllowed and NotFound."""
    own, accepted = require_headquarters(session), _reviewed(session, meeting)
    review = Review(
        office_id=own.id, meeting=accepted, verdict=Verdict.ACCEPTED, reviewed_on=reviewed_on
    )
    session.add(review)
    session.flush()
    return review


@use_case(Right.ANSWER)
def question_meeting(session: Session, meeting: UUID, draft: QuestionDraft) -> Review:
    """Ask a precinct what is unclear in its meeting; a meeting can be questioned again.

    Raises NotAllowed, NotFound and InvalidDraft.
    """
    own, questioned = require_headquarters(session), _reviewed(session, meeting)
    checks = Checks()
    checks.required("text", draft.text.strip())
    checks.texts("review", draft, questioned.sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    checks.day("reviewed_on", draft.reviewed_on)
    checks.raise_if_any()
    review = Review(office_id=own.id, meeting=questioned, verdict=Verdict.QUESTIONED)
    records.fill(review, draft, _FIELDS)
    session.add(review)
    session.flush()
    return review


def _reviewed(session: Session, uid: UUID) -> Meeting:
    """Return a meeting that a precinct held. Raises NotAllowed for another, and NotFound."""
    meeting = get_record(session, Meeting, uid)
    if meeting.office_id == get_own_office(session).id:
        message = _("This meeting is headquarters' own: only a precinct's can be reviewed.")
        raise NotAllowed(message, code="own_meeting")
    if meeting.status != MeetingStatus.HELD or meeting.is_deleted:
        message = _(
            "Only a meeting that was held can be reviewed. Wait until the precinct sends it."
        )
        raise NotAllowed(message, code="not_held")
    return meeting
