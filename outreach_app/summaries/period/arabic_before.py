"""What a figure of a period was in the one before, in Arabic."""

from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import before_of, is_named_apart, period_of
from outreach_app.summaries.prose.arabic_compared import SAME, compared
from outreach_app.summaries.prose.arabic_periods import during_before
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.comparison import Comparison
from outreach_app.summaries.prose.counts import Noun
from outreach_app.summaries.prose.nouns import MEETING


def then(
    plan: PeriodPlan, path: str, noun: Noun, now: int, before: int | None, none: str = ""
) -> Text:
    """Return «(مقابل 6 لقاءات في شتنبر)»; empty where nothing is compared."""
    period_before = before_of(plan)
    if before is None or period_before is None:
        return ()
    when = Span(during_before(period_of(plan), period_before), "before_last")
    same = SAME
    if noun is MEETING and is_named_apart(plan):
        same = f"{SAME} من اللقاءات"
    counts = Comparison(noun, now, before, f"{path}.before", when)
    return compared(counts, none=none, same=same)
