"""Issuing of the handover file, from one chief to the next."""

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.services.offices import require_precinct
from outreach_app.summaries.handovers.facts import plan_handover
from outreach_app.summaries.handovers.plan import HandoverPlan
from outreach_app.summaries.handovers.prose import handover_title, realise_handover
from outreach_app.summaries.prose.facts import facts_fingerprint


def prepare_handover(database: Database) -> PreparedDocument[HandoverPlan]:
    """Prepare the current situation of a precinct. Raises NotAllowed (`precinct_only`)."""
    with database.read() as session:
        require_precinct(session)
        plan = plan_handover(session, clock.today())
        draft = IssueDraft(DocumentKind.HANDOVER, facts_fingerprint(plan))
        return prepare(session, draft, plan, str(plan.as_of), _request)


def _request(plan: HandoverPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_handover(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, handover_title(plan, language))
