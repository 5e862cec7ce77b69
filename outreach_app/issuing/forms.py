"""Give out sheets of one page: of attendance, of what is sent along, of a rectification."""

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
from outreach_app.summaries.forms.attendance_facts import plan_attendance
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.forms.attendance_prose import attendance_title, realise_attendance
from outreach_app.summaries.forms.covering_facts import plan_covering
from outreach_app.summaries.forms.covering_plan import CoveringPlan
from outreach_app.summaries.forms.covering_prose import covering_title, realise_covering
from outreach_app.summaries.forms.rectification_facts import plan_rectification
from outreach_app.summaries.forms.rectification_plan import RectificationPlan
from outreach_app.summaries.forms.rectification_prose import (
    realise_rectification,
    rectification_title,
)
from outreach_app.summaries.prose.facts import facts_fingerprint


def prepare_attendance_sheet(database: Database, name: str) -> PreparedDocument[AttendancePlan]:
    """Take the facts of a meeting's attendance sheet, by uid or reference.

    Raises NotFound, NotAllowed (`not_to_be_held`).
    """
    with database.read() as session:
        meeting = get_meeting(session, name)
        plan = plan_attendance(session, meeting)
        draft = IssueDraft(DocumentKind.ATTENDANCE, facts_fingerprint(plan), meeting=meeting.uid)
        name = f"attendance-{plan.held_on}-{meeting.uid}"
        return prepare(session, draft, plan, name, _attendance)


def prepare_covering_note(
    database: Database, numbers: Sequence[str]
) -> PreparedDocument[CoveringPlan]:
    """Take the documents of these numbers as what is sent along.

    Raises NotFound for a number that was not given out, NotAllowed (`no_recipient`).
    """
    with database.read() as session:
        plan = plan_covering(session, numbers)
        draft = IssueDraft(DocumentKind.COVERING_NOTE, facts_fingerprint(plan))
        today = clock.local(clock.now()).date()
        return prepare(session, draft, plan, f"covering-{today}", _covering)


def prepare_rectification_sheet(
    database: Database, name: str
) -> PreparedDocument[RectificationPlan]:
    """Take what is told of the rumour of a uid.

    Raises NotFound, NotAllowed (`not_own`, `nothing_to_tell`).
    """
    with database.read() as session:
        rumour = get_rumour(session, uid_of(name))
        plan = plan_rectification(session, rumour)
        # The register names no rumour, so that each set of facts has its number.
        draft = IssueDraft(DocumentKind.RECTIFICATION, facts_fingerprint(plan))
        return prepare(session, draft, plan, f"rectification-{rumour.uid}", _rectification)


def _rectification(plan: RectificationPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_rectification(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, rectification_title(plan, language))


def _covering(plan: CoveringPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_covering(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, covering_title(plan, language))


def _attendance(plan: AttendancePlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_attendance(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, attendance_title(plan, language))
