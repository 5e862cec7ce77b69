"""The plan of a rectification sheet: what circulated, what is true, and since when it is public."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class PublishedFacts:
    """A published rectification: its text and title, and the services that issued it (`vs.*`).

    `hours` is the delay, rounded up unless it `took_whole_hours`; None if one of the hours is
    unknown, or if it `was_out_before` this office heard the rumour. `days` is the delay from one
    day to the other.
    """

    text: Bilingual
    title: Bilingual
    source: str
    published_on: date
    published_at: time | None
    hours: int | None
    was_out_before: bool
    days: int = 0
    took_whole_hours: bool = False


@dataclass(frozen=True, slots=True)
class RectificationPlan:
    """The contents of a rectification sheet; `published` is None if no rectification was needed.

    `heard_by` are the services that heard the rumour (`vs.*`), `result` the result of its
    verification (`vr.*`) on the day `found_on` by a service (`found_with`, `vs.*`), `fact` the
    fact. `is_page` if a page was reported: then the words describe it, and the result is of what
    it spreads.
    """

    office: OfficeFacts
    number: str
    words: Words
    heard_by: str
    heard_on: date
    heard_at: time | None
    page_name: str | None
    page_network: str | None
    result: str
    found_on: date | None
    found_with: str | None
    fact: Words | None
    published: PublishedFacts | None
    page_address: str | None = None
    is_page: bool = False

    def has_fact_in(self, language: Language) -> bool:
        """Return whether the fact is in a language, or translates into it what was published."""
        fact, published = self.fact, self.published
        if fact is None or fact.language is language:
            return fact is not None
        found = published.text.prefer(fact.language) if published and fact.translation else None
        return found == (fact.text, fact.language)
