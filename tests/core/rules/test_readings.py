"""What counts as an interaction with a publication, and their total."""

from types import SimpleNamespace

import pytest

from outreach_app.rules.readings import interactions_of, last_interactions, sum_of_parts


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


def _reading(
    reactions: int | None,
    comments: int | None,
    shares: int | None,
    stated: int | None,
    *,
    is_at_least: bool = False,
) -> SimpleNamespace:
    return SimpleNamespace(
        reactions=reactions,
        comments=comments,
        shares=shares,
        interactions=stated,
        is_at_least=is_at_least,
    )


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
    told = last_interactions(_reading(*each) for each in readings)
    assert (told.number if told else None) == last


@pytest.mark.parametrize(
    ("readings", "at_least"),
    [
        ([_reading(30, 4, 5, None, is_at_least=True), _reading(90, 9, None, None)], True),
        ([_reading(30, 4, 5, None, is_at_least=True), _reading(90, 9, 6, None)], False),
        ([_reading(30, 4, 5, None, is_at_least=True), _reading(None, None, None, 99)], False),
        ([_reading(None, None, None, 90, is_at_least=True)], True),
    ],
)
def test_a_sum_is_at_least_where_a_part_of_it_was_read_as_more_than(
    readings: list[SimpleNamespace], *, at_least: bool
) -> None:
    last = last_interactions(readings)
    assert last is not None
    assert last.at_least == at_least
