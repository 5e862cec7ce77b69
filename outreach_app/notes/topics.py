"""Topics ranked for a free text: labels, frequent points and a lexicon, weighted by rarity."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from outreach_app.i18n import Language
from outreach_app.notes.cues import plain_words
from outreach_app.rules.folding import fold_words, index_words, stem
from outreach_app.vocabulary import (
    LEXICON,
    Entry,
    Phrase,
    catalogue,
    edition,
    phrases,
    topic_of,
)

SURE = 6.0
"""A score from which the first topic is filled in; below it three are offered.

With 5, one in four topics was wrong in 60 notes by other authors.
"""

OFFERED = 3

# A word of the lexicon was chosen for its topic; a frequent point also has other words.
_OF_LEXICON, _OF_LABEL, _OF_PHRASE = 1.2, 1.0, 0.6
_OF_AXIS = 0.75  # a whole axis is more likely meant by one of its topics
_WORDS_KEPT = 8192

Scores = dict[str, float]


def rank_topics(text: str) -> tuple[tuple[str, float], ...]:
    """Return the topics (`tp.*`) of a text's words with their scores, best first."""
    weights = _weights(edition())
    scores: Scores = defaultdict(float)
    for forms in _words(text):
        best: Scores = {}
        for form in forms:
            for topic, weight in weights.get(form, {}).items():
                best[topic] = max(weight, best.get(topic, 0.0))
        for topic, weight in best.items():
            scores[topic] += weight
    return tuple(sorted(((t, s * _share(t)) for t, s in scores.items()), key=lambda one: -one[1]))


def _share(topic: str) -> float:
    return 1.0 if topic.count(".") > 1 else _OF_AXIS


@lru_cache(2)
def _weights(_edition: int) -> dict[str, Scores]:
    """Return by stem its weight for each topic, for an edition of the lists."""
    topics = catalogue("tp").values()
    by_stem: dict[str, Scores] = defaultdict(dict)
    offered = {entry.code for entry in topics}
    for topic, words, weight in _sources(topics, phrases().values()):
        if topic not in offered:
            continue  # headquarters withdrew it
        for forms in _words(words):
            known = by_stem[stem(forms[0])]
            known[topic] = max(weight, known.get(topic, 0.0))
    return {
        word: {topic: weight * math.log(1 + len(topics) / len(of)) for topic, weight in of.items()}
        for word, of in by_stem.items()
    }


def _sources(
    topics: Iterable[Entry], frequent: Iterable[Phrase]
) -> Iterator[tuple[str, str, float]]:
    for entry in topics:
        yield from ((entry.code, entry.label(language), _OF_LABEL) for language in Language)
    for phrase in frequent:
        yield from ((phrase.topic, phrase.label(language), _OF_PHRASE) for language in Language)
    for entry in catalogue(LEXICON).values():
        yield topic_of(entry.code), f"{entry.ar} {entry.fr}", _OF_LEXICON


def _words(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the forms of each meaningful word."""
    for word in fold_words(text).split():
        if word not in _silent() and not word.isdecimal():
            yield _forms(word)


@lru_cache(_WORDS_KEPT)
def _forms(word: str) -> tuple[str, ...]:
    forms = index_words(word)
    return tuple(dict.fromkeys((*forms, *map(stem, forms))))


@cache
def _silent() -> frozenset[str]:
    return frozenset(fold_words(word) for word in plain_words("stop"))
