"""Meetings are repeated regularly, on working days."""

from datetime import date

import pytest

from outreach_app.rules.repetition import Every, RepeatedDay, repeated_days
from outreach_app.rules.working_days import WorkingDays

AS_COMPUTED = WorkingDays()


@pytest.mark.parametrize(
    ("every", "days"),
    [
        (Every.DAY, [date(2026, 9, 9), date(2026, 9, 10), date(2026, 9, 11)]),
        (Every.WEEK, [date(2026, 9, 15), date(2026, 9, 22), date(2026, 9, 29)]),
        (Every.MONTH, [date(2026, 10, 8), date(2026, 11, 9), date(2026, 12, 8)]),
        (Every.QUARTER, [date(2026, 12, 8), date(2027, 3, 8), date(2027, 6, 8)]),
    ],
)
def test_the_days_that_follow_the_first(every: Every, days: list[date]) -> None:
    # 8 November 2026 is a Sunday; 9 March 2027 would be the end of Ramadan's feast.
    assert [each.day for each in repeated_days(date(2026, 9, 8), every, 3, AS_COMPUTED)] == days


def test_every_day_goes_on_after_the_days_off() -> None:
    days = [each.day for each in repeated_days(date(2026, 11, 12), Every.DAY, 4, AS_COMPUTED)]
    # The 14th and the 15th are a week-end, the 18th is a public holiday.
    assert days == [date(2026, 11, day) for day in (13, 16, 17, 19)]


def test_a_month_without_that_day_ends_before_it() -> None:
    found = repeated_days(date(2026, 1, 30), Every.MONTH, 1, AS_COMPUTED)
    assert found == [RepeatedDay(day=date(2026, 3, 2), due=date(2026, 2, 28))]  # a Saturday


def test_a_day_is_put_off_by_as_little_as_may_be() -> None:
    # 18 November 2026, a Wednesday, is a public holiday.
    (found,) = repeated_days(date(2026, 11, 11), Every.WEEK, 1, AS_COMPUTED)
    assert found == RepeatedDay(day=date(2026, 11, 19), due=date(2026, 11, 18))
