"""The keys of translations, as F1 lists them on each page that leads to them."""

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.widgets.shortcuts import Shortcut

TRANSLATE_KEYS = "Ctrl+T"
OFFER_KEYS = "Ctrl+D"
TRANSLATING: tuple[Shortcut, ...] = (
    Shortcut(TRANSLATE_KEYS, lambda: _("Translate the texts of the session"), Right.RECORD),
    Shortcut(OFFER_KEYS, lambda: _("In translations: use the known one"), Right.RECORD),
)
