"""Shares of a total, in percent."""

from decimal import ROUND_HALF_UP, Decimal

_TENTH = Decimal("0.1")


def share_of(part: int, total: int) -> Decimal:
    """Return a part in percent, to one decimal, rounded half up; 0 for an empty total.

    The shares of all parts may add up to 99.9 or 100.1: they are not forced to 100.
    """
    if not total:
        return Decimal("0.0")
    return (Decimal(100 * part) / total).quantize(_TENTH, ROUND_HALF_UP)
