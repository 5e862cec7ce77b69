"""The display names of deleted records."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.trash import DeletedRow
from ui.words import either


def title_of(row: DeletedRow) -> str:
    """Return the name of the record, in the current language if it has one."""
    return either(row.title) or _("Without a title")


def noun_of(row: DeletedRow) -> str:
    """Return the noun of the record."""
    return {
        "meeting": _("Meeting"),
        "partner": _("Partner"),
        "person": _("Person"),
        "name": _("Name of a person who was not informed"),
        "rumour": _("Rumour"),
        "publication": _("Publication"),
        "remark": _("Remark"),
    }[row.entity]
