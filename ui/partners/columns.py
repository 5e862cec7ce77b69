"""The columns of the list of partners, and those of its export."""

from collections.abc import Callable
from datetime import date

from outreach_app.i18n import gettext as _
from outreach_app.queries.partner_lists import PartnerOrder
from outreach_app.queries.partners import PartnerRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import show_phone
from ui.partners.names import name_of
from ui.tables.columns import Column, Icon
from ui.words import category_icon, code_words


def partner_columns(first_recent_day: Callable[[], date]) -> tuple[Column[PartnerRow], ...]:
    """Return the columns: the name, and the last meeting, marked if it was before that day."""

    def icon(row: PartnerRow) -> Icon | None:
        if not row.is_active:
            return Icon("minus-circle")
        is_recent = row.last_met_on is not None and row.last_met_on >= first_recent_day()
        return None if is_recent else Icon("clock", "warn")

    return (
        Column(
            lambda: _("Partner"),
            name_of,
            PartnerOrder.NAME,
            usual="rising",
            icon=lambda row: Icon(category_icon(row.category)),
            least=200,  # two lines of it hold most names
        ),
        Column(lambda: _("Last met"), _last_met, PartnerOrder.MET, icon=icon, width=136, leaves=1),
    )


def _last_met(row: PartnerRow) -> str:
    return date_words(row.last_met_on) if row.last_met_on else _("Never met")


# Columns of the export only: the list on the screen has no room for them.
EXPORTED_COLUMNS: tuple[Column[PartnerRow], ...] = (
    Column(lambda: _("Name in Arabic"), lambda row: row.name.ar or ""),
    Column(lambda: _("Name in French"), lambda row: row.name.fr or ""),
    Column(lambda: _("Category"), lambda row: code_words(row.category)),
    Column(lambda: _("Type"), lambda row: code_words(row.type) if row.type else ""),
    Column(lambda: _("Address or quarter"), lambda row: row.place or ""),
    Column(lambda: _("Phone"), lambda row: show_phone(row.phone) if row.phone else ""),
    Column(lambda: _("E-mail"), lambda row: row.email or ""),
    Column(lambda: _("Other contacts"), lambda row: row.others or ""),
    Column(lambda: _("Activity"), lambda row: _("Active") if row.is_active else _("Inactive")),
    Column(lambda: _("Last met"), _last_met),
)
