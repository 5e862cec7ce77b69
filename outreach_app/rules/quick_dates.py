"""Dates as people say them: 10/12, 15 دجنبر, +15, demain, الخميس, fin du mois."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from outreach_app.rules.dates import add_months, last_of_month, parse_date
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.text import clean_line

_DAY_AND_MONTH = re.compile(
    r"(?P<day>\d{1,2})(?: ?[/.\-\u060d ] ?(?P<month>\d{1,2})|(?<=\d\d)(?P<joined>\d{2}))"
)
_AHEAD = re.compile(r"\+ ?(?P<number>\d{1,3}) ?(?P<unit>[^\W\d]*)")
# As a person says it: « dans 10 jours », «بعد أسبوع», « il y a 2 semaines », «قبل 3 أيام».
_SAID = re.compile(
    r"(?P<way>dans|d ici|apres|بعد|خلال|il y a|قبل|منذ) (?:(?P<number>\d{1,3}|un|une) )?"
    r"(?P<unit>[^\W\d]+)"
)
_BACK = ("il y a", "قبل", "منذ")
_PAIRS = {"يومين": ("يوم", 2), "اسبوعين": ("اسبوع", 2), "شهرين": ("شهر", 2)}
_UNITS = {
    "days": ("", "j", "jour", "jours", "ي", "يوم", "يوما", "ايام"),
    "weeks": ("s", "sem", "semaine", "semaines", "س", "اسبوع", "اسبوعا", "اسابيع"),
    "months": ("m", "mois", "ش", "شهر", "شهرا", "اشهر", "شهور"),
}
_NAMED = {
    -1: ("hier", "امس"),
    0: ("auj", "aujourdhui", "يوم"),
    1: ("demain", "غد", "غدا"),
    2: ("apres demain", "بعد غد"),
}
_MONTH_ENDS = ("fin du mois", "fin de mois", "نهايه شهر", "اخر شهر")
# From Monday, which is 0 in Python.
_WEEKDAYS = (
    ("lundi", "اثنين"),
    ("mardi", "ثلاثا"),
    ("mercredi", "اربعا"),
    ("jeudi", "خميس"),
    ("vendredi", "جمعه"),
    ("samedi", "سبت"),
    ("dimanche", "احد"),
)
_MONTHS = (
    ("janvier", "يناير"),
    ("fevrier", "فبراير"),
    ("mars", "مارس"),
    ("avril", "ابريل"),
    ("mai", "ماي", "مايو"),
    ("juin", "يونيو"),
    ("juillet", "يوليوز", "يوليو"),
    ("aout", "غشت", "اغسطس"),
    ("septembre", "شتنبر", "سبتمبر"),
    ("octobre", "اكتوبر"),
    ("novembre", "نونبر", "نوفمبر"),
    ("decembre", "دجنبر", "ديسمبر"),
)
_BEFORE_MONTHS = ("en", "de", "du", "mois", "au", "شهر", "في", "من", "خلال")
_WITH_MONTH = re.compile(
    r"(?:le )?(?:(?P<day>\d{1,2})(?:er)?|فاتح)(?: من)?(?: شهر)? (?P<month>[^\W\d_]+)"
    r"(?: (?P<year>\d{4}|\d{2}))?"
)
# « mardi 14 avril 2026 », «يوم الثلاثاء 14/04/2026».
_AFTER_WEEKDAY = re.compile(r"(?:يوم )?(?P<weekday>[^\W\d_]+)[.,،]? (?P<dated>.*\d{2})")
_MIN = 3  # letters that identify a month or a day of the week, an Arabic article included
_LEAP = 8  # the most years between two 29 February


def read_day(
    typed: str, today: date, *, is_past: bool = False, since: date | None = None
) -> date | None:
    """Return the date that was typed, in a form of `parse_date` or a shorter one.

    A month may be named, after its day. Day and month alone are the next such date, today included;
    with `is_past`, the last one. A weekday is the next one, or the last one, never today. The end
    of what began on `since` is the first such day or weekday from it on. None for anything else.
    """
    line = clean_line(typed)
    return (
        read_dated(line)
        or _without_year(line, since or today, is_past=is_past and since is None)
        or _with_month(fold_words(line), since or today, is_past=is_past and since is None)
        or _ahead(line, today)
        or _said(fold_words(line), today)
        or _named_day(fold_words(line), today)
        or _weekday(fold_words(line), today, is_past=is_past, since=since)
    )


def read_dated(typed: str) -> date | None:
    """Return a date that is typed with its year, in a form of `parse_date` or with its month named.

    Its weekday may precede it; None if the date is of another one.
    """
    line = clean_line(typed)
    found = _AFTER_WEEKDAY.fullmatch(line)
    weekday = _number_of_weekday(fold_words(found["weekday"])) if found else None
    if found and weekday is not None:
        line = found["dated"]
    day = parse_date(line) or _with_month_and_year(fold_words(line))
    return day if day and weekday in (None, day.weekday()) else None


def _with_month_and_year(words: str) -> date | None:
    found = _WITH_MONTH.fullmatch(words)
    if not found or not found["year"]:
        return None
    month = _number_of_month(found["month"])
    return parse_date(f"{found['day'] or 1}/{month}/{found['year']}") if month else None


def _without_year(line: str, today: date, *, is_past: bool) -> date | None:
    found = _DAY_AND_MONTH.fullmatch(line)
    if not found:
        return None
    month = int(found["month"] or found["joined"])
    return _nearest(int(found["day"]), month, today, is_past=is_past)


def _with_month(words: str, today: date, *, is_past: bool) -> date | None:
    found = _WITH_MONTH.fullmatch(words)
    month = _number_of_month(found["month"]) if found else None
    if not found or month is None or found["year"]:
        return None
    return _nearest(int(found["day"] or 1), month, today, is_past=is_past)


def find_month(typed: str, today: date) -> tuple[date, str] | None:
    """Return the first day of the month that is named among words, and the other words.

    Without a year it is the last such month, the current one included. None if none is named.
    """
    words = typed.split()
    for place, word in enumerate(words):
        month = next((at for at, names in enumerate(_MONTHS, 1) if fold_words(word) in names), None)
        if month is None:
            continue
        year = "".join(map(fold_words, words[place + 1 : place + 2]))
        has_year = len(year) == 4 and year.isdecimal() and int(year) > 0
        number = int(year) if has_year else today.year - (month > today.month)
        before = words[:place]
        while before and fold_words(before[-1]) in _BEFORE_MONTHS:
            before.pop()
        return date(number, month, 1), " ".join([*before, *words[place + 1 + has_year :]])
    return None


def _number_of_month(said: str) -> int | None:
    """Return the month with this name; None for too few letters (`jui` begins two)."""
    if len(said) < _MIN:
        return None
    begun = [
        number
        for number, names in enumerate(_MONTHS, start=1)
        if any(name.startswith(said) for name in names)
    ]
    return begun[0] if len(begun) == 1 else None


def _nearest(day: int, month: int, today: date, *, is_past: bool) -> date | None:
    """Return the next such day from today on, or the last one until today."""
    days = _same_days(day, month, today.year)
    if is_past:
        return max((day for day in days if day <= today), default=None)
    return min((day for day in days if day >= today), default=None)


def _same_days(day: int, month: int, year: int) -> Iterator[date]:
    """Yield a day in the years around one, if it exists."""
    for near in range(year - _LEAP, year + _LEAP + 1):
        try:
            yield date(near, month, day)
        except ValueError:
            continue


def _ahead(line: str, today: date) -> date | None:
    # Who reads from the right sees the sign of "+15" after the digits, and types it there.
    found = _AHEAD.fullmatch(f"+{line[:-1]}" if line.endswith("+") else line)
    if not found:
        return None
    return _after(int(found["number"]), fold_words(found["unit"]), today)


def _said(words: str, today: date) -> date | None:
    found = _SAID.fullmatch(words)
    if not found:
        return None
    unit, number = _PAIRS.get(found["unit"], (found["unit"], 1))
    if found["number"] and found["number"].isdigit():
        number = int(found["number"])
    return _after(-number if found["way"] in _BACK else number, unit, today)


def _after(number: int, unit: str, today: date) -> date | None:
    if unit in _UNITS["days"]:
        return today + timedelta(days=number)
    if unit in _UNITS["weeks"]:
        return today + timedelta(weeks=number)
    return add_months(today, number) if unit in _UNITS["months"] else None


def _named_day(words: str, today: date) -> date | None:
    said = " ".join(bare(word) for word in words.split())
    for days, names in _NAMED.items():
        if said in names:
            return today + timedelta(days=days)
    if said in _MONTH_ENDS:
        return last_of_month(today)
    return None


def _weekday(words: str, today: date, *, is_past: bool, since: date | None) -> date | None:
    weekday = _number_of_weekday(words.removeprefix("يوم "))
    if weekday is None:
        return None
    if since is not None:
        return since + timedelta(days=(weekday - since.weekday()) % 7)
    if is_past:
        return today - timedelta(days=(today.weekday() - weekday) % 7 or 7)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _number_of_weekday(said: str) -> int | None:
    if len(said) < _MIN:
        return None
    for place, names in enumerate(_WEEKDAYS):
        if any(name.startswith(bare(said)) for name in names):
            return place
    return None
