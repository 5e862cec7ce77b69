"""Say beside a referral without answer that its matter was answered, in both languages."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text

_SAME = {
    Language.ARABIC: " (ورد جواب في الموضوع نفسه يوم ",
    Language.FRENCH: " (même objet\u00a0: réponse reçue le ",
}


def answered_since(
    day: date | None, fact: str, language: Language, *, is_in_full: bool = False
) -> Text:
    """Return « (même objet : réponse reçue le 23/06/2026) », or nothing."""
    if day is None:
        return ()
    prose = arabic if language is Language.ARABIC else french
    write = prose.full_date if is_in_full else prose.short_date
    return text(_SAME[language], Span(write(day), fact), ")")
