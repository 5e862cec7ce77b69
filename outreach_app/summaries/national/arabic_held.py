"""How much was held in a period, and by which precincts, in the national summary in Arabic."""

from outreach_app.i18n import Language
from outreach_app.rules.masking import Hidden
from outreach_app.summaries.national.arabic_scope import sessions
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import has_exchanges_now, held_noun, shown
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import PRECINCT

PAGE = Language.ARABIC
SAY = MaskedFigures(PAGE)
_FACT = "active"
_FEW = {
    1: "الدائرة الأمنية المعنية بهذا التقرير",
    2: "الدائرتان الأمنيتان المعنيتان بهذين التقريرين",
}


def held(plan: NationalPlan) -> Text:
    """Return «ونظمت 6 دوائر أمنية، من بين التي وردت تقاريرها، 49 لقاء»."""
    number, noun = plan.total.sessions, held_noun(plan)
    is_recorded = has_exchanges_now(plan)  # a call is recorded, not organised
    if plan.is_publishable:  # how many precincts held nothing is not for the public
        done = "ولم يتم" if number == 0 else "وتم"
        named = SAY.counted(noun, number, Case.GENITIVE, "total.sessions")
        return text(f"{done} {'تسجيل' if is_recorded else 'تنظيم'} ", named)
    did = "سجلت" if is_recorded else "نظمت"
    verb = f"ولم {'تسجل' if is_recorded else 'تنظم'}" if number == 0 else f"و{did}"
    return text(f"{verb} ", _who(plan), " ", sessions(plan))


def _who(plan: NationalPlan) -> Text:
    reported = shown(plan.total.reported) or 0
    if not plan.active:
        return text(_FEW.get(reported, "الدوائر الأمنية المعنية بهذه التقارير"))
    if reported == 2:
        return text(Span("إحدى", _FACT), " الدائرتين الأمنيتين اللتين ورد تقريراهما")
    some = SAY.counted(PRECINCT, plan.active, Case.NOMINATIVE, _FACT)
    # Without its commas the number that follows would be of the reports.
    return text(some, "، من بين التي وردت تقاريرها،")


def who_held_none(plan: NationalPlan) -> Text:
    """Return «ولم تسجل الدوائر الأخرى، وعددها 4، أي لقاء أو نشاط.», after a space."""
    reported = plan.total.reported
    if not plan.active or isinstance(reported, Hidden):
        return ()
    idle = reported - plan.active
    few = {1: "الدائرة الأخرى", 2: "الدائرتان الأخريان"}
    who = text(Span(few[idle], _FACT)) if idle in few else ()
    who = who or text("الدوائر الأخرى، وعددها ", SAY.number(idle, _FACT), "،")
    none = count(held_noun(plan), 0, Case.ACCUSATIVE, PAGE)
    return text(" ولم تسجل ", who, f" {none}.")
