"""Working days and hours of a Moroccan office, with public holidays and Ramadan."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from outreach_app.i18n import Language

FRIDAY = 4
FRIDAY_PRAYER = time(12), time(15)  # when nothing is proposed
# The hours of public offices outside Ramadan.
USUAL_HOURS = time(8, 30), time(16, 30)
_RAMADAN, _RAMADAN_HOURS = 9, (time(9), time(15))
# The library's marks for feasts whose day depends on the sighting of the moon.
_EXPECTED = {Language.ARABIC: " (تقديري)", Language.FRENCH: " (estimé)"}
# French names that the library does not write as official texts do.
_OFFICIAL = {
    "Nouvel an": "Nouvel An",
    "Nouvel an Amazigh": "Nouvel An amazigh",
    "Manifeste de l\u2019indépendance": "Manifeste de l\u2019Indépendance",
    "La révolution du roi et du peuple": "Révolution du Roi et du Peuple",
    "La marche verte": "Marche verte",
    "Fête de l\u2019indépendance": "Fête de l\u2019Indépendance",
    "Nouvel an musulman": "Nouvel An musulman",
    "Anniversaire du prophète": "Anniversaire du Prophète",
}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off; one that is `is_expected` may fall a day earlier or later."""

    day: date
    ar: str
    fr: str
    is_expected: bool = False

    def label(self, language: Language) -> str:
        return self.ar if language is Language.ARABIC else self.fr


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """An office's working time, as its chief set it.

    `usual` are its hours outside Ramadan, `offset` the days between the computed calendar and the
    sighting of the moon, `days_off` those declared besides the public holidays.
    """

    usual: tuple[time, time] = USUAL_HOURS
    offset: int = 0
    days_off: tuple[Holiday, ...] = ()

    def holiday_on(self, day: date) -> Holiday | None:
        """Return the holiday on a day, with all its names joined; None for an ordinary day."""
        computed = self._computed(day)
        found = [
            *(each for each in self.days_off if each.day == day),
            *(each for each in _holidays_on(day) if not each.is_expected),
            *(each for each in _holidays_on(computed) if each.is_expected),
        ]
        if not found:
            return None
        arabic, french = (
            " · ".join(each.label(language) for each in found) for language in Language
        )
        return Holiday(day, arabic, french, is_expected=all(each.is_expected for each in found))

    def is_ramadan(self, day: date) -> bool:
        """Return whether a day is in Ramadan; False after the computed calendar ends, in 2077."""
        from hijridate import Gregorian  # noqa: PLC0415  see _holiday_names

        computed = self._computed(day)
        try:
            hijri = Gregorian(computed.year, computed.month, computed.day).to_hijri()
        except OverflowError:
            return False
        return hijri.month == _RAMADAN

    def hours_on(self, day: date) -> tuple[time, time] | None:
        """Return the office's hours on a day; None at the weekend and on a day off."""
        if day.weekday() > FRIDAY or self.holiday_on(day):
            return None
        return _RAMADAN_HOURS if self.is_ramadan(day) else self.usual

    def _computed(self, day: date) -> date:
        """Return the day of the computed calendar for a sighted one."""
        return day - timedelta(days=self.offset)


def meets_friday_prayer(day: date, starts_at: time | None, ends_at: time | None) -> bool:
    """Return whether a meeting is in the hours of the Friday prayer; its hours may be unknown."""
    first, last = FRIDAY_PRAYER
    if day.weekday() != FRIDAY or starts_at is None or starts_at >= last:
        return False
    return starts_at >= first or (ends_at is not None and ends_at > first)


@cache
def public_holidays(year: int) -> tuple[Holiday, ...]:
    """Return the public holidays of a year by day, the expected ones as computed."""
    arabic, french = (_holiday_names(year, language) for language in Language)
    return tuple(
        Holiday(
            day,
            ar.removesuffix(_EXPECTED[Language.ARABIC]),
            _official(fr.removesuffix(_EXPECTED[Language.FRENCH])),
            is_expected=ar.endswith(_EXPECTED[Language.ARABIC]),
        )
        for day in sorted(arabic)
        for ar, fr in zip(arabic[day], french[day], strict=True)
    )


def _official(name: str) -> str:
    """Return the French name of a holiday as official texts write it."""
    return _OFFICIAL.get(name, name)


def _holidays_on(day: date) -> list[Holiday]:
    return [each for each in public_holidays(day.year) if each.day == day]


def _holiday_names(year: int, language: Language) -> dict[date, list[str]]:
    """Return the names of each day of a year, expected feasts last, so that languages match."""
    # The settings are read before the window is first painted, which does not need the calendars.
    import holidays  # noqa: PLC0415

    named = holidays.country_holidays("MA", years=[year], language=language.value)
    return {
        day: sorted(
            (name.replace("'", "\u2019") for name in named.get_list(day)),
            key=lambda name: name.endswith(_EXPECTED[language]),
        )
        for day in named
    }
