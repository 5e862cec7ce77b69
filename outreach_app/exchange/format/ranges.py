"""Ranges of a log: sorted (first, last) pairs that do not touch."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from operator import itemgetter

Span = tuple[int, int]


def united(spans: Iterable[Span]) -> list[Span]:
    """Return the union of these ranges, whatever their order."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def common(ranges: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Return the intersection of two lists of ranges."""
    kept = list(others)
    return [
        (max(first, start), min(last, end))
        for first, last in ranges
        for start, end in kept
        if max(first, start) <= min(last, end)
    ]


def without(ranges: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Return what is in the first ranges and not in the others."""
    found = list(ranges)
    for start, end in others:
        found = [
            part
            for first, last in found
            for part in ((first, min(last, start - 1)), (max(first, end + 1), last))
            if part[0] <= part[1]
        ]
    return found


def within(numbers: Iterable[int], ranges: Sequence[Span]) -> list[Span]:
    """Return the ranges that those of these numbers make which lie in the sorted ranges."""
    found: list[Span] = []
    for number in numbers:
        place = bisect(ranges, number, key=itemgetter(0)) - 1
        if place >= 0 and number <= ranges[place][1]:
            found.append((number, number))
    return united(found)
