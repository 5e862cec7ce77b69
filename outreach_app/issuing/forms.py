"""Issuing of one-page forms: attendance, covering note, rectification."""

from collections.abc import Sequence

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.records import uid_of
from outreach_app.queries.rumours import get_rumour
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.communication.rectification_facts import plan_rectification
from outreach_app.summaries.communication.rectification_plan import RectificationPlan
from outreach_app.summaries.forms.attendance_facts import plan_attendance
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.forms.attendance_prose import (
    ROWS,
    attendance_title,
    realise_attendance,
)
from outreach_app.summaries.forms.covering_facts import plan_covering
from outreach_app.summaries.forms.covering_plan import CoveringPlan
from outreach_app.summaries.forms.covering_prose import covering_title, realise_covering
from outreach_app.summaries.forms.rectification_prose import (
    realise_rectification,
    rectification_title,
)
from outreach_app.summaries.prose.facts import facts_fingerprint

# The empty rows of an attendance sheet go down to more than these.
FEWEST = 11


def prepare_attendance_sheet(database: Database, name: str) -> PreparedDocument[AttendancePlan]:
    """Prepare a meeting's attendance sheet, by uid or reference.

    Raises NotFound, NotAllowed (`not_to_be_held`).
    """
    with database.read() as session:
        meeting = get_meeting(session, name)
        plan = plan_attendance(session, meeting)
        draft = IssueDraft(DocumentKind.ATTENDANCE, facts_fingerprint(plan), meeting=meeting.uid)
        day = str(plan.held_on)
        return prepare(session, draft, plan, day, _attendance)


def prepare_covering_note(
    database: Database, numbers: Sequence[str]
) -> PreparedDocument[CoveringPlan]:
    """Prepare a covering note for the documents of these numbers.

    Raises NotFound for a number that was not issued, NotAllowed (`no_recipient`).
    """
    with database.read() as session:
        plan = plan_covering(session, numbers)
        draft = IssueDraft(DocumentKind.COVERING_NOTE, facts_fingerprint(plan))
        today = str(clock.today())
        return prepare(session, draft, plan, today, _covering)


def prepare_rectification_sheet(
    database: Database, name: str
) -> PreparedDocument[RectificationPlan]:
    """Prepare the rectification of the rumour with this uid, or the result of its verification.

    Raises NotFound, NotAllowed (`not_own`, `nothing_to_tell`).
    """
    with database.read() as session:
        rumour = get_rumour(session, uid_of(name))
        plan = plan_rectification(session, rumour)
        # The register of documents names no rumour, so each set of facts has its number.
        kind = DocumentKind.RECTIFICATION if plan.published else DocumentKind.VERIFICATION
        draft = IssueDraft(kind, facts_fingerprint(plan))
        return prepare(session, draft, plan, "", _rectification)


def _rectification(plan: RectificationPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_rectification(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, rectification_title(plan, language))


def _covering(plan: CoveringPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_covering(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, covering_title(plan, language))


def _attendance(plan: AttendancePlan, issue: Issue, language: Language) -> RenderRequest:
    """Give up empty rows before the notice to those who sign would need another page."""
    issued_on = issue.issued_at.date()
    sheets = (
        realise_attendance(plan, language, issued_on, rows) for rows in range(ROWS, FEWEST, -1)
    )
    candidates = tuple(dict.fromkeys(sheets))
    return RenderRequest((*candidates, candidates[0]), issue, attendance_title(plan, language))
