"""Statistical disclosure control: suppress counts under five, and those that would reveal them.

Decision 14 has the proof.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

MIN_SHOWN = 5


class Hidden(StrEnum):
    """Why a count is suppressed: it is less than five, or it would reveal one that is."""

    FEW = "few"
    WITHHELD = "withheld"


Count = int | Hidden


def hide_few(count: int) -> Count:
    """Return the count, unless it is under five."""
    return Hidden.FEW if count < MIN_SHOWN else count


def hide_part(part: int, whole: int) -> Count:
    """Return a part of a printed whole; withheld if it is small or leaves a small rest."""
    return Hidden.WITHHELD if part < MIN_SHOWN or leaves_few(whole - part) else part


def hide_whole(whole: int, part: int) -> Count:
    """Return a whole printed for its part; withheld if it would reveal a small rest."""
    return Hidden.WITHHELD if part >= MIN_SHOWN and leaves_few(whole - part) else hide_few(whole)


def leaves_few(rest: int) -> bool:
    """Return whether what is left of a whole is a small count: one to four."""
    return 0 < rest < MIN_SHOWN


def hide_in_sum(parts: Sequence[int], order: Iterable[int], *rests: Sequence[int]) -> list[Count]:
    """Return the parts as they can be printed beside their sum, which `hide_few` masks.

    Others are withheld until the small ones could be any numbers under five with the same sum; all
    of them if that never holds. `order` lists the indexes to withhold first, whatever the parts
    are. `rests` are what is left of each part without what is published of it elsewhere, once for
    each way of counting that: a part that leaves one to four is withheld, and others until together
    they leave more, or nothing.
    """
    few = {place for place, part in enumerate(parts) if part < MIN_SHOWN}
    withheld = {at for left in rests for at, rest in enumerate(left) if leaves_few(rest)} - few
    if sum(parts) < MIN_SHOWN or not (few or withheld):
        return [hide_few(part) for part in parts]
    for place in (*withheld, *order):
        if place in few:
            continue
        withheld.add(place)
        hidden, *left = (sum(row[each] for each in few | withheld) for row in (parts, *rests))
        needed = (MIN_SHOWN - 1) * len(few) + MIN_SHOWN * len(withheld)
        if hidden >= needed and not any(map(leaves_few, left)):
            return [
                Hidden.WITHHELD if each in withheld else hide_few(part)
                for each, part in enumerate(parts)
            ]
    return [Hidden.WITHHELD] * len(parts)
