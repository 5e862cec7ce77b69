"""Periods that are summarised: their days, and the preceding period of the same length."""

from dataclasses import dataclass
from datetime import date, timedelta

from outreach_app.rules.dates import add_months, last_of_month

# Days after a period within which its report is awaited.
_GRACE = timedelta(days=5)
_DAY = timedelta(days=1)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, both included."""

    first: date
    last: date

    @property
    def months(self) -> int:
        """Number of whole months; 0 if it begins or ends inside one."""
        is_whole = self.first.day == 1 and self.last == last_of_month(self.last)
        return months_between(self.first, self.last) + 1 if is_whole else 0

    @property
    def whole_months(self) -> "Period | None":
        """The whole months inside it; None without any."""
        first = self.first if self.first.day == 1 else last_of_month(self.first) + _DAY
        is_end = self.last == last_of_month(self.last)
        last = self.last if is_end else self.last.replace(day=1) - _DAY
        return Period(first, last) if first <= last else None

    def around(self, inner: "Period | None") -> list["Period"]:
        """Return the days before and after a period inside it; all of it around None."""
        if inner is None:
            return [self]
        parts = (Period(self.first, inner.first - _DAY), Period(inner.last + _DAY, self.last))
        return [part for part in parts if part.first <= part.last]

    @property
    def spans(self) -> list["Period"]:
        """The fewest years, quarters and months that whole months consist of."""
        found, first = list["Period"](), self.first
        while first <= self.last:
            lengths = (months for months in (12, 3, 1) if (first.month - 1) % months == 0)
            parts = (Period(first, add_months(first, months) - _DAY) for months in lengths)
            found.append(next(part for part in parts if part.last <= self.last))
            first = found[-1].last + _DAY
        return found

    @property
    def span(self) -> str:
        """The name of a month, quarter or year: `2026-10`, `2026Q4`, `2026`."""
        names = {1: f"{self.first:%Y-%m}", 3: f"{self.first:%Y}Q{self.part}"}
        return names.get(self.months, f"{self.first:%Y}")

    @property
    def part(self) -> int:
        """Which month, quarter or half of its year it is, from 1; 1 for a whole year.

        0 if the period is none of these.
        """
        months = self.months
        is_part = months in (1, 3, 6, 12) and (self.first.month - 1) % months == 0
        return (self.first.month - 1) // months + 1 if is_part else 0

    @property
    def is_quarter(self) -> bool:
        """Whether it is a quarter of the calendar."""
        return self.months == 3 and self.part > 0

    @property
    def due_on(self) -> date:
        """The day by which the precincts' reports of the period are due: none of a weekend."""
        day = self.last + _GRACE
        return day + timedelta(days=7 - day.weekday()) if day.weekday() > _FRIDAY else day

    def previous(self) -> "Period":
        """Return the period that ends the day before: as many whole months, or else days."""
        last = self.first - timedelta(days=1)
        if self.months:
            start = self.first.year * 12 + self.first.month - 1 - self.months
            return Period(date(start // 12, start % 12 + 1, 1), last)
        return Period(last - (self.last - self.first), last)


def last_whole_month(today: date) -> Period:
    """Return the calendar month before the one of that day."""
    last = today.replace(day=1) - _DAY
    return Period(last.replace(day=1), last)


def months_between(first: date, last: date) -> int:
    """Count the months from that of the first day to that of the last."""
    return (last.year - first.year) * 12 + last.month - first.month


def missing_months(covered: date, last: date) -> int:
    """Count the months over by `last` that reports up to `covered` do not cover whole."""
    return months_between(covered, last) + _is_cut(covered) - _is_cut(last)


def _is_cut(day: date) -> bool:
    """Return whether a day is not the last of its month."""
    return (day + timedelta(days=1)).day != 1
