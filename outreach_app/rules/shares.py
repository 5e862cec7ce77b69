"""Shares of a total, in hundredths."""

from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")


def share_of(part: int, total: int) -> Decimal:
    """Return how many in a hundred a part is, to one decimal, a half up; 0 of nothing.

    The shares of all parts may add up to 99.9 or 100.1: they are not forced to 100.
    """
    if not total:
        return Decimal("0.0")
    return (Decimal(100 * part) / total).quantize(_TENTH, ROUND_HALF_UP)
