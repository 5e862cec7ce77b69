"""How long remarks waited for their reply, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RemarkFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.nouns import DAY, REMARK

_FACT = "communication.remarks"
_TWO = 2


def waits(facts: RemarkFacts) -> list[Text]:
    """Return how long remarks waited, if that was noted; else nothing."""
    if facts.median_days is None or facts.worst_days is None:
        return []
    waited = _waited(facts, facts.median_days, facts.worst_days)
    if facts.dated is None or facts.dated == facts.count:
        return [text("و", waited)]
    dated = _counted(REMARK, facts.dated, Case.GENITIVE, f"{_FACT}.dated")
    them = "عليهما" if facts.dated == _TWO else "عليها"
    return [text("وفي ما يخص ", dated, f" عُرف تاريخ الرد {them}، ", waited)]


def _waited(facts: RemarkFacts, median: int, worst: int) -> Text:
    """State the median and the worst wait; of two remarks each its own."""
    longest = _days(worst, f"{_FACT}.worst_days")
    if facts.least_days is None:
        middle = _days(median, f"{_FACT}.median_days")
        return text("بلغت المدة الوسيطة للرد ", middle, " والمدة القصوى ", longest, ".")
    if facts.least_days == worst:
        return text("بلغت مدة الرد ", longest, " بالنسبة إلى كل منهما.")
    least = _days(facts.least_days, f"{_FACT}.least_days")
    one, other = " بالنسبة إلى إحداهما و", " بالنسبة إلى الأخرى."
    return text("بلغت مدة الرد ", least, one, longest, other)


def _days(number: int, fact: str) -> Span:
    """Return «يومين»; a reply of the same day took less than one."""
    return _counted(DAY, number, Case.ACCUSATIVE, fact) if number else Span("أقل من يوم واحد", fact)


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, Language.ARABIC), fact)
