"""The facts that every document shares, and the ids and fingerprint of a plan's facts."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum

import msgspec

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual


class Noting(StrEnum):
    """Choose how a page marks translations: next to the text, by a mark, or for all at once.

    The mark is doubled where the single one says that a number is partial.
    """

    BESIDE = "beside"
    MARKED = "marked"
    MARKED_TWICE = "marked_twice"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Words:
    """Free text in its own language, its author's translation, or an entry of the phrase bank."""

    text: str
    language: Language
    translation: str | None = None
    phrase: str | None = None
    noting: Noting = Noting.BESIDE


@dataclass(frozen=True, slots=True)
class AlikeTitle(Bilingual):
    """Hold a title typed in one language, worded in the other one as the same words are elsewhere.

    `translated_to` is the language that nobody typed beside it.
    """

    translated_to: Language
    noting: Noting = Noting.BESIDE


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """The unit that issues the summary; letterhead lines are from top to bottom.

    `number` identifies a unit without a name, `phone` is the number for its partners.
    """

    name: Bilingual
    city: Bilingual
    chief_title: Bilingual
    letterhead_ar: tuple[str, ...]
    letterhead_fr: tuple[str, ...]
    number: str | None = None
    phone: str | None = None

    def letterhead(self, language: Language) -> tuple[str, ...]:
        """Return the lines in a language."""
        return self.letterhead_ar if language is Language.ARABIC else self.letterhead_fr


FactValue = str | int


def facts(plan: object) -> dict[str, FactValue]:
    """Return every fact of a plan by its id (`points.1.topic`, `held_on`), without unknown ones.

    Members of a list are named by their number, kinds present by their code.
    """
    return dict(_walk("", plan))


def facts_fingerprint(plan: object) -> str:
    """Return the SHA-256 of the canonical facts, as 64 hex digits, from which codes are derived."""
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
