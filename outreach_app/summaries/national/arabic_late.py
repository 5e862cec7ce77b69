"""The awaited reports in the national summary, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import PRECINCT

SAY = MaskedFigures(Language.ARABIC)


def late_sentence(plan: NationalPlan) -> Text:
    """Return how many reports are awaited, in time or late, before their list."""
    awaited = plan.awaited
    if plan.total.offices == 0:
        return text("لا توجد أي دائرة أمنية مسجلة، ولا يُنتظر أي تقرير.")
    if not awaited:
        return text("توصلت المصالح المركزية بجميع التقارير المنتظرة.")
    due_on = Span(full_date(plan.due_on), "due_on")
    first = _first(plan)
    if not plan.is_due:
        its_day = {1: "وأجله", 2: "وأجلهما"}.get(awaited, "وأجلها")
        return text(still_awaited(awaited), f"، {its_day} ", due_on, f"{first}:")
    its = {1: "أجله", 2: "أجلهما"}.get(awaited, "أجلها")
    term = text(f"، المحدد {its} في ", due_on, "،")
    by_then = text(" إلى غاية ", Span(full_date(plan.as_of), "as_of"))
    return text(still_awaited(awaited, term), by_then, f"{first}:")


def still_awaited(awaited: int, term: Text = ()) -> Text:
    """Return «لا تزال تقارير 40 دائرة أمنية منتظرة», with the `term` they had."""
    verb = {1: "لا يزال تقرير", 2: "لا يزال تقريرا"}.get(awaited, "لا تزال تقارير")
    end = {1: " منتظرا", 2: " منتظرين"}.get(awaited, " منتظرة")
    return text(f"{verb} ", SAY.counted(PRECINCT, awaited, Case.GENITIVE, "awaited"), term, end)


def _first(plan: NationalPlan) -> str:
    """Return the start of the list if it is cut."""
    if not plan.late_more:
        return ""
    if plan.begins_with_silent:
        return "، وفي مقدمتها تلك التي لم يرد منها أي تقرير، ثم حسب عدد الأشهر دون تقرير"
    return "، وفي مقدمتها، حسب عدد الأشهر دون تقرير"
