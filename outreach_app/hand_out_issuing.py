"""Gives out what is handed to others: a partner's sheet, the programme of a period; their files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.render import Issue, RenderedDocument
from outreach_app.documents.worker import DocumentWorker, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing import PreparedDocument, WrittenFile, verification_code, write_documents
from outreach_app.progress import Progress
from outreach_app.queries.hand_outs import get_partner
from outreach_app.queries.records import get_own_office
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from outreach_app.summaries.blocks import Realised
from outreach_app.summaries.hand_out_facts import plan_hand_out
from outreach_app.summaries.hand_out_plan import HandOutPlan
from outreach_app.summaries.hand_out_prose import hand_out_title, realise_hand_out
from outreach_app.summaries.programme_facts import plan_programme
from outreach_app.summaries.programme_plan import ProgrammePlan
from outreach_app.summaries.programme_prose import programme_title, realise_programme
from outreach_app.summaries.session_plan import fingerprint

# How far back a partner's sheet goes where nothing else is asked for.
USUAL_MONTHS = 3


@dataclass(frozen=True, slots=True)
class IssuedHandOut:
    """A document's facts and what is printed under them; its edition is not recorded.

    `name` is that of its files, without language and ending.
    """

    plan: HandOutPlan | ProgrammePlan
    issue: Issue
    name: str


def months_back(today: date, months: int = USUAL_MONTHS) -> Period:
    """The time up to a day that a partner's sheet is about."""
    return Period(add_months(today, -months), today)


def issue_partner_sheet(database: Database, partner: str, period: Period) -> IssuedHandOut:
    """Take the facts of a partner's sheet. Raises NotFound, NotAllowed (`no_session`)."""
    with database.read() as session:
        found = get_partner(session, partner)
        plan = plan_hand_out(session, found, period)
        is_sample = get_own_office(session).is_sample
        name = f"you-said-{period.last}-{found.uid}"
    return _issued(plan, name, is_sample=is_sample)


def issue_programme(database: Database, period: Period) -> IssuedHandOut:
    """Take the facts of the programme of a period."""
    with database.read() as session:
        plan = plan_programme(session, period)
        is_sample = get_own_office(session).is_sample
    return _issued(plan, f"programme-{period.first}-{period.last}", is_sample=is_sample)


def render_hand_out(
    issued: IssuedHandOut,
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """The document's PDF in each language, in memory. Raises DocumentFailed, Cancelled."""
    requests = [_request(issued, language) for language in languages]
    return tuple(worker.render(requests, progress))


def write_hand_out(
    issued: IssuedHandOut,
    languages: tuple[Language, ...],
    formats: tuple[str, ...],
    folder: Path,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write one file per language and format. Raises DocumentFailed, Cancelled."""
    documents = [
        PreparedDocument(
            f"{issued.name}-{language}", language, issued.plan, _request(issued, language)
        )
        for language in languages
    ]
    return write_documents(documents, formats, folder, worker, progress)


def realised(issued: IssuedHandOut, language: Language) -> Realised:
    """The document in one language."""
    plan, issued_on = issued.plan, issued.issue.issued_at.date()
    if isinstance(plan, ProgrammePlan):
        return realise_programme(plan, language, issued_on)
    return realise_hand_out(plan, language, issued_on)


def _request(issued: IssuedHandOut, language: Language) -> RenderRequest:
    candidates = _candidates(issued, language)
    return RenderRequest(candidates, issued.issue, _title(issued.plan, language))


def _candidates(issued: IssuedHandOut, language: Language) -> tuple[Realised, ...]:
    """One page first: room for notes does not open a second one by itself."""
    whole, plan = realised(issued, language), issued.plan
    if isinstance(plan, ProgrammePlan):
        return (whole,)
    issued_on = issued.issue.issued_at.date()
    return (whole, realise_hand_out(plan, language, issued_on, has_notes=False), whole)


def _title(plan: HandOutPlan | ProgrammePlan, language: Language) -> str:
    if isinstance(plan, ProgrammePlan):
        return programme_title(plan, language)
    return hand_out_title(plan, language)


def _issued(plan: HandOutPlan | ProgrammePlan, name: str, *, is_sample: bool) -> IssuedHandOut:
    hashed = fingerprint(plan)
    code = verification_code(hashed)
    issue = Issue(plan.number, 1, clock.local(clock.now()), code, is_sample)
    return IssuedHandOut(plan, issue, name)
