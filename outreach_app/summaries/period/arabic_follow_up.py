"""What became of the commitments and referrals of a period, in Arabic."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.arabic_labels import LABELS
from outreach_app.summaries.period.plan import (
    CodeCount,
    PeriodPlan,
)
from outreach_app.summaries.period.writer import Figures, total_of
from outreach_app.summaries.prose.arabic import (
    full_date,
    joined_to,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, takes_feminine_verb
from outreach_app.summaries.prose.nouns import COMMITMENT
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.ARABIC
SAY = Figures(PAGE)
NOMINATIVE, GENITIVE = Case.NOMINATIVE, Case.GENITIVE
MADE = "figures.commitments.now"
_ONLY = {1: "الالتزام الوحيد المسجل", 2: "الالتزامان المسجلان"}
# How one commitment is said to stand, in its cell.
STATES = {
    "cst.partly": "منجز جزئيا",
    "cst.in_progress": "قيد التنفيذ",
    "cst.open": "في انتظار التنفيذ",
    "cst.overdue": "متأخر",
    "cst.referred": "محال على الجهة المختصة",
}
_STILL = ("لا يزال {state}", "لا يزالان {state}", "لا تزال كلها {state}")
# How all earlier commitments are said to stand: one, two, more.
_ALL_EARLIER = {
    "cst.done": ("تم إنجازه", "تم إنجازهما معا", "تم إنجازها كلها"),
    "cst.partly": ("تم إنجازه جزئيا", "تم إنجازهما معا جزئيا", "تم إنجازها كلها جزئيا"),
    "cst.dropped": ("تم التخلي عنه", "تم التخلي عنهما معا", "تم التخلي عنها كلها"),
    "cst.blocked": ("تعذر تنفيذه", "تعذر تنفيذهما معا", "تعذر تنفيذها كلها"),
    "cst.referred": (
        "تمت إحالته على الجهة المختصة",
        "تمت إحالتهما معا على الجهة المختصة",
        "تمت إحالتها كلها على الجهة المختصة",
    ),
    "cst.overdue": (
        "تأخر عن الأجل المحدد",
        "تأخرا معا عن الأجل المحدد",
        "تأخرت كلها عن الأجل المحدد",
    ),
}


def as_of(plan: PeriodPlan) -> Span:
    """Return the day as of which states are told."""
    return Span(full_date(plan.as_of), "as_of")


def made(plan: PeriodPlan) -> Text:
    """Say how many commitments of the period were kept by its last day."""
    number, kept = plan.count("commitments"), plan.kept
    if not number:
        return text(LABELS.no_promises)
    if kept == number:
        said = _all_kept(number)
    elif kept == 0:
        said = _none_kept(number)
    else:
        total = SAY.counted(COMMITMENT, number, GENITIVE, MADE)
        some = SAY.counted(COMMITMENT, kept, GENITIVE, "kept")
        said = text("من أصل ", total, f" {_recorded(number)} في لقاءات الفترة، تم إنجاز ", some)
    return text(said, " إلى غاية ", as_of(plan), ".")


def _all_kept(number: int) -> Text:
    only = _ONLY.get(number)
    if only:
        return text(Span("أُنجز", "kept"), " ", Span(only, MADE), " في لقاءات الفترة")
    every, lead = SAY.number(number, MADE), Span("أُنجزت جميع", "kept")
    return text(lead, " الالتزامات المسجلة في لقاءات الفترة، وعددها ", every, "،")


def _none_kept(number: int) -> Text:
    if number == 1:
        return text(Span("لم يُنجز", "kept"), " بعد ", Span(_ONLY[1], MADE), " في لقاءات الفترة")
    none = Span("لم يُنجز أي", "kept")
    if number == 2:
        return text(none, " من ", Span("الالتزامين المسجلين", MADE), " في لقاءات الفترة")
    every = SAY.number(number, MADE)
    return text(none, " من الالتزامات المسجلة في لقاءات الفترة، وعددها ", every, "،")


def earlier(plan: PeriodPlan) -> Text:
    """Say how the commitments stand that were open when the period began."""
    total = total_of(plan.earlier)
    if not total:
        return ()
    first = Span(full_date(plan.first), "first")
    until = text(" إلى غاية ", as_of(plan))
    clauses = joined([_clause(state) for state in plan.earlier], "، و")
    if len(plan.earlier) == 1:
        state = plan.earlier[0]
        form = _ALL_EARLIER.get(state.code, _STILL)[min(total, 3) - 1]
        said = form.format(state=STATES.get(state.code, state.code))
        clauses = text(Span(said, f"earlier.{state.code}.count"))
    if total == 1:
        only = Span("الالتزام السابق الوحيد", "earlier")
        return text(" وبخصوص ", only, " الذي كان مفتوحا في ", first, "، ", clauses, until, ".")
    if total == 2:
        both = Span("الالتزامين السابقين", "earlier")
        return text(" وبخصوص ", both, " اللذين كانا مفتوحين في ", first, "، ", clauses, until, ".")
    number = SAY.number(total, "earlier")
    lead = text(" وبخصوص الالتزامات السابقة التي كانت مفتوحة في ", first, "، وعددها ", number)
    return text(lead, "، ", clauses, until, ".")


def _recorded(number: int) -> str:
    """Return «مسجلة» as it agrees with so many commitments in the genitive."""
    if number == 2:
        return "مسجلين"
    if 3 <= number % 100 <= 10:
        return "مسجلة"
    return "مسجلا" if number % 100 >= 11 else "مسجل"


def _clause(counted: CodeCount) -> Text:
    """«تم إنجاز 3 التزامات», «لا يزال التزام واحد قيد الإنجاز»."""
    number, fact = counted.count, f"earlier.{counted.code}.count"
    of_them = SAY.counted(COMMITMENT, number, GENITIVE, fact)
    they = SAY.counted(COMMITMENT, number, NOMINATIVE, fact)
    is_feminine = takes_feminine_verb(COMMITMENT, number)
    still = text("لا تزال " if is_feminine else "لا يزال ", they)
    return {
        "cst.done": text("تم إنجاز ", of_them),
        "cst.partly": text("تم الإنجاز الجزئي ", joined_to("ل", text(of_them))),
        "cst.dropped": text("تم التخلي عن ", of_them),
        "cst.blocked": text("تعذر تنفيذ ", of_them),
        "cst.referred": text("تمت إحالة ", of_them, " على الجهة المختصة"),
        "cst.overdue": text("تأخرت " if is_feminine else "تأخر ", they, " عن الأجل المحدد"),
    }.get(counted.code) or text(still, f" {STATES.get(counted.code, counted.code)}")


def unmet(plan: PeriodPlan) -> Text:
    """«الالتزامات غير المنجزة إلى غاية 31 أكتوبر 2026: 5، منها 2 سابقان للفترة»."""
    total, earlier = len(plan.promises), plan.promises_earlier
    until = text(" إلى غاية ", as_of(plan))
    if total == 1:
        before = Span("، من لقاء سابق للفترة", "promises_earlier") if earlier else ""
        return text(Span("التزام واحد", "unmet"), " غير منجز", until, before, ":")
    if total == 2:
        lead = text(Span("التزامان", "unmet"), " غير منجزين", until)
    else:
        number = Span(digits(total, PAGE), "unmet")
        lead = text("الالتزامات غير المنجزة", until, "، وعددها ", number)
    if not earlier:
        return text(lead, ":")
    if earlier == total:
        every = "كلاهما" if total == 2 else "كلها"
        return text(lead, "، ", Span(every, "promises_earlier"), " من لقاءات سابقة للفترة:")
    some = SAY.counted(COMMITMENT, earlier, NOMINATIVE, "promises_earlier")
    if total == 2:
        return text(lead, "، ", Span("أحدهما", "promises_earlier"), " من لقاء سابق للفترة:")
    return text(lead, "، منها ", some, " من لقاءات سابقة للفترة:")
