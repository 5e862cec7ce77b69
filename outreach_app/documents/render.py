"""Rendering of a realised document as a PDF: the same input gives the same bytes."""

from collections.abc import Sequence

from outreach_app.documents import text_layout
from outreach_app.documents.archival import Metadata
from outreach_app.documents.composition import compose
from outreach_app.documents.flow import Page, paginate
from outreach_app.documents.furniture import Furniture
from outreach_app.documents.imprint import unit_of
from outreach_app.documents.notes_lines import NotesLines
from outreach_app.documents.requests import Issue, RenderedDocument
from outreach_app.documents.styles import (
    BODY_BOTTOM,
    BODY_ROOM,
    FIRST_TOP,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SCALES,
)
from outreach_app.documents.tagging import TaggedCanvas
from outreach_app.summaries.prose.blocks import Realised

FIRST_ROOM = BODY_BOTTOM - FIRST_TOP
# The scale of the gaps between blocks and within rows of a short document, if that saves a page.
CLOSE_GAPS = 0.5
SHORT = 4


def render(document: Realised, issue: Issue, title: str) -> RenderedDocument:
    """Render a document; `title` is in the file's metadata."""
    return render_shortest((document,), issue, title)


def render_shortest(candidates: Sequence[Realised], issue: Issue, title: str) -> RenderedDocument:
    """Render the first candidate that fits on one page, else the last one.

    Candidates are ordered from the fullest to the shortest; the last one takes several pages, with
    assessment and signature kept together.
    """
    try:
        for document in candidates:
            pages = _pages(document, issue.emblem)
            if len(pages) == 1:
                break
        canvas = _draw(document, pages, issue, title)
        return RenderedDocument(canvas.finish(), len(pages), canvas.lacking)
    finally:
        # Personal text must not remain in memory after the document is done.
        text_layout.lay_out.cache_clear()


def _pages(document: Realised, emblem: bytes | None) -> tuple[Page, ...]:
    """Divide a document into pages, with smaller gaps within rows too if that saves one.

    Lines to write on take the rest of a page and no page of their own.
    """
    elements = compose(document, emblem)
    pages = paginate(elements, FIRST_ROOM, BODY_ROOM)
    if 1 < len(pages) <= SHORT:
        closer = paginate(compose(document, emblem, CLOSE_GAPS), FIRST_ROOM, BODY_ROOM, CLOSE_GAPS)
        pages = closer if len(closer) < len(pages) else pages
    is_bare = all(isinstance(placed.element, NotesLines) for placed in pages[-1])
    return pages[:-1] if is_bare and len(pages) > 1 else pages


def _draw(document: Realised, pages: Sequence[Page], issue: Issue, title: str) -> TaggedCanvas:
    size, scale = (PAGE_WIDTH, PAGE_HEIGHT), SCALES.get(document.design, 1)
    canvas = TaggedCanvas(size, _metadata(document, issue, title), scale)
    furniture = Furniture(document, issue, title)
    for number, page in enumerate(pages, start=1):
        top = PAGE_HEIGHT - (FIRST_TOP if number == 1 else BODY_BOTTOM - BODY_ROOM)
        for placed in page:
            placed.element.draw(canvas, MARGIN, top - placed.offset)
        furniture.draw(canvas, number, len(pages))
        canvas.end_page()
    return canvas


def _metadata(document: Realised, issue: Issue, title: str) -> Metadata:
    language = document.language
    return Metadata(
        title=title,
        author=unit_of(document),
        language=language.locale.replace("_", "-"),
        issued_at=issue.issued_at,
        code=issue.code,
        identity=f"{issue.number} {issue.version} {issue.code} {language}",
    )
