"""How long each kind of record is kept before somebody decides what becomes of it.

Sources: law 09-08, article 3 (no longer than the purpose needs), law 69-99 on archives, article 10.
Neither says a term for such a register: these are the office's own where it is told others.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.rules.dates import add_months

MOST_MONTHS = 600


class Kept(StrEnum):
    """What a term is for. MANDATE is that of a name too: whichever of the two ends first."""

    NAME = "name"
    MANDATE = "mandate"
    MEETING = "meeting"
    REMARK = "remark"
    RUMOUR = "rumour"
    PUBLICATION = "publication"
    PARTNER = "partner"
    TRASH = "trash"
    ISSUE = "issue"
    CLAIM = "claim"
    LOG = "log"
    EXCHANGE = "exchange"
    BACKUP = "backup"
    DRAFT = "draft"


# In months, counted from the last meeting, the end of the mandate, the day of what happened, the
# day of the deletion (partners and trash), of the issue, of the answer, of the row, of the file, of
# the typing.
USUAL_TERMS: Mapping[Kept, int] = {
    Kept.NAME: 36,
    Kept.MANDATE: 12,
    Kept.MEETING: 60,
    Kept.REMARK: 60,
    Kept.RUMOUR: 60,
    Kept.PUBLICATION: 60,
    Kept.PARTNER: 3,
    Kept.TRASH: 3,
    Kept.ISSUE: 120,
    Kept.CLAIM: 60,
    Kept.LOG: 60,
    Kept.EXCHANGE: 60,
    Kept.BACKUP: 12,
    Kept.DRAFT: 1,
}
# What is a name, a copy, or was never a record is not put into an archive.
UNARCHIVED = frozenset({Kept.NAME, Kept.MANDATE, Kept.BACKUP, Kept.DRAFT})
WHOLE_YEARS = frozenset({Kept.NAME})  # as the notice to the public says it
_BETWEEN = "-"


def due_on(day: date, months: int) -> date:
    """Return the day on which a term of so many months from a day is over."""
    return add_months(day, months)


def months_between(day: date, due: date) -> int:
    """Return the term, in months, that was over on a day; the reverse of `due_on`."""
    return (due.year - day.year) * 12 + due.month - day.month


def newest_day_due(today: date, months: int) -> date:
    """Return the last day of which such a term is over today."""
    day = add_months(today, -months) + timedelta(days=3)  # the 31st and the 28th may be a month
    while due_on(day, months) > today:
        day -= timedelta(days=1)
    return day


def terms_of(codes: Iterable[str]) -> dict[Kept, int]:
    """Return the terms in months, the usual ones but for those that codes say, as `meeting-72`.

    What is no code, or says a term out of bounds, is passed over.
    """
    terms = dict(USUAL_TERMS)
    for code in filter(is_term, codes):
        kind, _between, months = code.partition(_BETWEEN)
        terms[Kept(kind)] = int(months)
    return terms


def term_codes(terms: Mapping[Kept, int]) -> tuple[str, ...]:
    """Return the codes of the terms that are not the usual ones, in the order of the kinds."""
    return tuple(
        f"{kind}{_BETWEEN}{terms[kind]}" for kind in Kept if terms[kind] != USUAL_TERMS[kind]
    )


def is_term(code: str) -> bool:
    """Tell whether this is the code of a term."""
    kind, _between, months = code.partition(_BETWEEN)
    is_number = months.isascii() and months.isdecimal() and len(months) <= len(str(MOST_MONTHS))
    return kind in tuple(Kept) and is_number and 1 <= int(months) <= MOST_MONTHS
