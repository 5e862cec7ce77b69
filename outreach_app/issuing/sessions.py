"""Gives summaries out: the plan from the store, the text in each language, the files."""

from dataclasses import dataclass
from pathlib import Path

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
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
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.records import get_own_office
from outreach_app.services.issues import issue_summary
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.session.facts import plan_session
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import Cut, realise

# One page first: then fewer points, then fewer commitments; all of it where that does not help.
_CUTS = (Cut(), Cut(points=8), Cut(points=8, commitments=6), Cut())


@dataclass(frozen=True, slots=True)
class IssuedSummary:
    """A session's facts and the edition under which they are given out."""

    plan: SessionPlan
    issue: Issue


def issue_session_summary(database: Database, name: str) -> IssuedSummary:
    """Take a meeting's facts (by uid or reference) and the edition they have.

    Raises NotFound, NotAllowed (`not_held`).
    """
    with database.write(Actor.CHIEF) as session:
        return _issue(session, name)


def preview_session_summary(database: Database, name: str) -> IssuedSummary:
    """Compose the summary as it would be given out now, without recording an edition.

    Raises NotFound, NotAllowed (`not_held`).
    """
    # A flush would wait for whoever writes meanwhile.
    with database.read() as session, session.no_autoflush:
        return _issue(session, name)


def render_session_summary(
    summary: IssuedSummary,
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """Draw the summary's PDF in each language, in memory. Raises DocumentFailed, Cancelled."""
    requests = [_request(summary, language) for language in languages]
    return tuple(worker.render(requests, progress))


def write_session_summaries(
    summaries: list[IssuedSummary],
    languages: tuple[Language, ...],
    formats: tuple[str, ...],
    folder: Path,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write one file per summary, language and format. Raises DocumentFailed, Cancelled."""
    documents = [
        PreparedDocument(
            file_stem(summary, language), language, summary.plan, _request(summary, language)
        )
        for summary in summaries
        for language in languages
    ]
    return write_documents(documents, formats, folder, worker, progress)


def file_stem(summary: IssuedSummary, language: Language) -> str:
    """Return the name of a summary's file, without its ending."""
    number, _slash, year = summary.issue.number.partition("/")
    return f"session-{year}-{number}-{language}"


def _issue(session: StoreSession, name: str) -> IssuedSummary:
    meeting = get_meeting(session, name)
    now = clock.now()
    plan = plan_session(session, meeting, clock.local(now).date())
    hashed = facts_fingerprint(plan)
    issue = issue_summary(session, meeting, hashed, now)
    code = verification_code(hashed)
    is_sample, emblem = get_own_office(session).is_sample, get_emblem(session)
    issued_at = clock.local(issue.issued_at)
    given = Issue(plan.number, issue.edition, issued_at, code, is_sample, emblem)
    return IssuedSummary(plan, given)


def _request(summary: IssuedSummary, language: Language) -> RenderRequest:
    issued_on = summary.issue.issued_at.date()
    candidates = tuple(
        dict.fromkeys(realise(summary.plan, language, issued_on, cut) for cut in _CUTS[:-1])
    )
    title = f"{candidates[0].kind} {summary.issue.number}"
    return RenderRequest((*candidates, candidates[0]), summary.issue, title)
