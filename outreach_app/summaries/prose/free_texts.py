"""The free texts of a plan, and those that have no wording in the language of a page."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import Words
from outreach_app.vocabulary import phrases

# What a meeting is about and where it is held; other fields in two languages are names.
_TITLES = ("subject", "place")


def free_texts(plan: object) -> list[Words]:
    """Return what people wrote in a plan, in its order; entries of the phrase bank left out."""
    return list(_written(plan))


def untranslated(plan: object, page: Language) -> list[str]:
    """Return the free texts of a plan that a page shows in the other language, each once."""
    missing = (
        words.text
        for words in free_texts(plan)
        if words.language is not page and not words.translation
    )
    return list(dict.fromkeys(missing))


def _written(value: object, name: str = "") -> Iterator[Words]:
    if isinstance(value, Words):
        if value.phrase not in phrases():
            yield value
    elif isinstance(value, Bilingual):
        if name in _TITLES and (found := value.prefer(Language.ARABIC)):
            text, language = found
            yield Words(text, language, value.fr if language is Language.ARABIC else None)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _written(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _written(item, name)
