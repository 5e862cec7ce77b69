"""Issuing of national summaries, from a consolidated store."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.issuing.published_before import (
    is_told_apart,
    prepare_beside_earlier,
    require_apart_from_others,
    require_publishable,
)
from outreach_app.queries.issues import list_published
from outreach_app.queries.national import NationalFigures, Reports, national_figures
from outreach_app.queries.national_rests import list_regions
from outreach_app.queries.offices import list_reports
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.services.issues import IssueDraft
from outreach_app.services.offices import require_headquarters
from outreach_app.summaries.national.facts import plan_national
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national, running_title
from outreach_app.summaries.national.publishing import totals_alone
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.prose.printed_figures import as_kept, printed_figures
from outreach_app.summaries.published.at_precincts import read_papers, read_papers_before


def prepare_national_summary(
    database: Database, period: Period, due_on: date, reports: Reports, *, publishable: bool = False
) -> PreparedDocument[NationalPlan]:
    """Prepare the summary of a period whose reports were due on a day.

    `reports` has the last day that each office's reports cover. Raises NotAllowed
    (`headquarters_only`, and for the public `few_changed` and what `require_publishable` raises).
    """
    if publishable:
        require_publishable(period)
    today = clock.today()
    with database.read() as session:
        office = require_headquarters(session)
        figures = national_figures(session, period, reports, today)
        if publishable:
            figures = _beside_precincts(session, figures, reports)
        plan = plan_national(office, figures, due_on, publishable=publishable)
        kind = DocumentKind.NATIONAL_PUBLISHABLE if publishable else DocumentKind.NATIONAL
        if publishable:
            plan = _beside_published(session, plan)
        draft = IssueDraft(
            kind,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
            figures=as_kept(printed_figures(plan)) if publishable else (),
        )
        name = f"{period.first}-{period.last}"
        return replace(prepare(session, draft, plan, name, _request), has_figures=True)


def prepare_national_summary_now(
    database: Database, period: Period, *, publishable: bool = False
) -> PreparedDocument[NationalPlan]:
    """Prepare the summary of a period from what was imported so far. Raises NotAllowed."""
    with database.read() as session:
        reports = list_reports(session)
    return prepare_national_summary(
        database, period, period.due_on, reports, publishable=publishable
    )


def _beside_precincts(
    session: Session, figures: NationalFigures, reports: Reports
) -> NationalFigures:
    """Return the figures with the public papers of the precincts that they count."""
    period, as_of = figures.period, figures.as_of
    regions = list_regions(session, period, reports)
    return replace(
        figures,
        papers=read_papers(session, period, regions, as_of),
        papers_before=read_papers_before(session, period.previous(), regions, as_of),
    )


def _beside_published(session: Session, plan: NationalPlan) -> NationalPlan:
    """Return the plan as it may be printed beside what was published. Raises NotAllowed."""
    issues = list_published(session, DocumentKind.NATIONAL_PUBLISHABLE)
    require_apart_from_others(session, plan, issues)
    if not plan.is_untold and not is_told_apart(session, plan, issues):
        plan = totals_alone(plan)
    return prepare_beside_earlier(session, plan, issues, totals_alone, _as_of)


def _as_of(plan: NationalPlan, day: date) -> NationalPlan:
    """Return the plan as of the day on which the same figures were published."""
    return replace(plan, as_of=day, communication=replace(plan.communication, until=day))


def _request(plan: NationalPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_national(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, running_title(plan, language))
