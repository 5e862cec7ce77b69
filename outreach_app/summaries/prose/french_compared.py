"""What a count was in the period before, in brackets after it, in French."""

import re

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.comparison import Comparison
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count


def compared(counts: Comparison, *, is_other: bool = False, of: str = "") -> Text:
    """Return « (contre 6 en septembre) », « (autant qu’en septembre) »; of one « (comme en…) ».

    What is called otherwise than what it is compared with `is_other`: that is named then. `of` says
    of what there was none: « (aucun point sur cette thématique en septembre) ».
    """
    before, fact, when = counts.before, counts.fact, counts.when
    named = count(counts.noun, before, Case.NOMINATIVE, Language.FRENCH)
    alone, name = re.split("[ \u00a0]", named, maxsplit=1)
    if not before:
        return text(" (", Span(named if is_other or of else alone, fact), f"{of} ", when, ")")
    if before != counts.now:
        return text(" (contre ", Span(named if is_other else alone, fact), " ", when, ")")
    if before == 1:
        if is_other:
            return text(" (", Span(named, fact), " également ", when, ")")
        return text(" (", Span("comme", fact), " ", when, ")")
    same = f" de {name} qu’" if is_other else " qu’"
    return text(" (", Span("autant", fact), same, when, ")")
