"""Say that a register began after the first day of a period, in Arabic and French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text


def begun(day: date | None, language: Language) -> Text:
    """Return « Le premier enregistrement au registre date du 16 mars 2026. », after a space."""
    if day is None:
        return ()
    if language is Language.ARABIC:
        return text(" ويعود أول قيد بالسجل إلى ", Span(arabic.full_date(day), "begun_on"), ".")
    lead = " Le premier enregistrement au registre date du\u00a0"
    return text(lead, Span(french.full_date(day), "begun_on"), ".")
