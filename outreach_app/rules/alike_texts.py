"""Search for the most similar of thousands of texts, comparing only a few."""

from collections import Counter
from functools import cache
from itertools import chain
from math import ceil
from typing import Generic, TypeVar

from outreach_app.rules.rumours import MIN_ALIKE, likeness

T = TypeVar("T")
_ROUNDING = 1e-9


class AlikeTexts(Generic[T]):
    """Texts found by their stems, each with what it stands for.

    Two texts that share enough of their stems share some of the rarest stems of each: a text of ten
    stems, of which four must be shared, cannot have all four among its three most frequent ones. So
    each is indexed under its rarest stems only, and most others are never compared; nor are those
    that share fewer of the rarest than two similar texts of their lengths must.
    """

    def __init__(self, frequency: Counter[str]) -> None:
        """Take how often each stem occurs in the texts that are compared."""
        self._frequency = frequency
        self._texts: list[tuple[frozenset[str], T]] = []
        self._sizes: list[int] = []
        self._places: dict[str, list[int]] = {}

    def add(self, stems: frozenset[str], meant: T) -> None:
        for stem in self._rarest(stems):
            self._places.setdefault(stem, []).append(len(self._texts))
        self._texts.append((stems, meant))
        self._sizes.append(len(stems))

    def find(self, stems: frozenset[str]) -> T | None:
        """Return what the most similar text stands for, the first of equals, or None."""
        found = (self._places.get(stem, ()) for stem in self._rarest(stems))
        shared, size = Counter(chain.from_iterable(found)), len(stems)
        ranked = (
            (likeness(stems, self._texts[place][0]), -place)
            for place, number in shared.items()
            if number >= _least_shared(size, self._sizes[place])
        )
        rank, place = max(ranked, default=(0.0, 0))
        return self._texts[-place][1] if rank >= MIN_ALIKE else None

    def _rarest(self, stems: frozenset[str]) -> list[str]:
        # Equally frequent ones in the same order for every text: those of two are compared.
        rarest_first = sorted(sorted(stems), key=self._frequency.__getitem__)
        return rarest_first[: len(stems) - _needed(len(stems)) + 1]


@cache
def _needed(size: int) -> int:
    """Return how many stems of a text another one has at least if the two are similar."""
    return ceil(size * MIN_ALIKE - _ROUNDING)


@cache
def _least_shared(one: int, other: int) -> int:
    """Return how many of the rarest stems of each two similar texts of these sizes share.

    The other stems that they share are among the most frequent of one of them.
    """
    shared = ceil((one + other) * MIN_ALIKE / (1 + MIN_ALIKE) - _ROUNDING)
    return shared - max(_needed(one), _needed(other)) + 1
