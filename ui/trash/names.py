"""The display words of deleted records."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.trash import DeletedRow
from outreach_app.rules.dates import date_words
from ui.words import either, partners_words


def title_of(row: DeletedRow) -> str:
    """Return the name of the record, in the current language if it has one."""
    return either(row.title) or _("Without a title")


def noun_of(row: DeletedRow) -> str:
    """Return the noun of the record."""
    return {
        "meeting": _("Meeting"),
        "partner": _("Partner"),
        "person": _("Person"),
        "name": _("Person"),
        "rumour": _("Rumour"),
        "publication": _("Publication"),
        "remark": _("Remark"),
    }[row.entity]


def facts_of(row: DeletedRow) -> str:
    """Return what tells a record from others of its name: day, partners, why it is here."""
    why = _("Name of a person who was not informed") if row.entity == "name" else ""
    day = date_words(row.day) if row.day else ""
    return " · ".join(filter(None, (day, partners_words(row.partners), why)))


def deletion_of(row: DeletedRow) -> str:
    """Return when a record was deleted."""
    if row.deleted_on is None:
        return ""
    return _("Deleted on {day}").format(day=date_words(row.deleted_on))
