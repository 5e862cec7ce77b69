"""Write the files of a document that is issued, whatever its kind."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from outreach_app.documents.requests import RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.whole import make_folder, write_whole

FORMATS = ("pdf", "txt", "json")


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file: `pages` is None where it has none, `lacking` what it shows as an empty box."""

    path: Path
    pages: int | None
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document in one language, ready for every format; `stem` names its files.

    The first candidate of the request is the whole of it.
    """

    stem: str
    language: Language
    plan: object
    request: RenderRequest


def write_documents(
    documents: Sequence[PreparedDocument],
    formats: tuple[str, ...],
    folder: Path,
    worker: DocumentWorker,
    progress: Progress,
) -> list[WrittenFile]:
    """Write one file per document and format, the PDFs last.

    Raises DocumentFailed, WriteFailed and Cancelled.
    """
    make_folder(folder)
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
            file = _write_file(path, rendered.pdf, rendered.pages)
            written.append(replace(file, lacking=rendered.lacking))
    return written


def verification_code(hashed: str) -> str:
    """Return what is printed of a fingerprint, `XXXX-XXXX`, to compare two papers by."""
    return f"{hashed[:4]}-{hashed[4:8]}".upper()


def _facts_json(plan: object, language: Language) -> bytes:
    """Return the facts of a plan with their ids."""
    rows = [{"id": name, "value": value} for name, value in facts(plan).items()]
    content = {"language": language.value, "facts": rows}
    return msgspec.json.format(msgspec.json.encode(content), indent=1)


def _write_file(path: Path, content: bytes, pages: int | None = None) -> WrittenFile:
    write_whole(path, content)
    return WrittenFile(path, pages)
