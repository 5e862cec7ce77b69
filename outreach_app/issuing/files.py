"""Issuing of documents of any kind: number, render, write the files, record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from outreach_app import clock
from outreach_app.access_log import Act, note
from outreach_app.atomic_files import make_folder, written_together
from outreach_app.database import Database, StoreSession
from outreach_app.documents.editable.file import write_editable
from outreach_app.documents.requests import Issue, RenderedDocument, RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language, isolate_file
from outreach_app.i18n import gettext as _
from outreach_app.issuing.contents import facts_of, text_of
from outreach_app.issuing.figures import figures_of
from outreach_app.issuing.file_names import file_stem, number_told
from outreach_app.issuing.levels import get_names_in_texts, restricted_if_named
from outreach_app.models.base import new_uid
from outreach_app.progress import Progress
from outreach_app.queries.emblems import get_emblem
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, require, use_case
from outreach_app.services import issues
from outreach_app.services.issues import Edition, IssueDraft, plan_edition
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.taken_out import note_not_made, undone_if_not_made

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PlanT = TypeVar("PlanT", bound="DataclassInstance")
PlanT_co = TypeVar("PlanT_co", bound="DataclassInstance", covariant=True)


class FileFormat(StrEnum):
    """A format of a document; the value is its file extension."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    TXT = "txt"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class FilesWanted:
    """The folder of written files, and their languages and formats."""

    folder: Path
    languages: tuple[Language, ...]
    formats: tuple[FileFormat, ...] = (FileFormat.PDF,)


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A written file; `pages` is None if it has none, `lacking` lists missing glyphs.

    It `replaced` a file of its name: the same edition was written before.
    """

    path: Path
    pages: int | None
    lacking: str = ""
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class PreparedDocument(Generic[PlanT_co]):
    """A document that is ready to issue; nothing is recorded until it is written.

    `plan` is numbered. `noun` and `about` name its files, see `file_names`, and so does `whom`, the
    partner that it is about. `request` renders a language; the first of its candidates is the full
    document. Only one with `has_figures` can be written as XLSX. `person` is the one who gets the
    document about their own data.
    """

    draft: IssueDraft
    edition: Edition
    plan: PlanT_co
    issue: Issue
    noun: str
    about: str
    request: Callable[[Language], RenderRequest] = field(compare=False)
    has_figures: bool = False
    person: UUID | None = None
    whom: PartnerFacts | None = None

    def stem(self, language: Language) -> str:
        """Return the name of its file in a language, without the ending."""
        edition = self.edition
        about = "-".join(filter(None, (self.about, number_told(self.noun, edition.number))))
        return file_stem(self.noun, about, edition.version, language, self.whom)

    @property
    def written_formats(self) -> tuple[FileFormat, ...]:
        """The formats written in this process; PDFs are drawn in the child."""
        left_out = {FileFormat.PDF} if self.has_figures else {FileFormat.PDF, FileFormat.XLSX}
        return tuple(each for each in FileFormat if each not in left_out)


_Given = tuple[PreparedDocument[PlanT], Sequence[bytes]]


def prepare(
    session: StoreSession,
    draft: IssueDraft,
    plan: PlanT,
    about: str,
    request: Callable[[PlanT, Issue, Language], RenderRequest],
    noun: str = "",
) -> PreparedDocument[PlanT]:
    """Return a document with the number and version it has or would get now.

    If the number comes from the series of its kind, the plan has none yet: its fingerprint is that
    of the other facts. `request` renders a plan in a language. `about` tells its files from others
    of its kind, or of the `noun` of another shape of it.
    """
    edition = plan_edition(session, draft, clock.now())
    issue = Issue(
        number=str(edition.number),
        version=edition.version,
        issued_at=clock.local(edition.issued_at),
        code=edition.code,
        is_sample=get_own_office(session).is_sample,
        emblem=get_emblem(session),
        replaces=clock.local(edition.replaces) if edition.replaces else None,
        changed=edition.changed,
    )
    numbered = replace(plan, number=issue.number)
    written = partial(
        restricted_if_named, get_names_in_texts(session), partial(request, numbered, issue)
    )
    return PreparedDocument(draft, edition, numbered, issue, noun or draft.kind, about, written)


def render_document(
    document: PreparedDocument[PlanT],
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """Render the PDF preview in each language. Raises DocumentFailed, Cancelled."""
    return tuple(worker.render([document.request(each) for each in languages], progress))


@use_case(Right.ISSUE, is_logged=False)
def give_document(
    database: Database,
    document: PreparedDocument[PlanT],
    languages: tuple[Language, ...],
    worker: DocumentWorker,
    progress: Progress,
) -> tuple[RenderedDocument, ...]:
    """Render the PDF in each language for printing, and record its issue.

    Raises DocumentFailed, Cancelled, and Conflict if its number was taken in the meantime.
    """
    _require_publishing(database, [document])
    rendered = render_document(document, languages, worker, progress)
    given = [(document, [each.pdf for each in rendered])]
    record_documents(database, given, give_document.__name__)
    return rendered


@use_case(Right.ISSUE, is_logged=False)
def write_documents(
    database: Database,
    documents: Sequence[PreparedDocument[PlanT]],
    wanted: FilesWanted,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write a file per document, language and format, PDFs last, and record the issues.

    Raises DocumentFailed, WriteFailed, Cancelled, NotAllowed (`no_figures`) if there is nothing to
    write, and Conflict if a document's number was taken in the meantime; then no file is
    written and nothing is recorded.
    """
    _require_publishing(database, documents)
    is_for_figures = wanted.formats == (FileFormat.XLSX,)
    if is_for_figures and not all(document.has_figures for document in documents):
        message = _("This document has no figures of its own. Choose another format.")
        raise NotAllowed(message, code="no_figures")
    make_folder(wanted.folder)
    versions = [(document, language) for document in documents for language in wanted.languages]
    drawn = _render_pdfs(versions, wanted, worker, progress)
    finished = [
        (WrittenFile(_path(wanted, document, language, each), None), content)
        for document, language in versions
        for each in FileFormat
        if each in wanted.formats and each in document.written_formats
        for content in [_content(document, language, each)]
    ]
    finished += drawn
    pdfs: dict[IssueDraft, list[bytes]] = {document.draft: [] for document in documents}
    for (document, _language), (_file, pdf) in zip(versions, drawn, strict=False):
        pdfs[document.draft].append(pdf)
    names = {file.path.name: content for file, content in finished}
    files = [replace(file, replaced=file.path.exists()) for file, _content in finished]
    given = [(document, pdfs[document.draft]) for document in documents]
    logged = _logged(database, documents, write_documents.__name__)
    with logged as uids, written_together(wanted.folder, names.items()):
        _record(database, given, uids)
    return files


