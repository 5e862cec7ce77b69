"""What a count was in the period before, in brackets after it, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.comparison import Comparison
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count

SAME = "العدد نفسه"


def compared(counts: Comparison, *, none: str, same: str = SAME) -> Text:
    """Return «(مقابل 6 لقاءات في شتنبر)», «(العدد نفسه في شتنبر)».

    `none` begins what is said of none: «(ولم تصدر أي مادة إعلامية في شتنبر)».
    """
    if counts.before == counts.now:
        return text(" (", Span(same, counts.fact), " ", counts.when, ")")
    case = Case.GENITIVE if counts.before else Case.NOMINATIVE
    lead = "مقابل" if counts.before else none
    named = count(counts.noun, counts.before, case, Language.ARABIC)
    return text(f" ({lead} ", Span(named, counts.fact), " ", counts.when, ")")
