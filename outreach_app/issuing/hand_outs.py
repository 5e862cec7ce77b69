"""Gives out what is handed to others: a partner's sheet, the programme of a period; their files."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
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
from outreach_app.queries.hand_outs import (
    find_given,
    find_hand_out_before,
    find_last_session_day,
    find_untold_day,
    get_partner,
)
from outreach_app.queries.records import get_own_office
from outreach_app.rules.dates import add_months
from outreach_app.rules.periods import Period
from outreach_app.services.hand_outs import give_hand_out
from outreach_app.summaries.hand_outs.facts import plan_hand_out
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_plan import ProgrammePlan
from outreach_app.summaries.hand_outs.programme_prose import programme_title, realise_programme
from outreach_app.summaries.hand_outs.prose import hand_out_title, realise_hand_out
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.facts import facts_fingerprint

# How far back a partner's sheet goes where nothing else is asked for.
USUAL_MONTHS = 3


@dataclass(frozen=True, slots=True)
class IssuedHandOut:
    """A document's facts and what is printed under them.

    `name` is that of its files, without language and ending.
    """

    plan: HandOutPlan | ProgrammePlan
    issue: Issue
    name: str


@dataclass(frozen=True, slots=True)
class SheetPeriod:
    """What a partner's next sheet is about; `given_on` is the day of the one it goes on from.

    `reaches_back` where it starts earlier: at a session that was logged too late for that one.
    """

    period: Period
    given_on: date | None
    reaches_back: bool = False


def months_back(today: date, months: int = USUAL_MONTHS) -> Period:
    """Return the months up to a day that a partner's sheet covers."""
    return Period(add_months(today, -months), today)


def since_last_sheet(session: StoreSession, partner: str, today: date) -> SheetPeriod:
    """Return the period since the last sheet; the last session is always in it.

    Where none was given, the usual months, or as far as the last session. Raises NotFound.
    """
    found = get_partner(session, partner)
    met_on = find_last_session_day(session, found, today)
    usual = months_back(today)
    if met_on is None:
        return SheetPeriod(usual, None)
    before = find_hand_out_before(session, found, met_on)
    if before is None:
        return SheetPeriod(Period(min(usual.first, met_on), today), None)
    given_on = clock.local(before.issued_at).date()
    untold = find_untold_day(session, found, before)
    if untold is not None:
        return SheetPeriod(Period(untold, today), given_on, reaches_back=True)
    return SheetPeriod(Period(before.last_session_on + timedelta(days=1), today), given_on)


def preview_partner_sheet(database: Database, partner: str, period: Period) -> IssuedHandOut:
    """Compose the sheet as it would be given now, without recording that it was given.

    Raises NotFound, NotAllowed (`no_session`).
    """
    with database.read() as session:
        found = get_partner(session, partner)
        plan = plan_hand_out(session, found, period)
        given = find_given(session, found, facts_fingerprint(plan))
        # To the second, as the store keeps it: what is noted later is what the paper says.
        issued_at = given.issued_at if given else clock.now().replace(microsecond=0)
        return _issued(session, plan, f"you-said-{period.last}-{found.uid}", issued_at)


def note_partner_sheet(
    database: Database, partner: str, period: Period, issued: IssuedHandOut
) -> None:
    """Note that a partner was given a sheet, as it was made. Raises NotFound."""
    with database.write(Actor.CHIEF) as session:
        found = get_partner(session, partner)
        told = find_last_session_day(session, found, period.last) or period.last
        issued_at = issued.issue.issued_at.astimezone(UTC)
        give_hand_out(session, found, period, told, facts_fingerprint(issued.plan), issued_at)


def issue_programme(database: Database, period: Period) -> IssuedHandOut:
    """Take the facts of the programme of a period."""
    with database.read() as session:
        plan = plan_programme(session, period)
        name = f"programme-{period.first}-{period.last}"
        return _issued(session, plan, name, clock.now())


def render_hand_out(
    issued: IssuedHandOut,
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """Draw the document's PDF in each language, in memory. Raises DocumentFailed, Cancelled."""
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
    """Realise the document in one language."""
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


def _issued(
    session: StoreSession, plan: HandOutPlan | ProgrammePlan, name: str, now: datetime
) -> IssuedHandOut:
    code = verification_code(facts_fingerprint(plan))
    is_sample, emblem = get_own_office(session).is_sample, get_emblem(session)
    issue = Issue(plan.number, 1, clock.local(now), code, is_sample, emblem)
    return IssuedHandOut(plan, issue, name)
