"""The plan of a covering note: what is sent, to whom."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.hand_outs.plan import HeldFacts
from outreach_app.summaries.prose.facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """A document of a kind (`DocumentKind`) that is sent, as it was issued on a day.

    `held` is the meeting that a summary is about; the first and last day are those of a period, if
    it has one. `is_carried_out` if an elimination list was carried out before the note was written;
    `is_over` of a programme whose period was over when it was given out. `edition` is None of a
    first one.
    """

    number: int
    kind: str
    document: str
    issued_on: date
    first_on: date | None = None
    last_on: date | None = None
    held: HeldFacts | None = None
    is_carried_out: bool | None = None
    is_over: bool | None = None
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class CoveringPlan:
    """All that a covering note says."""

    office: OfficeFacts
    number: str
    recipient: Bilingual
    pieces: tuple[PieceFacts, ...]

    @property
    def copies(self) -> int:
        """Return how many papers go with the note: one a piece."""
        return len(self.pieces)
