"""Give the same words one translation, whatever document shows them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from outreach_app.i18n import Language
from outreach_app.queries.wordings import Known, find_known_wordings
from outreach_app.rules.folding import fold_words
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import AlikeTitle, Words
from outreach_app.summaries.prose.free_texts import TITLES, texts_of

PlanT = TypeVar("PlanT")


def translated_alike(session: Session, plan: PlanT) -> PlanT:
    """Return a plan in which words that the register knows in both languages are translated.

    Each document that shows them has the same translation, which a mark tells. A translation that
    was typed beside its words stays.
    """
    texts = [text for name, value in texts_of(plan) for text in _untranslated(name, value)]
    known = find_known_wordings(session, texts)
    found: PlanT = _told(plan, "", known) if known else plan
    return found


def _untranslated(name: str, value: Words | Bilingual) -> Iterator[tuple[Language, str]]:
    """Yield a text that is in one language alone; an entry of the phrase bank is in both."""
    if isinstance(value, Words):
        if not value.translation and not value.phrase:
            yield value.language, value.text
    elif name in TITLES and not (value.ar and value.fr):
        found = value.prefer(Language.ARABIC)
        if found is not None:
            yield found[1], found[0]


def _told(value: Any, name: str, known: Known) -> Any:
    if isinstance(value, Words):
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
