"""The plan of a published report: the figures of a period without small counts."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.prose.facts import OfficeFacts


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A figure now and in the period before; None where nobody counted or nothing is compared.

    `is_partial` if only some of the meetings recorded it, `was_partial` for the period before.
    """

    code: str
    now: Count | None
    before: Count | None
    change: int | None
    is_partial: bool = False
    was_partial: bool = False


@dataclass(frozen=True, slots=True)
class PublishedPart:
    """The share of a code: meetings of a kind, partners of a category."""

    code: str
    count: Count


@dataclass(frozen=True, slots=True)
class PublishedPlan:
    """All that a published report says; it names no person, no body and no text of a meeting.

    Without figures where less than five meetings were held. `before_first` and `before_last` are
    None where nothing is compared. It `has_totals_alone` if it went out before and changed. The
    register began on `begun_on`, if that is much later than the first day of the period.
    """

    office: OfficeFacts
    number: str
    first: date
    last: date
    before_first: date | None
    before_last: date | None
    figures: tuple[PublishedFigure, ...]
    kinds: tuple[PublishedPart, ...]
    categories: tuple[PublishedPart, ...]
    channels: tuple[PublishedPart, ...]
    topics: tuple[PublishedFigure, ...]
    communication: CommunicationFacts
    has_totals_alone: bool = False
    begun_on: date | None = None

    @property
    def is_untold(self) -> bool:
        """Whether too few meetings were held to publish any figure."""
        return not self.figures

    @property
    def is_compared(self) -> bool:
        """Whether the period before is compared."""
        return self.before_first is not None

    def figure(self, code: str) -> PublishedFigure:
        """Return a figure by its code."""
        return next(figure for figure in self.figures if figure.code == code)

    def number_of(self, code: str) -> int | None:
        """Return a figure that is printed as a number; None of any other."""
        now = self.figure(code).now
        return None if now is None or isinstance(now, Hidden) else now
