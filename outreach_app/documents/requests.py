"""What a document is rendered from, and what comes out; loads no Qt."""

from dataclasses import dataclass
from datetime import datetime

from outreach_app.summaries.prose.blocks import Realised

# Before the code of its issue where a file describes itself.
IDENTIFIER = "outreach:"


@dataclass(frozen=True, slots=True)
class Issue:
    """Name one issue of a document: `issued_at` is local and aware, `code` four groups of four.

    `is_sample` marks every page, so that invented data never passes for a police document.
    `emblem` is the office's own image, a PNG for the letterhead.
    """

    number: str
    version: int
    issued_at: datetime
    code: str
    is_sample: bool
    emblem: bytes | None = None


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A document to render; `candidates` go from the fullest to the most cut, one at least.

    The first that fits one page is rendered, else the last one, over several pages.
    """

    candidates: tuple[Realised, ...]
    issue: Issue
    title: str


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A finished file, its pages, and the characters that it shows as an empty box."""

    pdf: bytes
    pages: int
    lacking: str = ""
