"""How long remarks waited for their reply, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import RemarkFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.nouns import DAY, REMARK

_FACT = "communication.remarks"
_TWO = 2
# How remarks ended whose day is known, where not each was answered by the precinct.
_ENDS = "رد الدائرة الأمنية أو جواب الجهة المحال عليها أو إغلاق الملاحظة"


def waits(facts: RemarkFacts) -> list[Text]:
    """Return how long remarks waited, if that was noted; else nothing."""
    if facts.median_days is None or facts.worst_days is None:
        return []
    waited = _waited(facts, facts.median_days, facts.worst_days)
    if not facts.has_other_ends and (facts.dated is None or facts.dated == facts.count):
        return [text("و", waited)]
    number = facts.dated or facts.count
    dated = _counted(REMARK, number, Case.GENITIVE, f"{_FACT}.dated")
    its = "هما" if number == _TWO else "ها"
    known = text(f" عُرف تاريخ الرد علي{its}")
    if facts.has_other_ends:
        known = text(f" عُرف تاريخ مآل{its} ({_ENDS})")
    return [text("وفي ما يخص ", dated, known, "، ", waited)]


def _waited(facts: RemarkFacts, median: int, worst: int) -> Text:
    """State the median and the worst wait; of two remarks each its own."""
    longest = _days(worst, f"{_FACT}.worst_days")
    if facts.least_days is None:
        middle = _days(median, f"{_FACT}.median_days")
        of = "" if facts.has_other_ends else " للرد"
        return text(f"بلغت المدة الوسيطة{of} ", middle, " والمدة القصوى ", longest, ".")
    lead = "بلغت المدة " if facts.has_other_ends else "بلغت مدة الرد "
    if facts.least_days == worst:
        return text(lead, longest, " بالنسبة إلى كل منهما.")
    least = _days(facts.least_days, f"{_FACT}.least_days")
    one, other = " بالنسبة إلى إحداهما و", " بالنسبة إلى الأخرى."
    return text(lead, least, one, longest, other)


def _days(number: int, fact: str) -> Span:
    """Return «يومين»; a reply of the same day took less than one."""
    return _counted(DAY, number, Case.ACCUSATIVE, fact) if number else Span("أقل من يوم واحد", fact)


def _counted(noun: Noun, number: int, case: Case, fact: str) -> Span:
    return Span(count(noun, number, case, Language.ARABIC), fact)
