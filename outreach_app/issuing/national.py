"""Gives national summaries out: the plan from a consolidated store, its text, its files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderedDocument, RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.files import (
    PreparedDocument,
    WrittenFile,
    verification_code,
    write_documents,
)
from outreach_app.progress import Progress
from outreach_app.queries.emblems import get_emblem
from outreach_app.queries.national import Reports, national_figures
from outreach_app.queries.offices import list_reports
from outreach_app.rules.periods import Period
from outreach_app.services.offices import require_headquarters
from outreach_app.summaries.national.facts import plan_national
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national, running_title
from outreach_app.summaries.prose.facts import facts_fingerprint


@dataclass(frozen=True, slots=True)
class IssuedNationalSummary:
    """A period's facts and what is printed under them; its edition is not recorded."""

    plan: NationalPlan
    issue: Issue


def issue_national_summary(
    database: Database, period: Period, due_on: date, reports: Reports, *, publishable: bool = False
) -> IssuedNationalSummary:
    """Take the facts of a period, whose reports were due on a day.

    `reports` has the last day that each office's reports cover. Raises NotAllowed
    (`headquarters_only`).
    """
    issued_at = clock.local(clock.now())
    with database.read() as session:
        office = require_headquarters(session)
        figures = national_figures(session, period, reports, issued_at.date())
        plan = plan_national(office, figures, due_on, publishable=publishable)
        is_sample, emblem = office.is_sample, get_emblem(session)
    hashed = facts_fingerprint(plan)
    code = verification_code(hashed)
    issue = Issue(plan.number, 1, issued_at, code, is_sample, emblem)
    return IssuedNationalSummary(plan, issue)


def issue_now(
    database: Database, period: Period, *, publishable: bool = False
) -> IssuedNationalSummary:
    """Take the facts of a period from what was imported until now. Raises NotAllowed."""
    with database.read() as session:
        reports = list_reports(session)
    return issue_national_summary(database, period, period.due_on, reports, publishable=publishable)


def render_national_summary(
    summary: IssuedNationalSummary,
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """Draw the summary's PDF in each language, in memory. Raises DocumentFailed, Cancelled."""
    requests = [_request(summary, language) for language in languages]
    return tuple(worker.render(requests, progress))


def write_national_summary(
    summary: IssuedNationalSummary,
    languages: tuple[Language, ...],
    formats: tuple[str, ...],
    folder: Path,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write one file per language and format. Raises DocumentFailed, Cancelled."""
    documents = [
        PreparedDocument(
            national_file_stem(summary, language),
            language,
            summary.plan,
            _request(summary, language),
        )
        for language in languages
    ]
    return write_documents(documents, formats, folder, worker, progress)


def national_file_stem(summary: IssuedNationalSummary, language: Language) -> str:
    """Return the name of a summary's file, without its ending."""
    plan = summary.plan
    public = "-public" if plan.is_publishable else ""
    return f"national-{plan.first}-{plan.last}{public}-{language}"


def _request(summary: IssuedNationalSummary, language: Language) -> RenderRequest:
    document = realise_national(summary.plan, language, summary.issue.issued_at.date())
    return RenderRequest((document,), summary.issue, running_title(summary.plan, language))
