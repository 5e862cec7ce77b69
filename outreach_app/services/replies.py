"""Use cases of replies: headquarters answers a precinct's point."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.models import Point, Reply
from outreach_app.models.sources import source_of
from outreach_app.queries.records import get_record
from outreach_app.rights import Right, use_case
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.offices import require_headquarters
from outreach_app.services.points import check_language, refresh_states

_FIELDS = ("text", "language", "translation", "replied_on")


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """Headquarters' answer; `text` in its language, ar or fr."""

    text: str
    language: str
    replied_on: date
    translation: str | None = None


@use_case(Right.ANSWER)
def reply_to_point(session: Session, point: UUID, draft: ReplyDraft) -> Reply:
    """Answer a precinct's point.

    Raises NotAllowed (`headquarters_only`), NotFound and InvalidDraft.
    """
    office = require_headquarters(session)
    answered = get_record(session, Point, point)
    checks = Checks()
    checks.required("text", draft.text.strip())
    checks.texts("reply", draft, source_of(answered).sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    checks.day("replied_on", draft.replied_on)
    checks.raise_if_any()
    reply = Reply(office_id=office.id, point=answered)
    records.fill(reply, draft, _FIELDS)
    session.add(reply)
    refresh_states(source_of(answered))
    session.flush()
    return reply
