"""Gives out sheets of one page: the attendance sheet of a meeting."""

from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.queries.meetings import get_meeting
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.forms.attendance_facts import plan_attendance
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.forms.attendance_prose import attendance_title, realise_attendance
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


def _attendance(plan: AttendancePlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_attendance(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, attendance_title(plan, language))
