"""Dates in a folded note, with their places."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from outreach_app.notes.cues import any_of, values
from outreach_app.notes.text import Span
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR, add_months

_GRACE = timedelta(days=5)  # a date just past is more likely a slip than one of next year
_MONTH = rf"(?P<month>{any_of('month')})(?![^\W_])"
_ORDINAL = "|".join(
    word for word in sorted(values("ordinal"), key=len, reverse=True) if " " not in word
)
_YEAR = r"(?P<year>20\d\d)"
# Scanners read O for 0 and l for 1.
_TWO = r"\d[\dol]?|o\d"
SCANNED = str.maketrans("ol", "01")
_ISO = rf"(?<!\d){_YEAR}[/.-](?P<number>\d{{1,2}})[/.-](?P<day>\d{{1,2}})(?!\d)"
_NUMBERS = (
    rf"(?<![\w/.:])(?P<day>{_TWO})\s?(?P<sign>[/.-])\s?(?P<number>{_TWO})"
    r"(?:\s?(?P=sign)\s?(?P<year>[\dol]{4}|\d\d))?(?![\w/]|[:.]\d)"
)
_NAMED = (
    r"(?<![^\W_])(?P<day>\d{1,2})(?:er)?(?:\s(?:et|و)\s?\d{1,2})?\s(?:من شهر |من |شهر )?"
    rf"{_MONTH}\.?(?:\s?(?:سنه|عام|,)?\s?{_YEAR})?"
)
_IN_WORDS = (
    rf"(?<![^\W_])(?P<ordinal>{_ORDINAL})(?P<tens> عشر| والعشرين| والعشرون| والثلاثين)?"
    rf"(?: من)?(?: شهر)? {_MONTH}(?:\s?(?:سنه|عام)?\s?{_YEAR})?"
)
_WRITTEN = tuple(map(re.compile, (_ISO, _NUMBERS, _NAMED, _IN_WORDS)))
_TENS = {" عشر": 10, " والعشرين": 20, " والعشرون": 20, " والثلاثين": 30}
_LAST_OF = re.compile(r"قبل|avant|d'ici|jusqu")
_UNITS = {  # days, months
    "jour": (1, 0), "jours": (1, 0), "يوم": (1, 0), "يوما": (1, 0), "ايام": (1, 0),
    "semaine": (7, 0), "semaines": (7, 0), "اسبوع": (7, 0), "اسابيع": (7, 0),
    "ساعه": (1 / 24, 0), "heures": (1 / 24, 0), "h": (1 / 24, 0), "اسبوعين": (14, 0),
    "mois": (0, 1), "شهر": (0, 1), "اشهر": (0, 1), "شهرين": (0, 2),
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_WEEKDAY = re.compile(
    r"(?<![^\W_])(?:[وف]?(?:(?:يوم |نهار )(?:ال)?|ال|لل|ل)(?P<arabic>[\u0621-\u064a]{3,})"
    r"|(?P<french>[a-z]{5,}))"
)
_EVERY = re.compile(r"(?:كل(?: يوم)?|chaque|tous les|les|ايام)\s$")


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A date as it is written; `year` is None if it was left out."""

    span: Span
    day: int
    month: int
    year: int | None

    def last_before(self, today: date) -> date | None:
        """Return the date; without a year, the last such one up to today."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        found = _date(today.year, self.month, self.day)
        past = _date(today.year - 1, self.month, self.day)
        return found if found is not None and found <= today else past

    def first_after(self, day: date) -> date | None:
        """Return the date; without a year, the first such one from a day on."""
        if self.year is not None:
            return _date(self.year, self.month, self.day)
        found = _date(day.year, self.month, self.day)
        if found is not None and found < day - _GRACE:
            return _date(day.year + 1, self.month, self.day)
        return found


def written_days(folded: str) -> list[WrittenDay]:
    """Return every written date in the order of the text, without impossible ones."""
    found: list[WrittenDay] = []
    for pattern in _WRITTEN:
        for match in pattern.finditer(folded):
            day = _date_of(match)
            if day is not None and not any(day.span.meets(other.span) for other in found):
                found.append(day)
    return sorted(found, key=lambda day: day.span)


def due_day(folded: str, held_on: date) -> tuple[date, Span] | None:
    """Return the date by which something is due, relative to the meeting's, and its place."""
    written = written_days(folded)
    if written:
        last = written[-1] if _LAST_OF.search(folded) else written[0]
        if (day := last.first_after(held_on)) is not None:
            return day, last.span
    for pattern, reckon in _reckonings():
        match = pattern.search(folded)
        if match is not None and (day := reckon(match, held_on)) is not None:
            return day, Span(*match.span())
    return _on_weekday(folded, held_on)


def _on_weekday(folded: str, held_on: date) -> tuple[date, Span] | None:
    for match in _WEEKDAY.finditer(folded):
        weekday = values("weekday").get(match["arabic"] or match["french"])
        # «كل جمعة», «tous les samedis»: not a day on which it is done.
        if weekday is not None and not _EVERY.search(folded[: match.start()]):
            ahead = (weekday - held_on.weekday()) % 7 or 7
            return held_on + timedelta(days=ahead), Span(*match.span())
    return None


