"""The days of a repeated meeting: at a fixed interval, and on working days only."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.rules.dates import add_months
from outreach_app.rules.working_days import WorkingDays

MAX_REPEATED = 52


class Every(StrEnum):
    """How often a meeting is repeated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class RepeatedDay:
    """A day of a series; `due` is the day without moving it to a working day."""

    day: date
    due: date


def repeated_days(first: date, every: Every, times: int, working: WorkingDays) -> list[RepeatedDay]:
    """Return the days that follow the first, each moved to the next working day.

    Those of every day are the next working days: moved, several would meet on one.
    """
    if every is Every.DAY:
        return _working_days(first, times, working)
    return [RepeatedDay(_put_off(due, working), due) for due in _due_days(first, every, times)]


def _due_days(first: date, every: Every, times: int) -> list[date]:
    numbers = range(1, times + 1)
    if every is Every.WEEK:
        return [first + timedelta(weeks=number) for number in numbers]
    months = 1 if every is Every.MONTH else 3
    return [add_months(first, months * number) for number in numbers]


def _working_days(first: date, times: int, working: WorkingDays) -> list[RepeatedDay]:
    days: list[RepeatedDay] = []
    while len(days) < times:
        first = _put_off(first + timedelta(days=1), working)
        days.append(RepeatedDay(first, first))
    return days


def _put_off(day: date, working: WorkingDays) -> date:
    while working.hours_on(day) is None:
        day += timedelta(days=1)
    return day
