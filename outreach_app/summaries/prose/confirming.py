"""Say of a planned meeting that nobody confirmed it."""

from outreach_app.i18n import Language

TO_CONFIRM = {Language.ARABIC: "قيد\u00a0التأكيد", Language.FRENCH: "à\u00a0confirmer"}
