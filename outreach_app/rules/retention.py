"""Retention terms of each kind of record, after which somebody decides about it.

Sources: law 09-08, article 3 (no longer than the purpose needs), law 69-99 on archives, article 10.
Neither gives a term for such a register: an office that is instructed otherwise sets its own.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from outreach_app.rules.dates import add_months

MAX_MONTHS = 600
# After that many days a signed attendance sheet, with its names, is proposed for elimination.
SHEET_DAYS = 30


class Kept(StrEnum):
    """What a term is for. A name has NAME and MANDATE: whichever ends first."""

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


# In months, from the last meeting, the end of the mandate, the day of the event, the deletion
# (partners and trash), the issue, the answer, the row, the file, the typing.
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
# Names, copies and what was never recorded are not archived.
UNARCHIVED = frozenset({Kept.NAME, Kept.MANDATE, Kept.BACKUP, Kept.DRAFT})
WHOLE_YEARS = frozenset({Kept.NAME})  # as the notice to the public states it
_BETWEEN = "-"


def due_on(day: date, months: int) -> date:
    """Return the day on which a term of some months from a day is over."""
    return add_months(day, months)


def months_between(day: date, due: date) -> int:
    """Return the term, in months, that was over on a day; the reverse of `due_on`."""
    return (due.year - day.year) * 12 + due.month - day.month


def newest_day_due(today: date, months: int) -> date:
    """Return the last day whose term is over today."""
    # the 31st and the 28th can be a month apart
    day = add_months(today, -months) + timedelta(days=3)
    while due_on(day, months) > today:
        day -= timedelta(days=1)
    return day


def terms_of(codes: Iterable[str]) -> dict[Kept, int]:
    """Return the terms in months: the usual ones, replaced by codes such as `meeting-72`.

    An invalid code, or one with a term out of bounds, is ignored.
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
    """Return whether this is a valid code of a term."""
    kind, _between, months = code.partition(_BETWEEN)
    is_number = months.isascii() and months.isdecimal() and len(months) <= len(str(MAX_MONTHS))
    return kind in tuple(Kept) and is_number and 1 <= int(months) <= MAX_MONTHS
