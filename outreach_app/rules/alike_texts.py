"""Search for the most similar of thousands of texts, comparing only a few."""

from collections.abc import Mapping
from math import ceil
from typing import Generic, TypeVar

from outreach_app.rules.rumours import MIN_ALIKE, likeness

T = TypeVar("T")


class AlikeTexts(Generic[T]):
    """Texts found by their stems, each with what it stands for.

    Two texts that share enough of their stems share one of the rarest stems of each: a text of ten
    stems, of which four must be shared, cannot have all four among its three most frequent ones. So
    each is indexed under its rarest stems only, and most others are never compared.
    """

    def __init__(self, frequency: Mapping[str, int]) -> None:
        """Take how often each stem occurs in the texts that are compared."""
        self._frequency = frequency
        self._texts: list[tuple[frozenset[str], T]] = []
        self._places: dict[str, list[int]] = {}

    def add(self, stems: frozenset[str], meant: T) -> None:
        for stem in self._rarest(stems):
            self._places.setdefault(stem, []).append(len(self._texts))
        self._texts.append((stems, meant))

    def find(self, stems: frozenset[str]) -> T | None:
        """Return what the most similar text stands for, the first of equals, or None."""
        places = {place for stem in self._rarest(stems) for place in self._places.get(stem, ())}
        ranked = ((likeness(stems, self._texts[place][0]), -place) for place in places)
        rank, place = max(ranked, default=(0.0, 0))
        return self._texts[-place][1] if rank >= MIN_ALIKE else None

    def _rarest(self, stems: frozenset[str]) -> list[str]:
        needed = ceil(len(stems) * MIN_ALIKE - 1e-9)
        rarest_first = sorted(stems, key=lambda stem: (self._frequency.get(stem, 0), stem))
        return rarest_first[: len(stems) - needed + 1]
