"""Numbers of precincts, stored without the ending that each language gives them."""

import re

from outreach_app.rules.text import clean_line

# « 7e », « 1er », « 7ème », « n° 7 », "7th": a sentence writes its own ending.
_NUMBER = re.compile(
    r"(?:n[°ºo]?\.?\s*)?(\d{1,4})\s*(?:er|re|ère|ere|e|è|ème|eme|ième|ieme|nd|nde|st|rd|th)?",
    re.IGNORECASE,
)


def find_office_number(text: str) -> str | None:
    """Return the digits of a precinct's number, or None if the text is not one number."""
    found = _NUMBER.fullmatch(clean_line(text))
    return str(int(found[1])) if found else None
