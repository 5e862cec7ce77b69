"""Names of precincts, stored without the noun that every sentence puts before them."""

import re

from outreach_app.i18n import Language

_NOUNS = {
    Language.ARABIC: re.compile(r"(?:ال)?دائرة (?:الأمنية|الامنية|أمنية|الأمن|الشرطة)\s+"),
    Language.FRENCH: re.compile(
        r"(?:l[’']\s*)?arrondissement(?: de police| de sûreté| de surete)?\s+", re.IGNORECASE
    ),
}


def bare_unit_name(name: str, language: Language) -> str:
    """Return « Annakhil » of « Arrondissement de police Annakhil »; a noun alone is kept."""
    words = name.strip()
    found = _NOUNS[language].match(words)
    return words[found.end() :] if found and words[found.end() :] else words
