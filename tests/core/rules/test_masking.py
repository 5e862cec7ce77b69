"""A small count cannot be recovered from what is printed, even knowing the method."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.rules.masking import (
    MIN_SHOWN,
    Count,
    Hidden,
    hide_few,
    hide_in_sum,
    hide_part,
    hide_whole,
)

FEW, WITHHELD = Hidden.FEW, Hidden.WITHHELD
Numbers = tuple[int, ...]


def splits(total: int, length: int) -> Iterator[Numbers]:
    """Yield every list of that many counts with that sum."""
    if length == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in splits(total - first, length - 1):
            yield (first, *rest)


@cache
def by_print(total: Count, order: Numbers) -> Mapping[tuple[Count, ...], list[Numbers]]:
    """Return every list with a printed total, by its printed form."""
    totals: Iterable[int] = range(MIN_SHOWN) if isinstance(total, Hidden) else (total,)
    found = defaultdict(list)
    for number in totals:
        for parts in splits(number, len(order)):
            found[tuple(hide_in_sum(parts, order))].append(parts)
    return found


@st.composite
def sums(draw: st.DrawFn) -> tuple[Numbers, Numbers]:
    """Return one to four counts, and the order in which others are withheld."""
    parts = draw(st.lists(st.integers(0, 10) | st.integers(0, 5), min_size=1, max_size=4))
    return tuple(parts), tuple(draw(st.permutations(range(len(parts)))))


@given(sums())
def test_every_small_part_of_a_sum_could_be_two_numbers(drawn: tuple[Numbers, Numbers]) -> None:
    parts, order = drawn
    printed = tuple(hide_in_sum(parts, order))
    tables = by_print(hide_few(sum(parts)), order)[printed]
    for place, part in enumerate(parts):
        if part < MIN_SHOWN:
            assert isinstance(printed[place], Hidden)
            assert len({table[place] for table in tables}) >= 2, (printed, tables)


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([9, 12, 30], [9, 12, 30]),
        ([3, 12, 30], [FEW, WITHHELD, 30]),
        ([3, 5, 30], [FEW, WITHHELD, WITHHELD]),
        ([3, 2, 30, 31], [FEW, FEW, WITHHELD, 31]),
        ([20, 0, 0, 40], [WITHHELD, FEW, FEW, 40]),
        ([1, 1, 1, 1, 1], [WITHHELD] * 5),
        ([4, 4], [WITHHELD, WITHHELD]),
        ([4, 0, 5], [WITHHELD] * 3),
        ([1, 2], [FEW, FEW]),
        ([], []),
    ],
)
def test_what_is_printed_of_a_sum(parts: list[int], printed: list[Count]) -> None:
    assert hide_in_sum(parts, range(len(parts))) == printed


@pytest.mark.parametrize("hides_part", [True, False])
def test_neither_a_small_part_nor_a_small_rest_is_told(hides_part: bool) -> None:
    found = defaultdict(list)
    for part, rest in product(range(30), repeat=2):
        whole = part + rest
        of_it = (hide_part(part, whole), hide_few(whole))
        among = (hide_few(part), hide_whole(whole, part))
        found[of_it if hides_part else among].append((part, whole, rest))
    for same in found.values():
        for part, whole, rest in same:
            if whole < 25:  # Beyond, not all possible ones are listed.
                is_small = (part < MIN_SHOWN, whole < MIN_SHOWN, 0 < rest < MIN_SHOWN)
                for values, hides in zip(zip(*same, strict=True), is_small, strict=True):
                    assert not hides or len(set(values)) >= 2, same


def test_five_is_said_and_four_is_not() -> None:
    assert (hide_few(5), hide_few(4)) == (5, FEW)
    assert (hide_part(5, 10), hide_part(4, 10)) == (5, WITHHELD)
    assert (hide_part(5, 9), hide_part(9, 9)) == (WITHHELD, 9)
    assert (hide_whole(10, 5), hide_whole(9, 5), hide_whole(9, 9)) == (10, WITHHELD, 9)


@pytest.mark.parametrize(
    ("parts", "rests", "printed"),
    [
        ([9, 12, 30], [0, 0, 30], [9, 12, 30]),
        ([9, 12, 30], [2, 0, 30], [WITHHELD, WITHHELD, WITHHELD]),
        ([9, 12, 30], [2, 5, 30], [WITHHELD, WITHHELD, 30]),
        ([9, 12, 30], [2, 3, 0], [WITHHELD, WITHHELD, 30]),
        ([9, 12, 30], [2, 0, 0], [WITHHELD] * 3),
        ([3, 12, 30], [3, 12, 2], [FEW, 12, WITHHELD]),
    ],
)
def test_what_leaves_few_beside_other_prints_is_withheld(
    parts: list[int], rests: list[int], printed: list[Count]
) -> None:
    assert hide_in_sum(parts, range(len(parts)), rests) == printed


def test_what_leaves_few_in_one_way_of_counting_is_withheld() -> None:
    printed = hide_in_sum([9, 12, 30], range(3), [0, 0, 30], [2, 5, 30])
    assert printed == [WITHHELD, WITHHELD, 30]
