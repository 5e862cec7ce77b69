"""What counts as an interaction with a publication, and their total."""

from types import SimpleNamespace

import pytest

from outreach_app.rules.readings import interactions_of, sum_of_parts


@pytest.mark.parametrize(
    ("reactions", "comments", "shares", "stated", "total"),
    [
        (3, 2, 1, None, 6),
        (3, None, 1, None, 4),
        (3, 2, 1, 9, 9),
        (0, None, None, None, 0),
        (None, None, None, 9, 9),
        (None, None, None, None, None),
    ],
)
def test_interactions_are_those_that_the_source_states_or_the_sum_of_what_was_read(
    reactions: int | None,
    comments: int | None,
    shares: int | None,
    stated: int | None,
    total: int | None,
) -> None:
    counts = SimpleNamespace(
        reactions=reactions, comments=comments, shares=shares, interactions=stated
    )
    assert interactions_of(counts) == total
    assert (sum_of_parts(counts) is None) == (reactions is comments is shares is None)
