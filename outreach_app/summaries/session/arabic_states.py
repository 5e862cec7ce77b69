"""The states of earlier commitments, and the reactions to points, in Arabic."""

from collections.abc import Callable, Sequence
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
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
from outreach_app.summaries.prose.numbers import digits, ranked
from outreach_app.summaries.prose.periods import arabic_first
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.arabic_others import WORDS, others_closed
from outreach_app.summaries.session.arabic_renewed import with_renewed
from outreach_app.summaries.session.plan import SessionPlan, SituationFacts
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
)
from outreach_app.summaries.session.writer import (
    earlier_named,
    emergency_number,
    kind_said,
    promise_path,
)

PAGE = Language.ARABIC
_REACTIONS = {
    "out.resolved": "تمت تسوية النقطة",
    "out.answered": "تم تبليغ الجواب",
    "out.no_followup": "لم يُتخذ بشأنها أي إجراء إضافي",
    "out.out_of_scope": "خارج اختصاص الدائرة الأمنية",
    "out.under_study": "قيد الدراسة",
    "out.looked_into": "أُحيلت على المصلحة المختصة",
    "out.oriented": (
        "التوجيه نحو المساطر القانونية (الشرطة القضائية أو النيابة العامة المختصة) أو نحو الاتصال "
        "بالرقم 19"
    ),
}
# How one stood, in the table and what leads to the day since when.
_STOOD = {
    "cst.done": ("منجز", " يوم "),
    "cst.partly": ("منجز جزئيا", " يوم "),
    "cst.in_progress": ("قيد التنفيذ", " منذ "),
    "cst.open": ("في انتظار التنفيذ", ""),
    "cst.overdue": ("انقضى الأجل ولم يُسجل أي إنجاز", ""),
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
    day = "انطلاق " if plan.last_on else "" if "يوم" in this or "أيام" in this else "تاريخ "
    stood = text(f"، إلى غاية {day}{this}، كما يلي", others_closed(before), ":")
    if before.is_told_before:
        return text(_made_before(before), "وكانت ", _of_them(before), stood)
    return text("وكانت وضعية ", _those(before), stood)


def _made_before(before: EarlierFacts) -> Text:
    """Return «وسبق تسجيل 4 التزامات خلال …. », before how they stood."""
    fact = "earlier.among" if before.are_some else "earlier"
    made = Span(count(COMMITMENT, before.among, Case.GENITIVE, PAGE), fact)
    return text("وسبق تسجيل ", made, " ", _when(before), ". ")


def _of_them(before: EarlierFacts) -> Text:
    """Return «وضعيتها», «وضعية ثلاثة منها»."""
    if not before.are_some:
        return text("وضعيتهما" if before.among == 2 else "وضعيتها")
    number = before.number
    told = WORDS[number] if number in WORDS and before.among in WORDS else digits(number, PAGE)
    one = "أحد" if number == 1 else told
    of = "هما" if before.among == 2 else "ها"
    return text("وضعية ", Span(one, "earlier"), of if number == 1 else f" من{of}")


def _those(before: EarlierFacts) -> Text:
    """Return «الالتزامات الخمسة المسجلة …», «ثلاثة من الالتزامات الخمسة المسجلة …»."""
    number, fact = before.number, "earlier.among" if before.are_some else "earlier"
    some: Text = ()
    if before.are_some:
        in_words = number == 1 or (number in WORDS and before.among in WORDS)
        told = Span(WORDS[number] if in_words else digits(number, PAGE), "earlier")
        some = text(told, " " if number == 1 else " من ")
        number = before.among
    if number < 3:
        said, recorded = (("الالتزام", "المسجل"), ("الالتزامين", "المسجلين"))[number - 1]
        return text(some, Span(said, fact), f" {recorded} ", _when(before))
    if number in WORDS:
        definite = Span(f"ال{WORDS[number]}", fact)
        return text(some, "الالتزامات ", definite, " المسجلة ", _when(before))
    figures = Span(digits(number, PAGE), fact)
    return text(some, "الالتزامات، وعددها ", figures, "، المسجلة ", _when(before))


def _when(before: EarlierFacts) -> Text:
    """Return «خلال اللقاء رقم 03/2026 بتاريخ 12 شتنبر 2026».

    Of many days, it is the first and the last, and at which meetings they were made.
    """
    if not before.are_days_in_table:
        said = [joined([_made_at(made) for made in of_one], " و") for of_one in before.by_origin]
        return joined(said, "، و")
    first, last = before.made[0].made_on, before.made[-1].made_on
    path = f"earlier.made.{len(before.made)}.made_on"
    begun = Span(arabic_first(Period(first, last)), "earlier.made.1.made_on")
    between = text("ما بين ", begun, " و", Span(full_date(last), path))
    return text(between, "، ", joined(_sources(before), "، أو "))


def _sources(before: EarlierFacts) -> list[Text]:
    """Return «في إطار لقاءات سابقة …», «تبعا لملاحظات …», or both."""
    whose = {
        None: "",
        1: " شارك فيها هذا الشريك",
        2: " شارك فيها أحد هذين الشريكين أو كلاهما",
    }.get(before.present, " شارك فيها واحد أو أكثر من هؤلاء الشركاء")
    meetings = text("في إطار لقاءات سابقة", whose)
    met = [meetings] if any(made.met for made in before.made) else []
    return met + [text("تبعا لملاحظات واردة خارج اللقاءات")] * any(
        made.met is None for made in before.made
    )


def _made_at(made: Sequence[tuple[int, MadeFacts]]) -> Text:
    """Return «خلال الزيارة رقم 03/2026 بتاريخ 9 شتنبر 2026», and the days after it."""
    number, first = made[0]
    if first.met is None:
        at_once = len(made) == 1 and first.is_of_remark_that_day
        day = text(" في اليوم نفسه") if at_once else _received_on(number, first)
        return text(_days(made), " تبعا لملاحظة واردة", day, " خارج اللقاءات")
    kind = arabic_kind(*first.met.kind_said)
    named = _number_and_days(first.met, f"earlier.made.{number}.met")
    during: Text = ()
    it = text(kind.to_it, named)
    if any(each.is_at_meeting for _number, each in made):
        during, it = text(f"خلال {kind.later}", named), text(f"ل{kind.this}")
    days = _days([each for each in made if not each[1].is_at_meeting])
    after = text(days, " تبعا ", it) if days else ()
    return text(during, " ثم " if during and after else "", after)


def _days(made: Sequence[tuple[int, MadeFacts]]) -> Text:
    """Return «يوم 6 شتنبر 2026 ويوم 12 شتنبر 2026», empty for none."""
    days = [
        text("يوم ", Span(full_date(each.made_on), f"earlier.made.{number}.made_on"))
        for number, each in made
    ]
    return joined(days, " و")


def _received_on(number: int, made: MadeFacts, said: Callable[[date], str] = full_date) -> Text:
    """Return «يوم 2 ماي 2026» of the remark, the day as it is `said`; empty for a meeting."""
    if made.received_on is None:
        return ()
    return text(" يوم ", Span(said(made.received_on), f"earlier.made.{number}.received_on"))


def remark_received(number: int, made: MadeFacts) -> Text:
    """Return «ملاحظة واردة يوم 02/05/2026 خارج اللقاءات» beside the day of a promise on it.

    The day of the remark is left out where it is that day; of a meeting nothing is said.
    """
    if made.met is not None:
        return ()
    day = () if made.is_of_remark_that_day else _received_on(number, made, short_date)
    return text("ملاحظة واردة", day, " خارج اللقاءات")


def _number_and_days(met: MeetingMet, path: str) -> Text:
    """Return «رقم 03/2026 بتاريخ 9 شتنبر 2026», «رقم 02/2026 من 25 إلى غاية 27 ماي 2026»."""
    number = text(" رقم ", Span(isolate(met.number), f"{path}.number")) if met.number else ""
    if met.last_on is None:
        return text(number, " بتاريخ ", Span(full_date(met.held_on), f"{path}.held_on"))
    begun = Span(arabic_first(Period(met.held_on, met.last_on)), f"{path}.held_on")
    until = Span(full_date(met.last_on), f"{path}.last_on")
    return text(number, " من ", begun, " إلى غاية ", until)


def stood(plan: SessionPlan) -> list[Text]:
    """Return how each earlier commitment stood, and whether it was promised again by then."""
    this = arabic_kind(*kind_said(plan)).this
    return [
        with_renewed(_stood(state, promise, path), promise, path, this, state.code)
        for state, promise in earlier_named(plan)
        for path in (promise_path(state, promise),)
    ]


def _stood(state: EarlierState, promise: CommitmentFacts, path: str) -> Text:
    """Return a state, and its date, unless what came of it when promised again says it."""
    if promise.renewed is not None and promise.renewed.replaces(state.code):
        return ()
    return how_it_stood(state, promise, path, f"earlier.states.{state.code}.code")


def how_it_stood(state: EarlierState, promise: CommitmentFacts, path: str, fact: str) -> Text:
    """Return a state, and its date, of a commitment whose facts are at a path."""
    said, since = _STOOD.get(state.code, ("غير معروف الوضعية", ""))
    words = Span(said, fact)
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
        women = bool(commitment.is_debtor_woman)
        said = name_of_one(commitment.debtor_kind, PAGE, women=women)
        rank = ranked(commitment.debtor_rank, f"{path}.debtor_rank", PAGE)
        return text(Span(said, f"{path}.debtor_kind"), rank)
    owners = {"partner": "شريك لم يُدون اسمه", "authority": "جهة مختصة لم تُحدد"}
    return text(Span(owners.get(commitment.owner or "", chief(office).text), f"{path}.owner"))


def reaction(code: str, fact: str) -> Text:
    """Return a reaction, with the emergency number as a separate span."""
    said = _REACTIONS.get(code) or vocabulary.printed(code, PAGE)
    return emergency_number(Span(said, fact), PAGE)
