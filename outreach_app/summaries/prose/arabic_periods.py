"""Named periods in Arabic: a month, a quarter, half a year, a year."""

from dataclasses import dataclass

from outreach_app.i18n import isolate
from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.arabic import month_name
from outreach_app.summaries.prose.periods import arabic_days, over_column

_QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")


@dataclass(frozen=True, slots=True)
class PeriodName:
    """«أكتوبر 2026» of a title, «شهر أكتوبر 2026» of a sentence, and both without the year."""

    title: str
    whole: str
    short: str
    short_whole: str
    feminine: bool = False


def name_of(period: Period) -> PeriodName | None:
    """Return the name of a period; None for a range of days that has none."""
    year = isolate(str(period.last.year))
    match period.months, period.part:
        case 1, _:
            month = month_name(period.last)
            return PeriodName(
                f"{month}\u00a0{year}", f"شهر {month}\u00a0{year}", month, f"شهر {month}"
            )
        case 3, part if part:
            name = f"الفصل {_QUARTERS[part - 1]}"
        case 6, part if part:
            name = f"النصف {_QUARTERS[part - 1]}"
        case 12, 1:
            return PeriodName(*4 * (f"سنة\u00a0{year}",), feminine=True)
        case _:
            return None
    whole = f"{name} من سنة\u00a0{year}"
    return PeriodName(whole, whole, name, name)


def named(period: Period) -> str:
    """Return «الفصل الأول من سنة 2026», or «الفترة السابقة (من … إلى غاية …)» of one without."""
    name = name_of(period)
    return name.whole if name else f"الفترة السابقة ({arabic_days(period)})"


def during_before(now: Period, before: Period) -> str:
    """Return when the period before was: «في شتنبر», «خلال الفصل الأول»."""
    name = name_of(before)
    if name is None:
        return "خلال الفترة السابقة"
    is_same_year = now.last.year == before.last.year
    if before.months == 1:
        return f"في {name.short if is_same_year else name.title}"
    return f"خلال {name.short_whole if is_same_year else name.whole}"


def to_before(now: Period, before: Period) -> str:
    """Return the period before after «خلافا»: «لشهر شتنبر», «للفصل الأول»."""
    name = name_of(before)
    if name is None:
        return "للفترة السابقة"
    whole = name.short_whole if now.last.year == before.last.year else name.whole
    return f"لل{whole.removeprefix('ال')}" if whole.startswith("ال") else f"ل{whole}"


def headings_of(now: Period, before: Period) -> tuple[str, str] | None:
    """Return the names of two periods over columns; None where either has none.

    Each has its year where the two lie in different ones.
    """
    first, then = name_of(now), name_of(before)
    if first is None or then is None:
        return None
    if now.last.year != before.last.year:
        return over_column(first.title), over_column(then.title)
    return over_column(first.short), over_column(then.short)
