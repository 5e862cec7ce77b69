"""Gives summaries out: the plan from the store, the text in each language, the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database, StoreSession
from outreach_app.documents.render import Issue, RenderedDocument
from outreach_app.documents.worker import DocumentWorker, RenderRequest
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from outreach_app.queries.emblems import get_emblem
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.records import get_own_office
from outreach_app.services.issues import issue_summary
from outreach_app.summaries.plain_text import to_plain_text
from outreach_app.summaries.session_facts import plan_session
from outreach_app.summaries.session_plan import SessionPlan, facts, fingerprint
from outreach_app.summaries.session_prose import Cut, realise

FORMATS = ("pdf", "txt", "json")
# One page first: then fewer points, then fewer commitments; all of it where that does not help.
_CUTS = (Cut(), Cut(points=8), Cut(points=8, commitments=6), Cut())


@dataclass(frozen=True, slots=True)
class IssuedSummary:
    """A session's facts and the edition under which they are given out."""

    plan: SessionPlan
    issue: Issue


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file; `pages` is None where it has none."""

    path: Path
    pages: int | None


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document in one language, ready for every format; `stem` names its files.

    The first candidate of the request is the whole of it.
    """

    stem: str
    language: Language
    plan: object
    request: RenderRequest


def issue_session_summary(database: Database, name: str) -> IssuedSummary:
    """Take a meeting's facts (by uid or reference) and the edition they have.

    Raises NotFound, NotAllowed (`not_held`).
    """
    with database.write(Actor.CHIEF) as session:
        return _issue(session, name)


def preview_session_summary(database: Database, name: str) -> IssuedSummary:
    """The summary as it would be given out now; the edition is not recorded.

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
    """The summary's PDF in each language, in memory. Raises DocumentFailed, Cancelled."""
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


def write_documents(
    documents: Sequence[PreparedDocument],
    formats: tuple[str, ...],
    folder: Path,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write one file per document and format, the PDFs last. Raises DocumentFailed, Cancelled."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[WrittenFile] = []
    for document in documents:
        path = folder / document.stem
        if "txt" in formats:
            text = to_plain_text(document.request.candidates[0])
            written.append(_write_file(path.with_suffix(".txt"), text.encode()))
        if "json" in formats:
            content = _facts_json(document.plan, document.language)
            written.append(_write_file(path.with_suffix(".json"), content))
    if "pdf" in formats:
        requests = [document.request for document in documents]
        for document, rendered in zip(documents, worker.render(requests, progress), strict=True):
            path = (folder / document.stem).with_suffix(".pdf")
            written.append(_write_file(path, rendered.pdf, rendered.pages))
    return written


def verification_code(hashed: str) -> str:
    """What is printed of a fingerprint, `XXXX-XXXX`, to compare two papers by."""
    return f"{hashed[:4]}-{hashed[4:8]}".upper()


def file_stem(summary: IssuedSummary, language: Language) -> str:
    """The name of a summary's file, without its ending."""
    number, _slash, year = summary.issue.number.partition("/")
    return f"session-{year}-{number}-{language}"


def _issue(session: StoreSession, name: str) -> IssuedSummary:
    meeting = get_meeting(session, name)
    plan = plan_session(session, meeting)
    hashed = fingerprint(plan)
    issue = issue_summary(session, meeting, hashed, clock.now())
    code = verification_code(hashed)
    is_sample, emblem = get_own_office(session).is_sample, get_emblem(session)
    issued_at = clock.local(issue.issued_at)
    given = Issue(plan.number, issue.edition, issued_at, code, is_sample, emblem)
    return IssuedSummary(plan, given)


def _request(summary: IssuedSummary, language: Language) -> RenderRequest:
    candidates = tuple(dict.fromkeys(realise(summary.plan, language, cut) for cut in _CUTS[:-1]))
    title = f"{candidates[0].kind} {summary.issue.number}"
    return RenderRequest((*candidates, candidates[0]), summary.issue, title)


def _facts_json(plan: object, language: Language) -> bytes:
    """The facts of a plan with their ids."""
    rows = [{"id": name, "value": value} for name, value in facts(plan).items()]
    content = {"language": language.value, "facts": rows}
    return msgspec.json.format(msgspec.json.encode(content), indent=1)


def _write_file(path: Path, content: bytes, pages: int | None = None) -> WrittenFile:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return WrittenFile(path, pages)
