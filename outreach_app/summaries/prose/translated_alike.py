"""Give the same words one translation wherever a document shows them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from outreach_app.i18n import Language
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import AlikeTitle, Words
from outreach_app.summaries.prose.free_texts import TITLES, texts_of

PlanT = TypeVar("PlanT")
# The wording in a language of words that were written in the other one.
Known = dict[tuple[Language, str], str]


def translated_alike(plan: PlanT) -> PlanT:
    """Return a plan in which words that it translates once are translated everywhere.

    A translation that was typed beside its words stays; words are the same as search folds them.
    """
    known: Known = {}
    for name, value in texts_of(plan):
        for language, written, translation in _pairs(name, value):
            # Signs alone, which have no letters, are not the same words.
            if folded := fold_words(written):
                known.setdefault((language, folded), translation)
    found: PlanT = _told(plan, "", known) if known else plan
    return found


def _pairs(name: str, value: Words | Bilingual) -> list[tuple[Language, str, str]]:
    if isinstance(value, Words):
        return [(value.language, value.text, value.translation)] if value.translation else []
    if name in TITLES and value.ar and value.fr:
        return [(Language.ARABIC, value.ar, value.fr), (Language.FRENCH, value.fr, value.ar)]
    return []


def _told(value: Any, name: str, known: Known) -> Any:
    if isinstance(value, Words):
        # An entry of the phrase bank is in both languages.
        if value.phrase:
            return value
        translation = value.translation or known.get((value.language, fold_words(value.text)))
        return replace(value, translation=translation)
    if isinstance(value, Bilingual):
        return _title(value, known) if name in TITLES else value
    if isinstance(value, tuple):
        return tuple(_told(item, name, known) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _told(getattr(value, field.name), field.name, known)
            for field in fields(value)
        }
        return replace(value, **changed)
    return value


def _title(title: Bilingual, known: Known) -> Bilingual:
    found = title.prefer(Language.ARABIC)
    if found is None or (title.ar and title.fr):
        return title
    words, typed = found
    translation = known.get((typed, fold_words(words)))
    if translation is None:
        return title
    ar, fr = (words, translation) if typed is Language.ARABIC else (translation, words)
    return AlikeTitle(ar, fr, typed.other)
