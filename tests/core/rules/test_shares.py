"""Percentages to one decimal, rounded half up."""

from decimal import Decimal

import pytest

from outreach_app.rules.shares import share_of


@pytest.mark.parametrize(
    ("part", "total", "share"),
    [
        (2463, 4426, "55.6"),
        (288, 4426, "6.5"),
        (1675, 4426, "37.8"),
        (1, 3, "33.3"),
        (1, 2000, "0.1"),  # 0.05 is a half, which goes up
        (0, 5, "0.0"),
        (0, 0, "0.0"),
    ],
)
def test_a_share_is_rounded_to_the_nearest_tenth(part: int, total: int, share: str) -> None:
    assert share_of(part, total) == Decimal(share)
