"""What a page adds to a planned meeting that nobody confirmed."""

from outreach_app.i18n import Language

TO_CONFIRM = {Language.ARABIC: "قيد\u00a0التأكيد", Language.FRENCH: "à\u00a0confirmer"}
