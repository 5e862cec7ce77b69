"""Numbers in prose: Latin digits, one grouping for both languages."""

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.prose.spans import Span, Text

NO_GROUPING_BELOW = 1_000
# After a sum of which a part was not counted.
PARTIAL = "*"


def digits(number: int, language: Language) -> str:
    """Write a number in Latin digits, grouped from 1,000 up, isolated in Arabic text."""
    text = f"{number:,}".replace(",", "\u202f") if number >= NO_GROUPING_BELOW else str(number)
    return isolate(text) if language is Language.ARABIC else text


def ranked(rank: int | None, fact: str, language: Language) -> Text:
    """Return the number of one of several that are told the same, after it: « (2) »; else empty."""
    if rank is None:
        return ()
    return (Span("\u00a0("), Span(digits(rank, language), fact), Span(")"))
