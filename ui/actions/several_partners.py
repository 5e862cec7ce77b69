"""The actions on several partners at once, with a single Undo."""

from outreach_app.i18n import gettext as _
from outreach_app.queries.partners import PartnerRow
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.services.partners import (
    delete_partner,
    set_partner_active,
    set_partner_category,
)
from ui.actions.actions import Action, deletion
from ui.forms.choice_editor import from_catalogues

SEVERAL_PARTNERS: tuple[Action[PartnerRow], ...] = (
    Action(
        lambda: _("Change the category"),
        "pencil-simple",
        lambda: _("The category was changed."),
        lambda _row: True,
        lambda session, row, given: set_partner_category(
            session, row.uid, row.version, PartnerCategory(given.choice) if given.choice else None
        ),
        choice=lambda: _("Category"),
        choices=from_catalogues("pt", none=lambda: _("Choose the category")),
        draft="category",
    ),
    Action(
        lambda: _("Make them inactive"),
        "minus-circle",
        lambda: _("The partners were made inactive."),
        lambda row: row.is_active,
        lambda session, row, _given: set_partner_active(
            session, row.uid, row.version, is_active=False
        ),
    ),
    Action(
        lambda: _("Make them active"),
        "check-circle",
        lambda: _("The partners are active again."),
        lambda row: not row.is_active,
        lambda session, row, _given: set_partner_active(
            session, row.uid, row.version, is_active=True
        ),
    ),
    deletion(lambda: _("The partners were deleted."), delete_partner),
)
