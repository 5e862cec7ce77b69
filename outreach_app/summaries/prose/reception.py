"""Say of people that they were received at the permanence, as was chosen, at whatever hour."""

from outreach_app.i18n import Language

PERMANENCE = {Language.ARABIC: "خلال الديمومة", Language.FRENCH: "pendant la permanence"}
