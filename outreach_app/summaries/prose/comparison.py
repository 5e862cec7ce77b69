"""A count beside what it was in the period before."""

from dataclasses import dataclass

from outreach_app.summaries.prose.blocks import Span
from outreach_app.summaries.prose.counts import Noun


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count of a noun, now and before; `fact` is that of before, `when` names the period."""

    noun: Noun
    now: int
    before: int
    fact: str
    when: Span
