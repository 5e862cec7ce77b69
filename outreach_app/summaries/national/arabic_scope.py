"""The scope of the figures in the national summary, and their gaps, in Arabic."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.masking import Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import (
    are_all_dialogue,
    are_same_offices,
    are_told_by_kind,
    awareness_among,
    dialogue_beside,
    dialogue_noun,
    held_noun,
    is_compared,
)
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.arabic_periods import name_of, named
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, POINT, PRECINCT
from outreach_app.summaries.prose.periods import arabic_days

SAY = MaskedFigures(Language.ARABIC)
_FACT = "communication.awareness"


def sessions(plan: NationalPlan) -> Text:
    """Return «15 لقاء ونشاطا», of one or two «جلستي حوار», «جلسة حوار واحدة وعملية …»."""
    number, fact = plan.total.sessions, "total.sessions"
    kinds = _by_kind(plan) if are_told_by_kind(plan) else ()
    is_dialogue = are_told_by_kind(plan) and are_all_dialogue(plan)
    noun = dialogue_noun(plan) if is_dialogue else held_noun(plan)
    return kinds or text(SAY.counted(noun, number, Case.ACCUSATIVE, fact))


def parts(plan: NationalPlan) -> Text:
    """Return «، أي 8 جلسات حوار و7 عمليات تحسيسية» where that is not said yet."""
    kinds = () if are_told_by_kind(plan) else _by_kind(plan)
    return text("، أي ", kinds) if kinds else ()


def _by_kind(plan: NationalPlan) -> Text:
    """Return «8 جلسات حوار و7 عمليات تحسيسية»."""
    made = awareness_among(plan)
    if made is None:
        return ()
    actions = SAY.counted(AWARENESS_ACTION, made.count, Case.ACCUSATIVE, f"{_FACT}.count")
    if not (number := dialogue_beside(plan, made)):
        return text(actions)
    dialogue = SAY.counted(dialogue_noun(plan), number, Case.ACCUSATIVE, "dialogue")
    return text(dialogue, " و", actions)


def before(plan: NationalPlan) -> Text:
    """Return «(مقابل 20 لقاء خلال شهر شتنبر بالدوائر الأمنية نفسها)»; empty without any."""
    number, period = plan.sessions_before, Period(plan.before_first, plan.before_last)
    if not is_compared(plan):
        return ()
    name, same = name_of(period), _same_offices(plan) if are_same_offices(plan) else ""
    held = text("مقابل ", _held_before(plan))
    if number == plan.total.sessions and not isinstance(number, Hidden):
        held = text(Span("وهو العدد نفسه المسجل", "sessions_before"))
    if name is None:
        days = Span(f"الفترة السابقة، {arabic_days(period)}", "before_last")
        return text(" (", held, same, " خلال ", days, ")")
    is_same_year = plan.before_last.year == plan.last.year
    then = Span(name.short_whole if is_same_year else name.whole, "before_last")
    return text(" (", held, " خلال ", then, f"{same})")


def _held_before(plan: NationalPlan) -> Text:
    """Return «26», with its noun where the sentence has not said that one."""
    number, noun, fact = plan.sessions_before, held_noun(plan), "sessions_before"
    if plan.total.sessions == 0 or are_told_by_kind(plan):
        return text(SAY.counted(noun, number, Case.GENITIVE, fact))
    return SAY.bare(noun, number, fact)


def _same_offices(plan: NationalPlan) -> str:
    few = {1: " بالدائرة الأمنية نفسها", 2: " بالدائرتين الأمنيتين نفسيهما"}
    reported = plan.total.reported
    return few.get(reported if isinstance(reported, int) else 0, " بالدوائر الأمنية نفسها")


def gaps(plan: NationalPlan) -> Text:
    """Return which registers begin late, else the days before that no other sentence has."""
    if plan.before_from is not None:
        return _partly_recorded(plan)
    if plan.few_from is not None:
        start = Span(full_date(plan.few_from), "few_from")
        lead = text("لم تسجل ", _late_starters(plan), " أي لقاء قبل ", start)
        compared = text("؛ لذا تبقى المقارنة بالفترة السابقة", _days_before(plan))
        return text(lead, compared, " على سبيل الاستئناس.")
    days = _days_before(plan)
    is_told = not days or plan.sessions_before not in (0, Hidden.WITHHELD) or plan.has_totals_alone
    is_told = is_told or plan.total.reported == 0
    return () if is_told else text("الفترة السابقة: ", days[1], ".")


def _partly_recorded(plan: NationalPlan) -> Text:
    """Return which registers begin late: earlier figures are partial, or there are none."""
    start = Span(full_date(plan.before_from or date.min), "before_from")
    lead = text("لم تسجل ", _late_starters(plan), " أي لقاء قبل ", start)
    if plan.is_before_unrecorded:
        before = Span(named(Period(plan.before_first, plan.before_last)), "before_last")
        return text(lead, "؛ لذا لا تتوفر معطيات عن ", before, " (—)، ولم يُحتسب التغير.")
    partial = " جزئية، ولم يُحتسب التغير."
    return text(lead, "؛ لذا فإن أرقام الفترة السابقة", _days_before(plan), partial)


def _days_before(plan: NationalPlan) -> Text:
    """Return «(من 26 دجنبر 2025 إلى غاية 9 مارس 2026)» of a period without a name."""
    before = Period(plan.before_first, plan.before_last)
    if name_of(Period(plan.first, plan.last)) and name_of(before):
        return ()
    return text(" (", Span(arabic_days(before), "before_last"), ")")


def _late_starters(plan: NationalPlan) -> Text:
    """Return «بعض الدوائر الأمنية التي …», «3 دوائر أمنية من بين التي وردت تقاريرها»."""
    number, fact = plan.begun_late, "begun_late"
    every = "الدوائر الأمنية التي وردت تقاريرها"
    if isinstance(number, Hidden):
        return text(Span("بعض", fact), f" {every}")
    if plan.have_all_begun_late:
        them = {
            1: "الدائرة الأمنية التي ورد تقريرها",
            2: "الدائرتان الأمنيتان اللتان ورد تقريراهما",
        }
        return text(Span(them.get(number, every), fact))
    if number == 1:
        both = "الدائرتين الأمنيتين اللتين ورد تقريراهما"
        return text(Span("إحدى", fact), " ", both if plan.total.reported == 2 else every)
    some = SAY.counted(PRECINCT, number, Case.NOMINATIVE, fact)
    return text(some, " من بين التي وردت تقاريرها")


def concerns_note(plan: NationalPlan) -> Text:
    """Return what the list of topics holds, and how many points it does not."""
    scope = "يضم الجدول الانشغالات والملتمسات والمقترحات"
    aside, listed = plan.aside, plan.in_main
    every = plan.total.points
    if listed and isinstance(every, int) and listed < every:
        number = SAY.counted(POINT, listed, Case.NOMINATIVE, "in_main")
        total = SAY.bare(POINT, every, "total.points")
        most = text("يقتصر الجدول على المواضيع الأكثر تكرارا، أي ", number, " من أصل ", total)
        return text(most, "؛ وهو يضم الانشغالات والملتمسات والمقترحات.")
    if not aside:
        return text(f"{scope}.")
    number = SAY.counted(POINT, aside, Case.NOMINATIVE, "aside")
    rest = "معلومة أو استفسار أو خبر متداول أو تنويه"
    return text(f"{scope}؛ وسُجلت خارج هذه الأصناف ", number, f" ({rest}).")