def replaced_words(files: Iterable[WrittenFile]) -> str:
    """Return the message that files of the same names were replaced; "" if there were none."""
    names = " · ".join(isolate_file(file.path.name) for file in files if file.replaced)
    return names and _("Replaced: {names}").format(names=names)


def _require_publishing(database: Database, documents: Sequence[PreparedDocument[PlanT]]) -> None:
    """Refuse a role that may not publish. Raises NotAllowed (`not_allowed_role`)."""
    if any(document.draft.kind.is_for_public for document in documents):
        require(database, Right.PUBLISH)


def _render_pdfs(
    versions: Sequence[tuple[PreparedDocument[PlanT], Language]],
    wanted: FilesWanted,
    worker: DocumentWorker,
    progress: Progress,
) -> list[tuple[WrittenFile, bytes]]:
    """Return the PDF of each document and language, if PDFs are requested."""
    if FileFormat.PDF not in wanted.formats:
        return []
    requests = [document.request(language) for document, language in versions]
    return [
        (WrittenFile(_path(wanted, *version, FileFormat.PDF), made.pages, made.lacking), made.pdf)
        for version, made in zip(versions, worker.render(requests, progress), strict=True)
    ]


def record_documents(database: Database, given: Sequence[_Given[PlanT]], verb: str) -> None:
    """Record the issue of documents as these files, and how, as the access log names it.

    Raises Conflict, and records none.
    """
    with _logged(database, [document for document, _files in given], verb) as uids:
        _record(database, given, uids)


def note_not_printed(database: Database, document: PreparedDocument[PlanT]) -> None:
    """Log that a document that was given to be printed was not."""
    with database.read() as session:
        issue = issues.find_issue(session, document.draft, document.edition)
    note_not_made(database, give_document.__name__, [issue.uid if issue else None])


@contextmanager
def _logged(
    database: Database, documents: Iterable[PreparedDocument[PlanT]], verb: str
) -> Iterator[list[UUID]]:
    """Log that documents leave in the block, before they do; yield the uids of their issues."""
    uids: list[UUID] = []
    with database.write() as session:
        for document in documents:
            issue = issues.find_issue(session, document.draft, document.edition)
            uids.append(issue.uid if issue else new_uid())
            note(session, Act.GIVEN_OUT, verb=verb, record=uids[-1])
            if document.person is not None:
                note(session, Act.EXTRACT, verb=verb, record=document.person)
    with undone_if_not_made(database, verb, uids):
        yield uids


def _record(database: Database, given: Sequence[_Given[PlanT]], uids: list[UUID]) -> None:
    with database.write() as session:
        for (document, files), uid in zip(given, uids, strict=True):
            hashes = [sha256(content).hexdigest() for content in files]
            issues.record_issue(session, document.draft, document.edition, hashes, uid)


def _path(
    wanted: FilesWanted, document: PreparedDocument[PlanT], language: Language, ending: FileFormat
) -> Path:
    return wanted.folder / f"{document.stem(language)}.{ending}"


def _content(document: PreparedDocument[PlanT], language: Language, ending: FileFormat) -> bytes:
    """Return the editable document, its tables, its plain text, or its facts."""
    request, issue = document.request(language), document.issue
    page = request.candidates[0]
    if ending is FileFormat.DOCX:
        return write_editable(page, issue, request.title)
    if ending is FileFormat.XLSX:
        return figures_of(page)
    if ending is FileFormat.TXT:
        return text_of(page, issue).encode()
    return facts_of(document.plan, page.level, issue, language)
