"""Women are counted among people who were counted."""

import pytest

from outreach_app.rules.people import check_women, is_women_known, people_of
from outreach_app.rules.validation import Checks


@pytest.mark.parametrize(
    ("counts", "people"),
    [((12, 40, 30), 12), ((0, 40, 30), 0), ((None, 40, 30), 40), ((None, None, 30), 30)],
)
def test_participants_come_before_an_audience(counts: tuple[object, ...], people: int) -> None:
    assert people_of(*counts) == people


def test_what_is_no_number_counts_nobody() -> None:
    assert people_of("12", None, None) is None


@pytest.mark.parametrize(("women", "people"), [(0, 0), (3, 3), (3, 12)])
def test_women_among_people_are_taken(women: int, people: int) -> None:
    checks = Checks()
    check_women(checks, women, people)
    assert is_women_known(women, people)
    assert checks.problems == []


@pytest.mark.parametrize(
    ("women", "people", "code"), [(4, 3, "more_women"), (4, None, "women_of_nobody")]
)
def test_women_of_nobody_or_more_than_people_are_refused(
    women: int, people: int | None, code: str
) -> None:
    checks = Checks()
    check_women(checks, women, people)
    assert not is_women_known(women, people)
    assert [(each.field, each.code) for each in checks.problems] == [("women", code)]


def test_nobody_needs_to_count_women() -> None:
    checks = Checks()
    check_women(checks, None, None)
    assert checks.problems == []
