"""The states of earlier commitments, and the reactions to points, in Arabic."""

from collections.abc import Sequence

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.arabic import chief, full_date, label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.meeting_kinds import arabic_kind
from outreach_app.summaries.prose.nouns import COMMITMENT
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.periods import arabic_first
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.plan import SessionPlan, SituationFacts
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
)
from outreach_app.summaries.session.writer import (
    emergency_number,
    kind_said,
    promise_path,
)

PAGE = Language.ARABIC
_REACTIONS = {
    "out.resolved": "تمت تسوية النقطة",
    "out.answered": "بُلغ الجواب",
    "out.no_followup": "لم يُتخذ بشأنها أي إجراء إضافي",
    "out.out_of_scope": "خارج اختصاص الدائرة الأمنية",
    "out.under_study": "قيد الدراسة",
    "out.looked_into": "أُحيلت على المصلحة المختصة قصد اتخاذ ما يلزم",
    "out.oriented": (
        "تم التوجيه إلى التبليغ بالوقائع وفق المساطر القانونية، لدى الشرطة القضائية أو النيابة "
        "العامة المختصة، أو الاتصال بالرقم 19"
    ),
}
# Numbers of a definite group: from eleven on, the number is a separate word.
_DEFINITE = dict(
    enumerate(
        ("الثلاثة", "الأربعة", "الخمسة", "الستة", "السبعة", "الثمانية", "التسعة", "العشرة"), start=3
    )
)
# How one stood, in the table and what leads to the day since when.
_STOOD = {
    "cst.done": ("منجز", " يوم "),
    "cst.partly": ("منجز جزئيا", " يوم "),
    "cst.in_progress": ("قيد التنفيذ", " منذ "),
    "cst.open": ("في انتظار التنفيذ", ""),
    "cst.overdue": ("انقضى أجله دون إنجازه", ""),
    "cst.referred": ("محال على الجهة المختصة", " يوم "),
    "cst.dropped": ("تم التخلي عنه", " يوم "),
    "cst.blocked": ("تعذر تنفيذه", " يوم "),
}


def earlier(plan: SessionPlan) -> Text:
    """Return what introduces the table of earlier commitments, by their state that day."""
    before = plan.earlier
    if before is None:
        return ()
    this = arabic_kind(*kind_said(plan)).this
    until = f"، إلى غاية {'' if 'يوم' in this or 'أيام' in this else 'تاريخ '}{this}، "
    return text("وكانت وضعية ", _those(before), until, "كما يلي", _others(before), ":")


def _those(before: EarlierFacts) -> Text:
    """Return «الالتزامات الخمسة المسجلة يوم 12 شتنبر 2026»; one and two are forms of the noun."""
    if before.are_some:
        number = Span(count(COMMITMENT, before.number, Case.GENITIVE, PAGE), "earlier")
        made, recorded = digits(before.among, PAGE), "مسجلة"
        if before.among == 2:
            made, recorded = "التزامين", "مسجلين"
        among = Span(made, "earlier.among")
        return text(number, " من أصل ", among, f" {recorded} ", _when(before))
    if before.number == 2 and before.is_each_of_its_day:
        first, second = (_made_on(day, number) for day, number in before.days_told)
        both = Span("الالتزامين", "earlier")
        return text(both, " المسجل أولهما ", first, " وثانيهما ", second)
    if before.number < 3:
        said = ("الالتزام المسجل", "الالتزامين المسجلين")[before.number - 1]
        return text(Span(said, "earlier"), " ", _when(before))
    if before.number in _DEFINITE:
        number_said = Span(_DEFINITE[before.number], "earlier")
        return text("الالتزامات ", number_said, " المسجلة ", _when(before))
    number = Span(digits(before.number, PAGE), "earlier")
    return text("الالتزامات، وعددها ", number, "، المسجلة ", _when(before))


