"""Numbers in prose: Latin digits, one grouping for both languages."""

from outreach_app.i18n import Language, isolate

NO_GROUPING_BELOW = 1_000
# After a sum of which a part was not counted.
PARTIAL = "*"


def digits(number: int, language: Language) -> str:
    """Write a number in Latin digits, grouped from 1,000 up, isolated in Arabic text."""
    text = f"{number:,}".replace(",", "\u202f") if number >= NO_GROUPING_BELOW else str(number)
    return isolate(text) if language is Language.ARABIC else text
