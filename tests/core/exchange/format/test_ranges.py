"""Ranges of a log behave as sets of numbers, in canonical form."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from outreach_app.exchange.format.ranges import Span, common, united, without

SPANS = st.lists(st.tuples(st.integers(1, 20), st.integers(0, 5)).map(lambda s: (s[0], sum(s))))


def numbers(spans: Iterable[Span]) -> set[int]:
    return {number for first, last in spans for number in range(first, last + 1)}


@given(SPANS, SPANS)
def test_ranges_add_up_as_sets_of_numbers_do(these: list[Span], those: list[Span]) -> None:
    one, other = united(these), united(those)
    assert numbers(one) == numbers(these)
    assert numbers(common(one, other)) == numbers(one) & numbers(other)
    assert numbers(without(one, other)) == numbers(one) - numbers(other)
    for found in (one, common(one, other), without(one, other)):
        assert all(first <= last for first, last in found)
    assert all(end + 1 < start for (_, end), (start, _) in pairwise(one))


def test_ranges_that_touch_are_one() -> None:
    assert united([(5, 6), (1, 2), (3, 3), (9, 9), (8, 9)]) == [(1, 3), (5, 6), (8, 9)]
