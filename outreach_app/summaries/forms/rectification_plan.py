"""The plan of a rectification sheet: what circulated, what is true, and since when it is public."""

from dataclasses import dataclass
from datetime import date, time

from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words


@dataclass(frozen=True, slots=True)
class PublishedFacts:
    """The rectification that is out: its text, and which services gave it out (`vs.*`).

    `hours` is how long it took, rounded up unless it `took_whole_hours`; None where the hour of
    hearing is not known, or where it `was_out_before` this office heard the rumour.
    """

    text: Bilingual
    source: str
    published_on: date
    published_at: time | None
    hours: int | None
    was_out_before: bool
    took_whole_hours: bool = False


@dataclass(frozen=True, slots=True)
class RectificationPlan:
    """All that a rectification sheet says; `published` is None where nothing had to be rectified.

    `heard_by` are the services that heard the rumour (`vs.*`), `result` what the verification
    found (`vr.*`) on the day `found_on` with a service (`found_with`, `vs.*`), `fact` its words.
    """

    office: OfficeFacts
    number: str
    words: Words
    heard_by: str
    heard_on: date
    heard_at: time | None
    page_name: str | None
    result: str
    found_on: date | None
    found_with: str | None
    fact: Words | None
    published: PublishedFacts | None
