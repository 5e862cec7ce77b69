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
    return Hidden.WITHHELD if part < MIN_SHOWN or _leaves_few(part, whole) else part


def hide_whole(whole: int, part: int) -> Count:
    """Return a whole printed for its part; withheld if it would reveal a small rest."""
    return Hidden.WITHHELD if part >= MIN_SHOWN and _leaves_few(part, whole) else hide_few(whole)


def _leaves_few(part: int, whole: int) -> bool:
    """Return whether the rest of a whole is one to four."""
    return 0 < whole - part < MIN_SHOWN


def hide_in_sum(parts: Sequence[int], order: Iterable[int]) -> list[Count]:
    """Return the parts as they can be printed beside their sum, which `hide_few` masks.

    Others are withheld until the small ones could be any numbers under five with the same sum; all
    of them if that never holds. `order` lists the indexes to withhold first, whatever the parts
    are.
    """
    few = {place for place, part in enumerate(parts) if part < MIN_SHOWN}
    if not few or sum(parts) < MIN_SHOWN:
        return [hide_few(part) for part in parts]
    hidden, needed = sum(parts[place] for place in few), (MIN_SHOWN - 1) * len(few)
    withheld: set[int] = set()
    for place in order:
        if place not in few:
            withheld.add(place)
            hidden, needed = hidden + parts[place], needed + MIN_SHOWN
            if hidden >= needed:
                return [
                    Hidden.WITHHELD if place in withheld else hide_few(part)
                    for place, part in enumerate(parts)
                ]
    return [Hidden.WITHHELD] * len(parts)
