"""The display names of partners and people."""

from typing import Protocol

from outreach_app.i18n import Language, current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import PartnerRow
from outreach_app.rules.names import Bilingual
from outreach_app.rules.phones import show_phone
from ui.words import code_words, either


class Named(Protocol):
    """A row with a name in at least one script."""

    @property
    def name(self) -> Bilingual: ...


def name_of(row: Named) -> str:
    """Return the name in the current language, else in the other one."""
    return either(row.name)


def other_name_of(row: Named) -> str:
    """Return the name in the other script; "" if there is one name only."""
    if not row.name.ar or not row.name.fr:
        return ""
    return row.name.fr if current() is Language.ARABIC else row.name.ar


def kind_of(row: PartnerRow) -> str:
    """Return the type of a partner, else its category."""
    return code_words(row.type or row.category)


def other_contacts() -> str:
    """Return the label of further contacts."""
    return _("Other telephones, faxes and e-mail addresses, one a line")


def show_number(phone: str) -> str:
    """Return a stored phone number in its usual form, left to right."""
    return isolate(show_phone(phone))
