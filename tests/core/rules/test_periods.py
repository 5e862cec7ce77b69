"""Periods, the ones before them, and the reports missing in them."""

from datetime import date

import pytest

from outreach_app.rules.periods import Period, missing_months


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("now", "before", "months"),
    [
        (("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30"), 1),
        (("2026-01-01", "2026-01-31"), ("2025-12-01", "2025-12-31"), 1),
        (("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30"), 3),
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28"), 1),
        (("2025-12-01", "2026-01-31"), ("2025-10-01", "2025-11-30"), 2),
        (("2026-10-05", "2026-10-11"), ("2026-09-28", "2026-10-04"), 0),
    ],
)
def test_the_period_before_has_the_same_length(
    now: tuple[str, str], before: tuple[str, str], months: int
) -> None:
    assert period(*now).previous() == period(*before)
    assert period(*now).months == months


@pytest.mark.parametrize(
    ("covered", "last", "missing"),
    [
        ("2026-07-31", "2026-10-31", 3),
        ("2026-09-30", "2026-10-31", 1),
        ("2026-10-20", "2026-10-31", 1),
        ("2025-12-31", "2026-01-31", 1),
    ],
)
def test_a_report_is_missing_for_every_month_not_covered_whole(
    covered: str, last: str, missing: int
) -> None:
    assert missing_months(date.fromisoformat(covered), date.fromisoformat(last)) == missing


def test_a_report_is_awaited_for_five_days_after_its_period() -> None:
    assert period("2026-10-01", "2026-10-31").due_on == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("first", "last", "part"),
    [
        ("2026-05-01", "2026-05-31", 5),
        ("2026-07-01", "2026-09-30", 3),
        ("2026-07-01", "2026-12-31", 2),
        ("2026-01-01", "2026-12-31", 1),
        ("2026-02-01", "2026-04-30", 0),
        ("2026-01-01", "2026-02-28", 0),
        ("2026-05-02", "2026-05-31", 0),
    ],
)
def test_a_month_a_quarter_or_a_half_has_its_place_in_the_year(
    first: str, last: str, part: int
) -> None:
    assert period(first, last).part == part
