"""A count is rising if chance is an unlikely explanation, and never if it is small."""

import pytest

from outreach_app.rules.rising import is_rising


@pytest.mark.parametrize(
    ("now", "before", "is_so"),
    [
        (9, 0, False),  # small
        (10, 0, True),
        (10, 5, False),  # five more of fifteen
        (16, 4, True),
        (40, 30, False),
        (60, 30, True),
        (30, 30, False),
        (30, 60, False),  # it fell
    ],
)
def test_small_counts_and_chance_do_not_rise(now: int, before: int, is_so: bool) -> None:
    assert is_rising(now, before) is is_so
