"""Counts fit to be published: small ones hidden, and others with them where a sum would tell."""

from collections.abc import Collection, Sequence
from enum import StrEnum

LEAST = 5


class Hidden(StrEnum):
    """Why a count is not said: it is less than five, or it would give such a one away."""

    FEW = "few"
    WITHHELD = "withheld"


Count = int | Hidden


def hide_few(count: int) -> Count:
    """The count, unless it is under five."""
    return Hidden.FEW if count < LEAST else count


def hide_in_sum(parts: Sequence[int], total: int) -> tuple[list[Count], Count]:
    """The parts and their total as they may be printed.

    The smallest other parts are withheld until every hidden count could be two numbers at least;
    where there is no other part, the total.
    """
    few = [place for place, part in enumerate(parts) if part < LEAST]
    withheld: list[int] = []
    shown = sorted(
        (place for place in range(len(parts)) if place not in few), key=parts.__getitem__
    )
    # A total under five is hidden itself, and gives nothing back.
    is_safe = total < LEAST or _are_open(parts, few, withheld)
    while not is_safe and shown:
        withheld.append(shown.pop(0))
        is_safe = _are_open(parts, few, withheld)
    cells = [
        Hidden.FEW if place in few else Hidden.WITHHELD if place in withheld else part
        for place, part in enumerate(parts)
    ]
    return cells, hide_few(total) if is_safe else Hidden.WITHHELD


def _are_open(parts: Sequence[int], few: Collection[int], withheld: Collection[int]) -> bool:
    """Whether each small part may be one of two numbers, for somebody who knows this rule.

    A reader knows the sum of the hidden parts, that a small one is 0 to 4, and that a withheld
    one is no smaller than 5 and no larger than any that is shown.
    """
    hidden = sum(parts[place] for place in (*few, *withheld))
    others = [part for place, part in enumerate(parts) if place not in (*few, *withheld)]
    most_withheld = min(others, default=hidden) * len(withheld)
    least_withheld = LEAST * len(withheld)
    others_few = (LEAST - 1) * (len(few) - 1)
    lowest = max(0, hidden - most_withheld - others_few)
    highest = min(LEAST - 1, hidden - least_withheld)
    return not few or highest > lowest
