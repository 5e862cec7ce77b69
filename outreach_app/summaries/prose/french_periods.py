"""Named periods in French: a month, a quarter, half a year, a year."""

from dataclasses import dataclass

from outreach_app.rules.periods import Period
from outreach_app.summaries.prose.french import de, month_name
from outreach_app.summaries.prose.periods import french_days, over_column

_ORDINALS = ("premier", "deuxième", "troisième", "quatrième")


@dataclass(frozen=True, slots=True)
class PeriodName:
    """« octobre 2026 », « d’octobre 2026 », « en octobre 2026 »; of a heading « octobre »."""

    title: str
    of: str
    during: str
    short: str
    short_during: str


def name_of(period: Period) -> PeriodName | None:
    """Return the name of a period; None for a range of days that has none."""
    year = str(period.last.year)
    match period.months, period.part:
        case 1, _:
            month = month_name(period.last)
            name = f"{month}\u00a0{year}"
            return PeriodName(name, de(name), f"en {name}", month, f"en {month}")
        case 3, part if part:
            noun = "trimestre"
        case 6, part if part:
            noun = "semestre"
        case 12, 1:
            whole = f"l’année\u00a0{year}"
            return PeriodName(
                f"année\u00a0{year}", f"de {whole}", f"au cours de {whole}", year, f"en\u00a0{year}"
            )
        case _:
            return None
    # Of two, the later is the second.
    ordinal = "second" if noun == "semestre" and period.part == 2 else _ORDINALS[period.part - 1]
    name = f"{ordinal} {noun}\u00a0{year}"
    short = f"{ordinal} {noun}"
    return PeriodName(name, f"du {name}", f"au {name}", short, f"au {short}")


def named(period: Period) -> str:
    """Return « du premier trimestre 2026 », or « de la période précédente (du … au …) »."""
    name = name_of(period)
    return name.of if name else f"de la période précédente ({french_days(period)})"


def during_before(now: Period, before: Period) -> str:
    """Return when the period before was: « en septembre », « au premier trimestre »."""
    name = name_of(before)
    if name is None:
        return "au cours de la période précédente"
    return name.short_during if now.last.year == before.last.year else name.during


def headings_of(now: Period, before: Period) -> tuple[str, str] | None:
    """Return the names of two periods over columns; None where either has none.

    Each has its year where the two lie in different ones.
    """
    first, then = name_of(now), name_of(before)
    if first is None or then is None:
        return None
    if now.last.year != before.last.year:
        return over_column(first.title.capitalize()), over_column(then.title.capitalize())
    return over_column(first.short.capitalize()), over_column(then.short.capitalize())
