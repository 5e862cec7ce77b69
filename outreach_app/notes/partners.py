"""Detection of known partners in a note, by folded stems of their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from uuid import UUID

from outreach_app.notes.cues import plain_words
from outreach_app.notes.text import WORD, Span, folded
from outreach_app.rules.folding import fold_words, index_words, stem

_MAX_WEIGHED = 60  # partners that share words with a sentence, the closest first
_WORDS_BETWEEN = 3  # that may be between those of a name
_WORDS_KEPT = 8192
_SHORTENED = {"syndic": "syndicat", "asso": "association", "assoc": "association"}


@dataclass(frozen=True, slots=True)
class KnownPartner:
    """A partner with its names: Arabic, French, and short."""

    uid: UUID
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedPartner:
    """A partner named in a text, and where; the weight is how much of its name is there."""

    uid: UUID
    span: Span
    weight: int


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by its stems; the distinctive ones identify it among others of its kind."""

    uid: UUID
    stems: tuple[str, ...]
    distinctive: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    stems: frozenset[str]


class PartnerIndex:
    """Finds partners by the words of their names; a distinctive word is required."""

    def __init__(self, partners: Iterable[KnownPartner]) -> None:
        self._names = [name for partner in partners for name in _names(partner)]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            for word in name.distinctive or set(name.stems):
                self._by_stem[word].append(place)

    def find(self, note: str, within: Span) -> list[NamedPartner]:
        """Return the partners named in a place of a folded note, each once, surest first."""
        words = [
            _Word(Span(*word.span()), _stems(word[0]))
            for word in WORD.finditer(note, within.start, within.end)
        ]
        found: list[NamedPartner] = []
        for named in sorted(self._closest_names(words), key=lambda one: -one.weight):
            # A weaker match within the words of a stronger one is the same.
            if not any(named.uid == other.uid or named.span.meets(other.span) for other in found):
                found.append(named)
        return found

    def _closest_names(self, words: list[_Word]) -> Iterator[NamedPartner]:
        for name in self._candidates(words):
            best = max(_matches(name, words), key=_closeness, default=None)
            if best is not None:
                yield best

    def _candidates(self, words: list[_Word]) -> Iterator[_Name]:
        said = frozenset[str]().union(*(word.stems for word in words))
        shared = Counter(place for word in said for place in self._by_stem.get(word, ()))
        for place, _number in shared.most_common(_MAX_WEIGHED):
            yield self._names[place]


def _names(partner: KnownPartner) -> Iterator[_Name]:
    for written in partner.names:
        words = [fold_words(word) for word in WORD.findall(folded(written)) if word not in _empty()]
        stems = tuple(dict.fromkeys(map(stem, filter(None, words))))
        if stems:
            distinctive = frozenset(stems) - _stems_of("partner.kind")
            yield _Name(partner.uid, stems, distinctive)


def _matches(name: _Name, words: list[_Word]) -> Iterator[NamedPartner]:
    """Yield the places where enough of a name matches, from each word that it can begin with."""
    reach = len(name.stems) + _WORDS_BETWEEN
    for place, first in enumerate(words):
        if first.stems.isdisjoint(name.stems):
            continue
        seen: set[str] = set()
        last = first
        for word in words[place : place + reach]:
            new = [stem for stem in name.stems if stem not in seen and stem in word.stems]
            if new:
                seen.add(new[0])
                last = word
        before = words[place - 1].stems if place else frozenset()
        if _is_enough(name, seen, before):
            weight = len(seen) + len(seen & name.distinctive)
            yield NamedPartner(name.uid, Span(first.span.start, last.span.end), weight)


def _is_enough(name: _Name, seen: set[str], before: frozenset[str]) -> bool:
    """Return whether the matching words identify a name among others of its kind."""
    telling = len(seen & name.distinctive)
    kind = len(seen) - telling
    if not name.distinctive:
        return len(seen) >= min(len(name.stems), 3) and len(seen) > 1
    if telling == len(name.distinctive):
        return kind > 0 or telling > 1 or not before.isdisjoint(_stems_of("partner.beside"))
    return telling > 1 or (telling > 0 and kind > 1 and len(name.distinctive) == telling + 1)


def _closeness(named: NamedPartner) -> tuple[int, int]:
    return named.weight, named.span.start - named.span.end


@lru_cache(_WORDS_KEPT)
def _stems(word: str) -> frozenset[str]:
    """Return every stem of a word of a note, without its possible prefixes."""
    forms = index_words(_SHORTENED.get(word, word))
    return frozenset((*forms, *map(stem, forms)))


@cache
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem(fold_words(word)) for word in plain_words(name))


@cache
def _empty() -> frozenset[str]:
    return plain_words("partner.empty")
