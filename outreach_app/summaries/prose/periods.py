"""The names of periods: months, quarters, half-years, years, and any other days."""

from enum import StrEnum

from outreach_app.i18n import isolate
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose import arabic, french


class Length(StrEnum):
    """The forms of a period's name."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    RANGE = "range"


_LENGTHS = {1: Length.MONTH, 3: Length.QUARTER, 6: Length.HALF, 12: Length.YEAR}
_FRENCH_HALVES = ("premier", "second")
_FRENCH_ORDINALS = ("premier", "deuxième", "troisième", "quatrième")
_ARABIC_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع")


def length_of(period: Period) -> Length:
    """Return what a period is: whole months count only where they are a part of the year."""
    months = period.months
    if months not in _LENGTHS or (period.first.month - 1) % months:
        return Length.RANGE
    return _LENGTHS[months]


def french_name(period: Period) -> str:
    """Return « octobre 2026 », « troisième trimestre 2026 », « du 1er au 15 septembre 2026 »."""
    year, place = period.last.year, _place(period)
    match length_of(period):
        case Length.MONTH:
            return f"{french.month_name(period.last)}\u00a0{year}"
        case Length.QUARTER:
            return f"{_FRENCH_ORDINALS[place]} trimestre\u00a0{year}"
        case Length.HALF:
            return f"{_FRENCH_HALVES[place]} semestre\u00a0{year}"
        case Length.YEAR:
            return f"année\u00a0{year}"
        case Length.RANGE:
            return french_days(period)


def french_days(period: Period) -> str:
    """Return « du 1er au 31 octobre 2026 », each part as short as the other allows; or one day."""
    if period.first == period.last:
        return f"le {french.full_date(period.last)}"
    return f"du {french_first(period)} au {french.full_date(period.last)}"


def french_covered(period: Period) -> tuple[str, str]:
    """Return « la période » and its days; « la journée » and « du 14 octobre 2026 » of one day."""
    if period.first == period.last:
        return "la journée ", f"du {french.full_date(period.last)}"
    return "la période ", french_days(period)


def french_first(period: Period) -> str:
    """Return the first day without what it shares with the last: « 1er », « 30 avril »."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return "1er" if first.day == 1 else str(first.day)
    return french.day_and_month(first) if first.year == last.year else french.full_date(first)


def french_months(period: Period) -> str:
    """Return « de janvier à juin 2026 », « d’octobre 2025 à mars 2026 », « en mars 2026 »."""
    first, last = period.first, period.last
    end = f"{french.month_name(last)}\u00a0{last.year}"
    if period.months == 1:
        return f"en {end}"
    year = "" if first.year == last.year else f"\u00a0{first.year}"
    return f"{french.de(french.month_name(first))}{year} à {end}"


def arabic_months(period: Period) -> str:
    """Return «من يناير إلى يونيو 2026», «من أكتوبر 2025 إلى مارس 2026», «مارس 2026»."""
    first, last = period.first, period.last
    end = f"{arabic.month_name(last)}\u00a0{isolate(str(last.year))}"
    if period.months == 1:
        return end
    year = "" if first.year == last.year else f"\u00a0{isolate(str(first.year))}"
    return f"من {arabic.month_name(first)}{year} إلى {end}"


def arabic_name(period: Period) -> str:
    """Return «شهر أكتوبر 2026», «الفصل الثالث من سنة 2026», «من فاتح إلى غاية 15 شتنبر 2026»."""
    year, place = isolate(str(period.last.year)), _place(period)
    match length_of(period):
        case Length.MONTH:
            return f"شهر {arabic.month_name(period.last)}\u00a0{year}"
        case Length.QUARTER:
            return f"الفصل {_ARABIC_ORDINALS[place]} من سنة\u00a0{year}"
        case Length.HALF:
            return f"النصف {_ARABIC_ORDINALS[place]} من سنة\u00a0{year}"
        case Length.YEAR:
            return f"سنة\u00a0{year}"
        case Length.RANGE:
            return arabic_days(period)


def arabic_days(period: Period) -> str:
    """Return «من فاتح إلى غاية 15 أكتوبر 2026», each part as short as it may be; or one day."""
    if period.first == period.last:
        return f"يوم {arabic.full_date(period.last)}"
    return f"من {arabic_first(period)} إلى غاية {arabic.full_date(period.last)}"


def arabic_covered(period: Period) -> tuple[str, str]:
    """Return «الفترة» and its days, or one day alone."""
    return ("" if period.first == period.last else "الفترة "), arabic_days(period)


def arabic_first(period: Period) -> str:
    """Return the first day without what it shares with the last: «فاتح»، «30 أبريل»."""
    first, last = period.first, period.last
    day = "فاتح" if first.day == 1 else isolate(str(first.day))
    if (first.year, first.month) == (last.year, last.month):
        return day
    if first.year == last.year:
        return f"{day}\u00a0{arabic.month_name(first)}"
    return arabic.full_date(first)


def _place(period: Period) -> int:
    """Return which quarter or half of its year a period is, from 0."""
    return (period.first.month - 1) // max(period.months, 1)


def over_column(name: str) -> str:
    """Return the name of a period as a heading: a column may be narrower than it."""
    return name.replace("\u00a0", " ")
