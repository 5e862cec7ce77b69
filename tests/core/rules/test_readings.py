"""What counts as an interaction with a publication, and their total."""

from types import SimpleNamespace

import pytest

from outreach_app.rules.readings import PARTS, interactions_of, last_interactions, sum_of_parts


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


@pytest.mark.parametrize(
    ("readings", "last"),
    [
        ([], None),
        ([(None, None, None, None)], None),
        ([(30, 4, 2, None), (41, None, None, None)], 47),
        ([(30, 4, 2, None), (None, None, None, 90)], 90),
        ([(None, None, None, 90), (None, None, None, None)], 90),
        ([(None, None, None, 90), (50, 10, 35, None)], 95),
    ],
)
def test_a_part_that_was_not_read_again_is_as_it_was_last_read(
    readings: list[tuple[int | None, ...]], last: int | None
) -> None:
    names = (*PARTS, "interactions")
    counts = [SimpleNamespace(**dict(zip(names, each, strict=True))) for each in readings]
    assert last_interactions(counts) == last
