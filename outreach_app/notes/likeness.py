"""The frequent point that is most similar to a text, and whether it means the same.

Similarity cannot distinguish a paraphrase from another fact: «سرقة الحقائب» is close to «سرقة
الهواتف». A comparison of the content decides what is the same; the rest is shown as similar, never
filled in.
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

_SIMILAR = 0.4  # the similarity, 0 to 1, from which a frequent point is shown
_MAX_ADDED = 1  # words that a frequent point can have more than the text
_NEGATION = "-"
_WORDS_KEPT = 4096
_EDITIONS_KEPT = 2  # one per language: adopted points change the weights

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class LikePhrase:
    """A frequent point similar to a text; `differing` are its words that the text lacks.

    `is_same` if no word of the text is missing in it, and numbers and negation agree.
    """

    phrase: Phrase
    is_same: bool
    differing: frozenset[str]


def like_phrase(text: str, language: Language) -> LikePhrase | None:
    """Return the frequent point most similar to a text in a language, or None."""
    vector = _vector(text, language)
    scores = [(_product(vector, other), place) for place, other in enumerate(_vectors(language))]
    score, place = max(scores, default=(0.0, 0))
    phrase = list(phrases().values())[place]
    content, of_phrase = _content(text), _content(phrase.label(language))
    is_same = bool(content) and not content - of_phrase and len(of_phrase - content) <= _MAX_ADDED
    if not is_same and score < _SIMILAR:
        return None
    words = WORD.findall(phrase.label(language))
    differing = frozenset(word for word in words if len(word) > 1 and _content(word) - content)
    return LikePhrase(phrase, is_same, differing)


def _content(text: str) -> frozenset[str]:
    """Return the content of a text: stems of its words, its numbers, and whether it is negated."""
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
    """Return the words without meaning of their own, except negations, times and places."""
    telling = plain_words("negation") | plain_words("order")
    return frozenset(fold_words(word) for word in plain_words("stop") - telling)
