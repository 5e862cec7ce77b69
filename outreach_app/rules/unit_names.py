"""Names of precincts, stored without the noun that every sentence puts before them."""

import re

from outreach_app.i18n import Language

_NOUNS = {
    Language.ARABIC: re.compile(r"^(?:ال)?دائرة (?:الأمنية|الامنية|أمنية|الأمن|الشرطة)\s+"),
    Language.FRENCH: re.compile(
        r"^(?:l[’']\s*)?arrondissement(?: de police)?\s+(?!de police$)", re.IGNORECASE
    ),
}


def bare_unit_name(name: str, language: Language) -> str:
    """Return « Annakhil » of « Arrondissement de police Annakhil »; a noun alone is kept."""
    words = name.strip()
    return _NOUNS[language].sub("", words, count=1) or words
