"""Reading of editable copies, with python-docx and LibreOffice."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from tests.core.documents.reading import seen

SECONDS = 120


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield every paragraph in reading order, those of tables too."""
    for part in document.iter_inner_content():
        yield from _within(part)


def text_of(document: Document) -> str:
    """Return the visible text of the body, without control characters."""
    return seen(" ".join(paragraph.text for paragraph in paragraphs(document)))


def is_right_to_left(paragraph: Paragraph) -> bool:
    found = paragraph.paragraph_format.element.find(f"{qn('w:pPr')}/{qn('w:bidi')}")
    return found is not None and found.get(qn("w:val")) != "0"


def converted(files: list[Path], folder: Path) -> list[bytes]:
    """Return the files as LibreOffice prints them, each as a PDF."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=SECONDS)
    return [file.with_suffix(".pdf").read_bytes() for file in files]


def _within(part: Paragraph | Table) -> Iterator[Paragraph]:
    if isinstance(part, Paragraph):
        yield part
        return
    for row in part.rows:
        for cell in row.cells:
            for inner in cell.iter_inner_content():
                yield from _within(inner)
