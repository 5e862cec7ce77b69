"""The columns of the list of partners."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import PartnerRow
from ui.partners.names import code_name, name_of
from ui.tables.columns import Column, Icon

_ICONS = {
    "pt.association": "users-three",
    "pt.liberal": "briefcase",
    "pt.commerce": "storefront",
    "pt.institution": "bank",
    "pt.company": "buildings",
    "pt.media": "newspaper",
}


def _category(row: PartnerRow) -> str:
    return code_name(row.category) if row.is_active else _("Inactive")


PARTNER_COLUMNS: tuple[Column[PartnerRow], ...] = (
    Column(lambda: _("Partner"), name_of, icon=lambda row: Icon(_ICONS[row.category])),
    Column(lambda: _("Category"), _category, width=128),
)