def _when(before: EarlierFacts) -> Text:
    """Return «يوم 12 شتنبر 2026»; of many days, the first and the last.

    Then it is told at which meetings they were made.
    """
    if not before.are_days_in_table:
        return joined([_made_on(day, number) for day, number in before.days_told], " و")
    first, last = before.made[0].made_on, before.made[-1].made_on
    path = f"earlier.made.{len(before.made)}.made_on"
    begun = Span(arabic_first(Period(first, last)), "earlier.made.1.made_on")
    between = text("ما بين ", begun, " و", Span(full_date(last), path))
    if before.present is None:
        return text(between, " في إطار لقاءات سابقة")
    whom = {
        1: "الشريك المعني",
        2: "أحد الشريكين المعنيين على الأقل",
    }.get(before.present, "أحد الشركاء المعنيين على الأقل")
    return text(between, f" في إطار لقاءات مع {whom}")


def _others(before: EarlierFacts) -> str:
    """Return that the outcome of the others made with those listed was told before."""
    if not before.are_some:
        return ""
    others = ("الالتزام الآخر", "الالتزامين الآخرين", "الالتزامات الأخرى")
    return f" (سبق تسجيل مآل {others[min(before.among - before.number, 3) - 1]})"


def _made_on(made: Sequence[tuple[int, MadeFacts]], days: int) -> Text:
    """Return «يوم 12 شتنبر 2026», «… (تبعا للزيارة بتاريخ 9 شتنبر 2026)».

    `days` of them, this the last, came after the same meetings.
    """
    number, first = made[0]
    day = Span(full_date(first.made_on), f"earlier.made.{number}.made_on")
    after = [
        text(
            f"{arabic_kind(each.after.kind, each.after.channel).to_it} بتاريخ ",
            Span(full_date(each.after.held_on), f"earlier.made.{number}.after.held_on"),
        )
        for number, each in made
        if each.after
    ]
    these = ("", "في هذين اليومين ", "في هذه الأيام الثلاثة ")[max(days, 1) - 1]
    return text("يوم ", day, text(f" ({these}تبعا ", joined(after, " و"), ")") if days else "")


def stood(state: EarlierState, promise: CommitmentFacts) -> Text:
    """Return the state of an earlier commitment, and its date."""
    path = promise_path(state, promise)
    said, since = _STOOD.get(state.code, ("غير معروف الوضعية", ""))
    words = Span(said, f"earlier.states.{state.code}.code")
    is_dated = bool(since) and promise.since is not None
    on = Span(short_date(promise.since), f"{path}.since") if is_dated and promise.since else None
    is_done = state.code == CommitmentStatus.DONE
    late = " بعد انصرام الأجل،" if promise.is_late and is_done else ""
    past = "، وقد انقضى الأجل" if promise.is_late and not is_done else ""
    why = text(": ", inline(promise.why, f"{path}.why", PAGE)) if promise.why else ""
    if promise.is_entered and on:
        # Nobody noted since when: only the day of the entry is known.
        return text(words, " (سُجل يوم ", on, ")", past, why)
    return text(words, late, text(since, on) if on else "", past, why)


def debtor(commitment: CommitmentFacts | SituationFacts, path: str, office: OfficeFacts) -> Text:
    """Return who owes a commitment: by name, by profession, or the head of the office."""
    name = own_words(commitment.debtor, f"{path}.debtor", PAGE) if commitment.debtor else None
    if name:
        return text(name)
    if commitment.authority:
        return text(label_span(commitment.authority, f"{path}.authority"))
    if commitment.debtor_kind:
        said = name_of_one(commitment.debtor_kind, PAGE)
        return text(Span(said, f"{path}.debtor_kind"))
    owners = {"partner": "شريك لم يُدون اسمه", "authority": "جهة مختصة لم تُحدد"}
    return text(Span(owners.get(commitment.owner or "", chief(office).text), f"{path}.owner"))


def reaction(code: str, fact: str) -> Text:
    """Return a reaction, with the emergency number as a separate span."""
    said = _REACTIONS.get(code) or vocabulary.printed(code, PAGE)
    return emergency_number(Span(said, fact), PAGE)
