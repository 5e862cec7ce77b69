"""Issuing of a partner's sheet, one page of all the office knows about it."""

from dataclasses import replace

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.queries.hand_outs import get_partner
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.partner_sheets.facts import plan_partner_sheet
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.partner_sheets.prose import partner_sheet_title, realise_partner_sheet
from outreach_app.summaries.prose.editions import replacing
from outreach_app.summaries.prose.facts import facts_fingerprint


def prepare_sheet_of_partner(
    database: Database, partner: str
) -> PreparedDocument[PartnerSheetPlan]:
    """Prepare a partner's sheet as of today. Raises NotFound."""
    with database.read() as session:
        found = get_partner(session, partner)
        plan = plan_partner_sheet(session, found, clock.today())
        draft = IssueDraft(DocumentKind.PARTNER_SHEET, facts_fingerprint(plan), partner=found.uid)
        document = prepare(session, draft, plan, str(plan.as_of), _request)
        return replace(document, whom=plan.partner)


def _request(plan: PartnerSheetPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_partner_sheet(plan, language, issue.issued_at.date())
    document = replacing(document, issue.former)
    return RenderRequest((document,), issue, partner_sheet_title(plan, language))
