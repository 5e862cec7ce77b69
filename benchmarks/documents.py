"""Session summaries per second in the warm worker, against the same words on a bare canvas."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from io import BytesIO
from time import perf_counter

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from outreach_app.documents.requests import RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from tests.core.documents.reading import words_in
from tests.core.documents.samples import ISSUE, TITLES, session

DOCUMENTS = 40
WORDS_PER_LINE = 10


def floor(words: list[str]) -> None:
    """Write the words with ReportLab's own font: no layout, no Arabic, no tags."""
    canvas = Canvas(BytesIO(), pagesize=A4, invariant=1, pageCompression=1)
    text = canvas.beginText(60, 780)
    for start in range(0, len(words), WORDS_PER_LINE):
        text.textLine(" ".join(words[start : start + WORDS_PER_LINE]))
    canvas.drawText(text)
    canvas.showPage()
    canvas.save()


def write_bare(words: list[str]) -> None:
    for _ in range(DOCUMENTS):
        floor(words)


def rate(produce: Callable[[], object]) -> float:
    """Documents per second of wall time, where `produce` makes DOCUMENTS of them."""
    begun = perf_counter()
    produce()
    return DOCUMENTS / (perf_counter() - begun)


def main() -> None:
    """Print one line per language: documents per second, and how many times slower than bare."""
    with closing(DocumentWorker()) as worker:
        for language in Language:
            request = RenderRequest((session(language),), ISSUE, TITLES[language])
            worker.render([request], Progress())
            rendered = rate(partial(worker.render, [request] * DOCUMENTS, Progress()))
            # The bare font has no Arabic: the French words are the floor of both.
            bare = rate(partial(write_bare, words_in(session(Language.FRENCH))))
            print(f"{language}: {rendered:.1f} documents/s, {bare / rendered:.1f} times bare text")


if __name__ == "__main__":
    main()
