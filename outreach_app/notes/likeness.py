"""The frequent point that is closest to a text, and whether it says the same.

No likeness parts a paraphrase from another fact: «سرقة الحقائب» is close to «سرقة الهواتف». A guard
says what is the same; the rest is shown as similar, never taken. Source: the house's notes.
"""

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from outreach_app.i18n import Language
from outreach_app.notes.cues import cue, plain_words
from outreach_app.notes.text import WORD, folded
from outreach_app.rules.folding import fold_words, stem
from outreach_app.vocabulary import Phrase, edition, phrases

_SIMILAR = 0.4  # from which likeness, 0 to 1, a frequent point is worth a look
_MOST_ADDED = 1  # words that a frequent point may have more than the text
_NEGATION = "-"
_WORDS_KEPT = 4096
_EDITIONS_KEPT = 2  # one of each language: what headquarters adopts is weighed anew

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class LikePhrase:
    """A frequent point close to a text; `differing` are the words of it that the text has not.

    `is_same` says that no word of the text is missing in it, and that numbers and negation agree.
    """

    phrase: Phrase
    is_same: bool
    differing: frozenset[str]


def like_phrase(text: str, language: Language) -> LikePhrase | None:
    """Return the frequent point that a text in a language is closest to; None where none is."""
    vector = _vector(text, language)
    scores = [(_product(vector, other), place) for place, other in enumerate(_vectors(language))]
    score, place = max(scores, default=(0.0, 0))
    phrase = list(phrases().values())[place]
    said, told = _content(text), _content(phrase.label(language))
    is_same = bool(said) and not said - told and len(told - said) <= _MOST_ADDED
    if not is_same and score < _SIMILAR:
        return None
    words = WORD.findall(phrase.label(language))
    differing = frozenset(word for word in words if len(word) > 1 and _content(word) - said)
    return LikePhrase(phrase, is_same, differing)


def _content(text: str) -> frozenset[str]:
    """Return what a text says: stems of its words, its numbers, and whether something is denied."""
    found = {_stem(word) for word in fold_words(text).split() if word not in _silent()}
    denies = cue("negation").search(folded(text)) is not None
    return frozenset(found | ({_NEGATION} if denies else set()))


def _parts(text: str) -> Counter[str]:
    """Count the stems of a text and their runs of three and four letters."""
    parts: Counter[str] = Counter()
    for word in fold_words(text).split():
        if word not in _silent():
            root = _stem(word)
            edged = f" {root} "
            parts[root] += 2
            parts.update(edged[i : i + n] for n in (3, 4) for i in range(len(edged) - n + 1))
    return parts


def _vector(text: str, language: Language) -> Vector:
    rarity = _rarity(language)
    most = math.log(len(phrases()) + 1)
    weights = {part: (1 + math.log(n)) * rarity.get(part, most) for part, n in _parts(text).items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {part: weight / length for part, weight in weights.items()}


def _product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(part, 0.0) for part, weight in one.items())


def _vectors(language: Language) -> list[Vector]:
    return _vectors_of(language, edition())


@lru_cache(_EDITIONS_KEPT)
def _vectors_of(language: Language, _edition: int) -> list[Vector]:
    return [_vector(phrase.label(language), language) for phrase in phrases().values()]


def _rarity(language: Language) -> Vector:
    return _rarity_of(language, edition())


@lru_cache(_EDITIONS_KEPT)
def _rarity_of(language: Language, _edition: int) -> Vector:
    held = Counter(part for p in phrases().values() for part in set(_parts(p.label(language))))
    return {part: math.log((len(phrases()) + 1) / (n + 0.5)) for part, n in held.items()}


@lru_cache(_WORDS_KEPT)
def _stem(word: str) -> str:
    return stem(word)


@cache
def _silent() -> frozenset[str]:
    """Return the words that say nothing by themselves: none that denies, or says when or where."""
    telling = plain_words("negation") | plain_words("order")
    return frozenset(fold_words(word) for word in plain_words("stop") - telling)
