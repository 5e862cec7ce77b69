"""The plan of a session summary: every fact it says, free of any language."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time

import msgspec

from outreach_app.i18n import Language


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a title the office wrote in both languages, or in one only."""

    ar: str | None
    fr: str | None

    def prefer(self, language: Language) -> tuple[str, Language] | None:
        """The text in that language, else in the other, with the language it is in."""
        own, other = (self.ar, self.fr) if language is Language.ARABIC else (self.fr, self.ar)
        if own:
            return own, language
        return (other, language.other) if other else None


@dataclass(frozen=True, slots=True)
class Words:
    """Free text in its own language, its author's translation, or an entry of the phrase bank."""

    text: str
    language: Language
    translation: str | None = None
    phrase: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The unit that issues the summary; letterhead lines top to bottom."""

    name: Bilingual
    city: Bilingual
    chief_title: Bilingual
    letterhead_ar: tuple[str, ...]
    letterhead_fr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindPresent:
    """Bodies or professionals of one kind (`as.*`, `pr.*`, `pt.*`); count None: kind only known."""

    code: str
    count: int | None


@dataclass(frozen=True, slots=True)
class PointFacts:
    """One point; `words` is None where only its topic may be stored (an offence).

    `commitments` are the numbers of the commitments it led to, `referrals` the services (`rf.*`).
    """

    number: int
    kind: str
    topic: str
    words: Words | None
    reaction: str | None
    reply: Words | None
    commitments: tuple[int, ...]
    referrals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """One promise; `owner` is office, partner or authority, `status` a `cst.*` code."""

    number: int
    words: Words
    owner: str
    due_on: date | None
    status: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A point passed on to `to` (`rf.*`), about `topic` (`tp.*`), and the answer to it."""

    number: int
    to: str
    topic: str
    sent_on: date | None
    answered_on: date | None
    answer: Words | None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    held_on: date
    starts_at: time | None
    place: Bilingual


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """All that a session summary says. Counts are of people or bodies; None means not known."""

    office: OfficeFacts
    number: str
    kind: str
    channel: str
    held_on: date
    starts_at: time | None
    ends_at: time | None
    place: Bilingual
    subject: Bilingual
    headcount: int | None
    women: int | None
    bodies: int | None
    kinds_present: tuple[KindPresent, ...]
    earlier_done: int
    earlier_open: int
    points: tuple[PointFacts, ...]
    commitments: tuple[CommitmentFacts, ...]
    referrals: tuple[ReferralFacts, ...]
    next_meeting: NextMeeting | None
    assessment: Words | None


FactValue = str | int


def facts(plan: object) -> dict[str, FactValue]:
    """Every fact of a plan by its id (`points.1.topic`, `held_on`); what is not known is not there.

    Members of a list are named by their number, kinds present by their code.
    """
    return dict(_walk("", plan))


def fingerprint(plan: object) -> str:
    """SHA-256 of the canonical facts, as 64 hex digits: what a printed code is taken from."""
    return hashlib.sha256(msgspec.json.encode(facts(plan), order="sorted")).hexdigest()


def _walk(path: str, value: object) -> Iterator[tuple[str, FactValue]]:
    if value is None:
        return
    if is_dataclass(value):
        for field in fields(value):
            yield from _walk(
                f"{path}.{field.name}" if path else field.name, getattr(value, field.name)
            )
    elif isinstance(value, tuple):
        for position, item in enumerate(value, start=1):
            name = getattr(item, "number", None) or getattr(item, "code", None) or position
            yield from _walk(f"{path}.{name}", item)
    elif isinstance(value, time):
        yield path, value.strftime("%H:%M")
    elif isinstance(value, date):
        yield path, value.isoformat()
    elif isinstance(value, int | str):
        yield path, value if isinstance(value, int) else str(value)
