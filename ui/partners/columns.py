"""The columns of the list of partners."""

from collections.abc import Callable
from datetime import date

from outreach_app.i18n import gettext as _
from outreach_app.queries.partner_lists import PartnerOrder
from outreach_app.queries.partners import PartnerRow
from ui.partners.names import name_of
from ui.tables.columns import Column, Icon
from ui.words import category_icon, date_words


def partner_columns(first_recent_day: Callable[[], date]) -> tuple[Column[PartnerRow], ...]:
    """Return the name, and the last meeting, marked where it was before that day."""

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
            icon=lambda row: Icon(category_icon(row.category)),
        ),
        Column(lambda: _("Last met"), _last_met, PartnerOrder.MET, icon=icon, width=136),
    )


def _last_met(row: PartnerRow) -> str:
    return date_words(row.last_met_on) if row.last_met_on else _("Never met")
