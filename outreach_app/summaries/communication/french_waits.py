"""How long remarks waited for their reply, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RemarkFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import of
from outreach_app.summaries.prose.nouns import DAY, REMARK

_FACT = "communication.remarks"
# How remarks ended whose day is known, where not each was answered by the precinct.
_ENDS = "réponse de l’arrondissement de police, réponse du service saisi ou clôture"


def waits(facts: RemarkFacts) -> list[Text]:
    """Return how long remarks waited, if that was noted; else nothing."""
    if facts.median_days is None or facts.worst_days is None:
        return []
    waited = _waited(facts, facts.median_days, facts.worst_days)
    if not facts.has_other_ends and (facts.dated is None or facts.dated == facts.count):
        return [text("Le ", waited)]
    dated = _counted(REMARK, facts.dated or facts.count, f"{_FACT}.dated")
    known = text(" dont le jour de la réponse est connu")
    if facts.has_other_ends:
        known = text(" dont l’issue est datée (", _ENDS, ")")
    return [text("Pour les ", dated, known, ", le ", waited)]


def _waited(facts: RemarkFacts, median: int, worst: int) -> Text:
    """State the median and the worst wait; of two remarks each its own."""
    longest = _days(worst, f"{_FACT}.worst_days")
    if facts.least_days is None:
        middle = _days(median, f"{_FACT}.median_days")
        lead = f"délai médian{_of_what(facts)} a été "
        return text(lead, middle, " et le délai maximal ", longest, ".")
    lead = f"délai{_of_what(facts)} a été "
    if facts.least_days == worst:
        return text(lead, longest, " pour chacune.")
    least = _days(facts.least_days, f"{_FACT}.least_days")
    return text(lead, least, " pour l’une et ", longest, " pour l’autre.")


def _of_what(facts: RemarkFacts) -> str:
    return "" if facts.has_other_ends else " de réponse"


def _days(number: int, fact: str) -> Text:
    """Return « de 2 jours »; a reply of the same day took less than one."""
    if not number:
        return text("de ", Span("moins d’un jour", fact))
    return of((_counted(DAY, number, fact),))


def _counted(noun: Noun, number: int, fact: str) -> Span:
    return Span(count(noun, number, Case.NOMINATIVE, Language.FRENCH), fact)
