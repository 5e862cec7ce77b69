"""The texts of filter fields that no choice above the list shows."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_words
from outreach_app.rules.periods import Period
from ui.widgets.translated import Text
from ui.words import apart, code_words, review_words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_PERIODS: Mapping[str, Text] = {
    "held_in": lambda: _("Meetings held from {first} to {last}"),
    "met_in": lambda: _("Met from {first} to {last}"),
}
_DAYS: Mapping[str, Text] = {
    "first_day": lambda: _("From {day} on"),
    "last_day": lambda: _("Until {day}"),
    "last_due": lambda: _("Due until {day}"),
    "not_met_since": lambda: _("Not met since {day}"),
}

_TRUTHS: Mapping[str, Text] = {
    "is_concern": lambda: _("Concerns, requests and suggestions"),
    "has_reaction_day": lambda: _("Points with a known day of reaction"),
}


def set_fields(wanted: "DataclassInstance") -> dict[str, object]:
    """Return the fields of a filter that are set, by name."""
    values = {each.name: getattr(wanted, each.name) for each in fields(wanted)}
    return {name: value for name, value in values.items() if value not in (None, "")}


def field_words(name: str, value: object) -> str:
    """Return what one field filters by; "" if it has no text."""
    match value:
        case Period():
            first, last = date_words(value.first), date_words(value.last)
            return _PERIODS[name]().format(first=first, last=last)
        case date():
            return _DAYS[name]().format(day=date_words(value))
        case bool() if name in _TRUTHS:
            return _TRUTHS[name]()
        case str():
            return review_words(value) if name == "review" else code_words(value)
        case _:
            return ""


def not_offered(choice: QWidget | None, words: str = "") -> str:
    """Return that a saved value is no longer offered, and what to do."""
    of = choice.accessibleName() if choice is not None else _("Filter")
    if not words:
        return _(
            "{choice}: the saved choice is no longer offered. Choose again, or remove it."
        ).format(choice=of)
    said = _("{choice}: “{value}” is no longer offered. Choose again, or remove it.")
    return said.format(choice=of, value=apart(words))
