"""The sentence of a later version of a document: which one it replaces."""

from datetime import datetime

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Paragraph, Span
from outreach_app.summaries.prose.composition import text


def replacement(replaces: datetime, page: Language) -> Paragraph:
    """Return that this version replaces the one issued at a local moment."""
    day, hour = replaces.date(), replaces.time()
    if page is Language.ARABIC:
        on, at = Span(arabic.full_date(day), "replaces"), Span(arabic.clock(hour), "replaces")
        lead = "تلغي هذه الصيغة وتعوض الصيغة الصادرة يوم "
        return Paragraph(text(lead, on, " على الساعة ", at, "."))
    on, at = Span(french.full_date(day), "replaces"), Span(french.clock(hour), "replaces")
    return Paragraph(text("La présente version annule et remplace celle du ", on, " à ", at, "."))
