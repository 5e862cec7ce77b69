"""How partners, people and their codes are called on screen."""

from datetime import date
from typing import Protocol

from outreach_app import vocabulary
from outreach_app.i18n import Language, current, isolate
from outreach_app.queries.partners import PartnerRow
from outreach_app.rules.phones import show_phone
from ui.words import either


class Named(Protocol):
    """A row with a name in one script at least."""

    @property
    def name_ar(self) -> str | None: ...

    @property
    def name_fr(self) -> str | None: ...


def name_of(row: Named) -> str:
    """The name in the current language, else in the other one."""
    return either(row.name_ar, row.name_fr)


def other_name_of(row: Named) -> str:
    """The name in the other script; "" where there is one name only."""
    if not row.name_ar or not row.name_fr:
        return ""
    return row.name_fr if current() is Language.ARABIC else row.name_ar


def code_name(code: str) -> str:
    """The words of a code; French catalogue words take a capital on screen."""
    words = vocabulary.label(code, current())
    return words[:1].upper() + words[1:]


def kind_of(row: PartnerRow) -> str:
    """The type of a partner, else its category."""
    return code_name(row.type or row.category)


def show_day(day: date) -> str:
    """A day as it is written everywhere: dd/mm/yyyy."""
    return isolate(f"{day:%d/%m/%Y}")


def show_number(phone: str) -> str:
    """A stored phone number as people say it, left to right."""
    return isolate(show_phone(phone))
