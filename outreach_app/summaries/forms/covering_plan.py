"""The plan of a covering note: what is sent, to whom."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import HeldFacts
from outreach_app.summaries.prose.facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """Documents of one kind (`DocumentKind`) that are listed together, by number.

    `held` are the meetings that summaries are about; the days are those of a period, if they have
    one. `is_carried_out` if an elimination list was carried out before the note was written;
    `is_over` of a programme whose period was over when it was given out. `editions` are those of
    the documents, None of a first one; empty if all are.
    """

    number: int
    kind: str
    documents: tuple[str, ...]
    first_on: date | None
    last_on: date | None
    held: tuple[HeldFacts, ...] = ()
    is_carried_out: bool | None = None
    is_over: bool | None = None
    editions: tuple[int | None, ...] = ()

    @property
    def copies(self) -> int:
        """The number of papers."""
        return len(self.documents)


@dataclass(frozen=True, slots=True)
class CoveringPlan:
    """All that a covering note says."""

    office: OfficeFacts
    number: str
    recipient: Bilingual
    pieces: tuple[PieceFacts, ...]

    @property
    def copies(self) -> int:
        """Return how many papers go with the note."""
        return sum(piece.copies for piece in self.pieces)
