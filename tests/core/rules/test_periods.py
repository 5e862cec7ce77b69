"""Periods, the ones before them, and the reports missing in them."""

from datetime import date

import pytest

from outreach_app.rules.periods import (
    Period,
    last_whole_month,
    missing_months,
)


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
    ("whole", "inner", "around"),
    [
        (("2026-09-10", "2026-12-05"), ("2026-10-01", "2026-11-30"),
         [("2026-09-10", "2026-09-30"), ("2026-12-01", "2026-12-05")]),
        (("2026-01-01", "2026-03-31"), ("2026-01-01", "2026-03-31"), []),
        (("2026-10-05", "2026-11-20"), None, [("2026-10-05", "2026-11-20")]),
        (("2026-02-02", "2026-03-31"), ("2026-03-01", "2026-03-31"),
         [("2026-02-02", "2026-02-28")]),
    ],
)  # fmt: skip
def test_whole_months_and_the_days_around_them_are_the_period(
    whole: tuple[str, str], inner: tuple[str, str] | None, around: list[tuple[str, str]]
) -> None:
    months = period(*inner) if inner else None
    assert period(*whole).whole_months == months
    assert period(*whole).around(months) == [period(*days) for days in around]


@pytest.mark.parametrize(
    ("covered", "last", "missing"),
    [
        ("2026-07-31", "2026-10-31", 3),
        ("2026-09-30", "2026-10-31", 1),
        ("2026-10-20", "2026-10-31", 1),
        ("2025-12-31", "2026-01-31", 1),
        # A month that is not over on that day lacks no report yet.
        ("2026-04-16", "2026-05-22", 1),
        ("2026-04-30", "2026-05-22", 0),
        ("2026-05-10", "2026-05-22", 0),
    ],
)
def test_a_report_is_missing_for_every_month_not_covered_whole(
    covered: str, last: str, missing: int
) -> None:
    assert missing_months(date.fromisoformat(covered), date.fromisoformat(last)) == missing


def test_a_report_is_awaited_for_five_days_after_its_period() -> None:
    assert period("2026-10-01", "2026-10-31").due_on == date(2026, 11, 5)
    assert period("2026-11-01", "2026-11-30").due_on == date(2026, 12, 7)  # after a Saturday
    assert period("2027-01-01", "2027-01-31").due_on == date(2027, 2, 5)


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


@pytest.mark.parametrize(
    ("first", "last", "is_quarter"),
    [
        ("2026-07-01", "2026-09-30", True),
        ("2026-08-01", "2026-10-31", False),
        ("2026-07-01", "2026-07-31", False),
        ("2026-01-01", "2026-06-30", False),
    ],
)
def test_only_a_quarter_of_the_calendar_is_a_quarter(
    first: str, last: str, is_quarter: bool
) -> None:
    assert period(first, last).is_quarter is is_quarter


@pytest.mark.parametrize(
    ("today", "month"),
    [
        ("2026-11-30", ("2026-10-01", "2026-10-31")),
        ("2026-12-01", ("2026-11-01", "2026-11-30")),
        ("2027-01-15", ("2026-12-01", "2026-12-31")),
        ("2028-03-31", ("2028-02-01", "2028-02-29")),
    ],
)
def test_the_last_whole_month_is_the_one_before(today: str, month: tuple[str, str]) -> None:
    assert last_whole_month(date.fromisoformat(today)) == period(*month)


@pytest.mark.parametrize(
    ("first", "last", "spans"),
    [
        ("2026-10-01", "2026-10-31", ["2026-10"]),
        ("2026-10-01", "2026-12-31", ["2026Q4"]),
        ("2026-01-01", "2026-12-31", ["2026"]),
        ("2026-09-01", "2026-11-30", ["2026-09", "2026-10", "2026-11"]),
        ("2024-12-01", "2026-04-30", ["2024-12", "2025", "2026Q1", "2026-04"]),
        ("2025-04-01", "2026-03-31", ["2025Q2", "2025Q3", "2025Q4", "2026Q1"]),
    ],
)
def test_whole_months_are_the_fewest_years_quarters_and_months(
    first: str, last: str, spans: list[str]
) -> None:
    parts = period(first, last).spans
    assert [part.span for part in parts] == spans
    assert (parts[0].first, parts[-1].last) == (date.fromisoformat(first), date.fromisoformat(last))
