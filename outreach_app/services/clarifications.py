"""Use cases of clarifications: a precinct answers headquarters' questions about its meetings."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Clarification, Meeting
from outreach_app.queries.records import get_own_office, get_record
from outreach_app.queries.reviews import find_question
from outreach_app.rights import Right, use_case
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.points import check_language

_FIELDS = ("text", "language", "translation", "clarified_on")


@dataclass(frozen=True, slots=True)
class ClarificationDraft:
    """A precinct's answer; `text` in its language, ar or fr."""

    text: str
    language: str
    clarified_on: date
    translation: str | None = None


@use_case(Right.RECORD)
def clarify_meeting(session: Session, meeting: UUID, draft: ClarificationDraft) -> Clarification:
    """Answer headquarters' last question about a meeting of this office.

    Raises NotAllowed if there is no open question, NotFound and InvalidDraft.
    """
    questioned, own = get_record(session, Meeting, meeting), get_own_office(session)
    question = find_question(questioned)
    if question is None or questioned.office_id != own.id:
        message = _("Headquarters no longer asks anything about this meeting.")
        raise NotAllowed(message, code="no_question")
    checks = Checks()
    checks.required("text", draft.text.strip())
    checks.texts("clarification", draft, questioned.sensitive_reason)
    check_language(checks, "text", draft.text, draft.language)
    checks.day("clarified_on", draft.clarified_on)
    checks.raise_if_any()
    clarification = Clarification(office_id=own.id, meeting=questioned, question=str(question.uid))
    records.fill(clarification, draft, _FIELDS)
    session.add(clarification)
    session.flush()
    return clarification
