"""Nobody finds a small count again from what is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.rules.masking import LEAST, Count, Hidden, hide_few, hide_in_sum


def possible(cells: list[Count], total: Count) -> list[range]:
    """What each hidden cell may be for a reader who adds up and knows the rule."""
    shown = [cell for cell in cells if not isinstance(cell, Hidden)]
    left = LEAST - 1 if isinstance(total, Hidden) else total - sum(shown)
    # What is withheld is the smallest of what is not small.
    bounds = {
        Hidden.FEW: (0, LEAST - 1),
        Hidden.WITHHELD: (LEAST, max(min([*shown, left]), LEAST)),
    }
    blanks = [bounds[cell] for cell in cells if isinstance(cell, Hidden)]
    lowest, highest = sum(low for low, _ in blanks), sum(high for _, high in blanks)
    found = []
    for cell in cells:
        low, high = bounds[cell] if isinstance(cell, Hidden) else (cell, cell)
        if isinstance(cell, Hidden) and not isinstance(total, Hidden):
            low, high = max(low, left - (highest - high)), min(high, left - (lowest - low))
        found.append(range(low, high + 1))
    return found


@given(st.lists(st.integers(0, 14), max_size=6))
def test_every_small_count_could_be_two_numbers(parts: list[int]) -> None:
    cells, total = hide_in_sum(parts, sum(parts))
    for part, cell, values in zip(parts, cells, possible(cells, total), strict=True):
        assert (cell is Hidden.FEW) == (part < LEAST)
        if cell is Hidden.FEW:
            assert len(values) >= 2
            assert part in values
        elif not isinstance(cell, Hidden):
            assert cell == part


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([9, 12, 30], [9, 12, 30, 51]),
        ([3, 12, 30], [Hidden.FEW, Hidden.WITHHELD, 30, 45]),
        ([3, 2, 30], [Hidden.FEW, Hidden.FEW, 30, 35]),
        ([4, 4, 30, 9], [Hidden.FEW, Hidden.FEW, 30, Hidden.WITHHELD, 47]),
        ([0, 0, 9, 8], [Hidden.FEW, Hidden.FEW, 9, Hidden.WITHHELD, 17]),
        ([4, 4], [Hidden.FEW, Hidden.FEW, Hidden.WITHHELD]),
        ([1, 2], [Hidden.FEW, Hidden.FEW, Hidden.FEW]),
        ([], [Hidden.FEW]),
    ],
)
def test_what_is_printed(parts: list[int], printed: list[Count]) -> None:
    cells, total = hide_in_sum(parts, sum(parts))
    assert [*cells, total] == printed


def test_five_is_said_and_four_is_not() -> None:
    assert hide_few(5) == 5
    assert hide_few(4) is Hidden.FEW
