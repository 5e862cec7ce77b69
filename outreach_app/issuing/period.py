"""Gives period reports out: the plan from the store, its text in each language."""

from dataclasses import replace

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.period.facts import AuthorWords, plan_period
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.prose import realise_period, running_title
from outreach_app.summaries.prose.facts import facts_fingerprint


def prepare_period_report(
    database: Database, period: Period, said: AuthorWords | None = None
) -> PreparedDocument[PeriodPlan]:
    """Take the facts of a period, with what its author says, and the edition they have."""
    today = clock.local(clock.now()).date()
    with database.read() as session:
        plan = plan_period(session, period, today, said)
        draft = IssueDraft(
            DocumentKind.PERIOD,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
        )
        name = f"report-{period.first}-{period.last}"
        return replace(prepare(session, draft, plan, name, _request), has_figures=True)


def _request(plan: PeriodPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_period(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, running_title(plan, language))
