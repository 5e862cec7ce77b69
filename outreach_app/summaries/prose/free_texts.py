"""The free texts of a plan: those without a wording for a page, and those translated for it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Note
from outreach_app.summaries.prose.facts import AlikeTitle, Noting, Words
from outreach_app.summaries.prose.quoting import ALL_TRANSLATED, marked_note
from outreach_app.vocabulary import phrases

# The subject and place of a meeting; other bilingual fields are names.
TITLES = ("subject", "place")

PlanT = TypeVar("PlanT")


def free_texts(plan: object) -> list[Words]:
    """Return what people wrote in a plan, in its order; entries of the phrase bank left out."""
    return [words for name, value in texts_of(plan) for words in _words_of(value, name)]


def untranslated(plan: object, page: Language) -> list[str]:
    """Return the free texts of a plan that a page shows in the other language, each once."""
    missing = (
        words.text
        for words in free_texts(plan)
        if words.language is not page and not words.translation
    )
    return list(dict.fromkeys(missing))


def noted_together(
    plan: PlanT, page: Language, *, are_all_quoted: bool = True, mark: Noting = Noting.MARKED
) -> tuple[PlanT, Noting | None]:
    """Return a plan whose translations are explained by one note of the page, or None.

    If all of several quoted texts are translated, none needs a mark; an entry of the phrase bank is
    in both languages. They are not all the quoted texts (`are_all_quoted`) on a page that puts
    titles in guillemets, as every page does with one that is in the other language alone. `mark` is
    how others are marked.
    """
    texts = [each for _name, each in texts_of(plan)]
    quoted = [words for words in texts if isinstance(words, Words)]
    titles = [each for each in texts if isinstance(each, AlikeTitle) and each.translated_to is page]
    translated = [
        words
        for words in quoted
        if words.phrase not in phrases() and words.language is not page and words.translation
    ]
    if not translated and not titles:
        return plan, None
    # A title has no guillemets that one note could speak of.
    may_be_all = are_all_quoted and not titles and not _has_foreign(plan, page)
    are_all = may_be_all and len(translated) == len(quoted) > 1
    noting = Noting.ONCE if are_all else mark
    noted: PlanT = _noted(plan, noting)
    return noted, noting


def _has_foreign(plan: object, page: Language) -> bool:
    """Return whether a page quotes a title that is in the other language alone."""
    titles = (value for name, value in texts_of(plan) if name in (*TITLES, "capacity"))
    found = (title.prefer(page) for title in titles if isinstance(title, Bilingual))
    return any(each is not None and each[1] is not page for each in found)


def translation_notes(noting: Noting | None, page: Language) -> list[Note]:
    """Return the note of a page that says which quotations are translations."""
    if noting is None:
        return []
    return [Note(ALL_TRANSLATED[page] if noting is Noting.ONCE else marked_note(noting, page))]


def _noted(value: Any, noting: Noting) -> Any:
    if isinstance(value, Words | AlikeTitle):
        return replace(value, noting=noting)
    if isinstance(value, tuple):
        return tuple(_noted(item, noting) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _noted(getattr(value, field.name), noting) for field in fields(value)
        }
        return replace(value, **changed)
    return value


def texts_of(value: object, name: str = "") -> Iterator[tuple[str, Words | Bilingual]]:
    """Yield each text of a plan with the name of its field."""
    if isinstance(value, Words | Bilingual):
        yield name, value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name), field.name)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, name)


def _words_of(value: Words | Bilingual, name: str) -> Iterator[Words]:
    if isinstance(value, Words):
        if value.phrase not in phrases():
            yield value
    elif name in TITLES and (found := value.prefer(Language.ARABIC)):
        text, language = found
        yield Words(text, language, value.fr if language is Language.ARABIC else None)