_Reckon = Callable[[re.Match[str], date], date | None]


@cache
def _reckonings() -> list[tuple[re.Pattern[str], _Reckon]]:
    """Return the patterns of dates that are relative to the meeting's, the nearer ones first."""
    month = any_of("month")
    number = any_of("number")
    within = r"(?:في )?(?:خلال|داخل|في|غضون|ظرف|بعد)(?: اجل| ظرف)?(?: لا يتجاوز| اقصاه)?"
    inside = r"(?:sous|d'ici|dans|delai d[e']|dans l'espace d[e'])"
    of_month = r"(?:le )?(?:شهر |mois d[e'] ?|d[e'] ?)?"
    said: list[tuple[str, _Reckon]] = [
        (rf"(?:متم|نهايه|اخر)(?: شهر)? (?P<month>{month})|\bfin (?P<fr>{month})", _month_end),
        (
            rf"(?:طيله|خلال|pendant|durant|courant|au cours d[eu])\s?{of_month}(?P<month>{month})",
            _month_end,
        ),
        (rf"(?:منتصف|mi-)\s?(?:شهر )?(?P<month>{month})", _month_middle),
        (
            r"(?:نهايه|متم|اخر)(?: هذا)?(?: ال)? ?الشهر|fin d[ue] (?:ce )?mois|\bce mois",
            _this_month,
        ),
        (r"sous huitaine|\bhuit jours|huitaine", lambda _found, day: day + timedelta(days=8)),
        (r"\bquinze jours|\bquinzaine", lambda _found, day: day + timedelta(days=15)),
        (rf"{within} (?P<number>\d{{1,3}}|{number}) (?P<unit>{_UNIT})(?![^\W_])", _ahead),
        (
            rf"{inside} ?(?P<number>\d{{1,3}}|{number}) (?P<unit>{_UNIT})(?![^\W_])",
            _ahead,
        ),
        (rf"{within} (?P<unit>{_UNIT})(?![^\W_])", _ahead),
        (
            r"(?:ال)?اسبوع (?:ال)?(?:مقبل|قادم|جاي|موالي)|semaine prochaine|lasemaine jaya",
            lambda _found, day: day + timedelta(days=7),
        ),
        (
            r"نهايه الاسبوع|هذا الاسبوع|هاد السيمانه|الاسبوع الجاري|cette semaine|week.?end",
            lambda _found, day: day + timedelta(days=6 - day.weekday()),
        ),
        (r"(?<![^\W_])(?:غدا|الغد|demain|ghedda)(?![^\W_])", lambda _f, day: day + timedelta(1)),
        (r"(?<![^\W_])(?:فورا|حالا|immediat\w*|sans delai|des maintenant)", lambda _f, day: day),
    ]
    return [(re.compile(pattern), reckon) for pattern, reckon in said]


def _ahead(found: re.Match[str], day: date) -> date | None:
    said = found.groupdict().get("number") or "1"
    number = int(said) if said.isdecimal() else values("number")[said]
    days, months = _UNITS[found["unit"]]
    return add_months(day + timedelta(days=days * number), months * number)


def _month_end(found: re.Match[str], day: date) -> date | None:
    name = found["month"] or found["fr"]
    return _this_month(found, _coming(values("month")[name], day))


def _month_middle(found: re.Match[str], day: date) -> date | None:
    return _coming(values("month")[found["month"]], day).replace(day=15)


def _this_month(_found: re.Match[str], day: date) -> date:
    return add_months(day.replace(day=1), 1) - timedelta(days=1)


def _coming(month: int, day: date) -> date:
    """Return the first of a month: of this year, or of the next if it is over."""
    return date(day.year + (month < day.month), month, 1)


def _date_of(match: re.Match[str]) -> WrittenDay | None:
    parts = match.groupdict()
    year = int(parts["year"].translate(SCANNED)) if parts.get("year") else None
    if year is not None and year < 100:  # two digits
        year += 2000
    if year is None and (parts.get("sign") == "." or _is_range(match)):
        return None
    number = parts.get("number")
    month = int(number.translate(SCANNED)) if number else values("month")[parts["month"]]
    day = _ordinal(parts) if parts.get("ordinal") else int(parts["day"].translate(SCANNED))
    if _date(year or 2024, month, day) is None:  # a leap year: 29/02 may be in one
        return None
    return WrittenDay(Span(*match.span()), day, month, year)


def _is_range(match: re.Match[str]) -> bool:
    """Return whether two numbers with a hyphen and no year are more likely a range."""
    parts = match.groupdict()
    return parts.get("sign") == "-" and parts.get("number", "").isdecimal()


def _ordinal(parts: dict[str, str]) -> int:
    return values("ordinal")[parts["ordinal"]] + (_TENS[parts["tens"]] if parts["tens"] else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
