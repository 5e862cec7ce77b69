"""Working days of a Moroccan office: public holidays, Ramadan, hours, where nothing is proposed."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

import holidays
from hijridate import Gregorian

from outreach_app.i18n import Language

FRIDAY = 4
_RAMADAN = 9
# How the library marks the feasts whose day the sighting of the moon decides.
_EXPECTED = {Language.ARABIC: " (تقديري)", Language.FRENCH: " (estimé)"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday; one that is `is_expected` may fall a day earlier or later."""

    day: date
    ar: str
    fr: str
    is_expected: bool

    def label(self, language: Language) -> str:
        return self.ar if language is Language.ARABIC else self.fr


@cache
def public_holidays(year: int) -> dict[date, Holiday]:
    """The public holidays of a year, by day."""
    arabic, french = (_named(year, language) for language in Language)
    return {
        day: Holiday(
            day,
            arabic[day].removesuffix(_EXPECTED[Language.ARABIC]),
            french[day].removesuffix(_EXPECTED[Language.FRENCH]),
            is_expected=arabic[day].endswith(_EXPECTED[Language.ARABIC]),
        )
        for day in sorted(arabic)
    }


def holiday_on(day: date) -> Holiday | None:
    """The public holiday of a day."""
    return public_holidays(day.year).get(day)


def is_ramadan(day: date, offset: int = 0) -> bool:
    """Whether a day is in Ramadan; `offset` days between the sighting and the computed calendar."""
    shifted = day - timedelta(days=offset)
    return Gregorian(shifted.year, shifted.month, shifted.day).to_hijri().month == _RAMADAN


def working_hours(day: date, offset: int = 0) -> tuple[time, time] | None:
    """From when to when the office works; None at the week's end and on a public holiday."""
    if day.weekday() > FRIDAY or holiday_on(day):
        return None
    return (time(9), time(15)) if is_ramadan(day, offset) else (time(8, 30), time(16, 30))


def is_proposed(day: date, at: time, offset: int = 0) -> bool:
    """Whether a meeting may be proposed then: in working hours, and not at Friday's prayer."""
    hours = working_hours(day, offset)
    is_prayer = day.weekday() == FRIDAY and time(12) <= at < time(15)
    return hours is not None and hours[0] <= at < hours[1] and not is_prayer


def _named(year: int, language: Language) -> dict[date, str]:
    named = holidays.country_holidays("MA", years=[year], language=language.value)
    return {day: name.replace("'", "\u2019") for day, name in named.items()}
