"""The input and output of rendering; does not import Qt."""

from dataclasses import dataclass
from datetime import datetime

from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.editions import Former

# Prefix of an issue's code in the file's metadata.
IDENTIFIER = "outreach:"


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a document: `issued_at` is local and aware, `code` four groups of four.

    `is_sample` marks every page, so that invented data is never taken for a police document.
    `emblem` is the office's own image, a PNG for the letterhead, `replaces` the local moment of
    the version before, `changed` the names of the parts that differ from it.
    """

    number: str
    version: int
    issued_at: datetime
    code: str
    is_sample: bool
    emblem: bytes | None = None
    replaces: datetime | None = None
    changed: tuple[str, ...] = ()

    @property
    def former(self) -> Former | None:
        """The version that this one replaces."""
        if self.replaces is None:
            return None
        return Former(self.version - 1, self.replaces, self.issued_at, self.changed)


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A document to render; `candidates` are ordered from fullest to shortest, at least one.

    The first that fits on one page is rendered, else the last one, on several pages.
    """

    candidates: tuple[Realised, ...]
    issue: Issue
    title: str


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A finished file, its page count, and the characters shown as an empty box."""

    pdf: bytes
    pages: int
    lacking: str
