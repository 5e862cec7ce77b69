"""Who took part in the sessions of a period, in the national summary in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import (
    category_of_others,
    held_noun,
    is_said,
    others_met,
    shown,
)
from outreach_app.summaries.prose.arabic import label_span
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import ASSOCIATION, FEMALE, PERSON
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
SAY = MaskedFigures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE


def people_of(plan: NationalPlan) -> Text:
    """Return «، شارك فيها 285 شخصا، من بينهم 42 من الإناث. وتم تسجيل حضور 9…»."""
    total = plan.total
    if total.participants is None:
        return text("، ولم يُسجل عدد المشاركين", _bodies(plan))
    if not is_said(total.participants):
        return ()
    them = "هما" if total.sessions == 2 else "ها"
    # Who came to the only one that counted them is not said to have come to all.
    them = f"في أحد{them}" if total.participants_noted == 1 else f"في{them}"
    people = SAY.counted(PERSON, total.participants, NOMINATIVE, "total.participants")
    least = text(" على الأقل", _noted(plan)) if total.participants_partial else ()
    return text(f"، شارك {them} ", people, least, _women(plan), _bodies(plan))


def _noted(plan: NationalPlan) -> Text:
    """Return «(سُجل العدد في 60 من أصل 63)», for the public without numbers."""
    noted, noun = plan.total.participants_noted, held_noun(plan)
    if noted is None:
        return text("، حسب ما سُجل")
    some = SAY.bare(noun, noted, "total.participants_noted")
    of_all = SAY.bare(noun, plan.total.sessions, "total.sessions")
    return text(" (سُجل العدد في ", some, " من أصل ", of_all, ")")


def _women(plan: NationalPlan) -> Text:
    total = plan.total
    if total.women is None or not is_said(total.women):
        return ()
    so_far = "، حسب ما سُجل" if total.women_partial else ""
    if plan.are_all_women:
        every = {1: "من الإناث", 2: "كلاهما من الإناث"}
        said = every.get(shown(total.women) or 0, "كلهم من الإناث")
        return text("، ", Span(said, "total.women"), so_far)
    women = SAY.counted(FEMALE, total.women, NOMINATIVE, "total.women")
    is_least = total.women_partial and total.women != total.participants
    return text("، من بينهم ", "على الأقل " if is_least else "", women, so_far)


def _bodies(plan: NationalPlan) -> Text:
    """Return «. وتم تسجيل حضور 42 جمعية وشركاء آخرين»: not each came to all that was held."""
    total = plan.total
    if not is_said(total.associations):
        return ()
    bodies = SAY.counted(ASSOCIATION, total.associations, GENITIVE, "total.associations")
    others = others_met(plan)
    few = {0: "", 1: " وشريك آخر", 2: " وشريكين آخرين"}
    rest = text(few.get(others, " وشركاء آخرين"))
    if others > 2 and plan.others:
        number = Span(digits(others, PAGE), "others")
        last = others % 100
        several = "شركاء آخرين" if last <= 10 else "شريكا آخر"
        several = "شريك آخر" if last < 3 else several
        rest = text(" و", number, f"\u00a0{several}")
    least = "ما لا يقل عن " if total.partners_partial else ""
    return text(f". وتم تسجيل حضور {least}", bodies, rest, _category(plan))


def _category(plan: NationalPlan) -> Text:
    """Return « (أصحاب المهن الحرة)» where all the others are of one category."""
    code = category_of_others(plan)
    return text(" (", label_span(code, f"categories.{code}.code"), ")") if code else ()
