"""The meetings of a period and their participants, in Arabic: a call gathers nobody."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, told_by_kind
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.meeting_kinds import EXCHANGE_CHANNELS, UNIT_KINDS
from outreach_app.summaries.prose.nouns import AWARENESS_KINDS, EXCHANGE, MEETING

SAY = Figures(Language.ARABIC)
MEETINGS = "figures.meetings.now"
# The only exchange of a period, by its channel.
_ONE = {
    "ch.phone": "اتصالا هاتفيا واحدا",
    "ch.mail": "تواصلا واحدا بالمراسلة",
    "ch.email": "تواصلا واحدا عبر البريد الإلكتروني",
    "ch.social": "حوارا واحدا عبر مواقع التواصل الاجتماعي",
}


def held(plan: PeriodPlan) -> tuple[str, Text]:
    """Return «عقدت » with «8 لقاءات», «أجرت » with «اتصالا هاتفيا واحدا».

    What a unit organises is no meeting that it holds: «نظمت حملة تحسيسية واحدة».
    """
    number, codes = plan.count("meetings"), {row.code for row in plan.kinds}
    if plan.are_exchanges:
        several = SAY.counted(EXCHANGE, number, Case.ACCUSATIVE, MEETINGS)
        only = _ONE.get(plan.kinds[0].code) if number == 1 else None
        return "أجرت ", text(Span(only, MEETINGS) if only else several)
    if plan.only_kind == MeetingKind.RECEPTION:
        return "عقدت ", text(Span("لقاء واحدا", MEETINGS), "، هو استقبال")
    if told_by_kind(plan):
        return "نظمت ", _by_kind(plan)
    meetings = text(SAY.counted(MEETING, number, Case.ACCUSATIVE, MEETINGS))
    is_organised = bool(codes & (UNIT_KINDS | EXCHANGE_CHANNELS))
    return "نظمت " if is_organised else "عقدت ", meetings


def _by_kind(plan: PeriodPlan) -> Text:
    """Return «حملتين تحسيسيتين ويوما واحدا للأبواب المفتوحة، وأجرت اتصالا هاتفيا واحدا»."""
    organised, exchanged = [], text()
    for row in plan.kinds:
        fact, noun = f"kinds.{row.code}.meetings", AWARENESS_KINDS.get(row.code)
        if noun is None:
            only = Span(_ONE.get(row.code, ""), fact)
            several = SAY.counted(EXCHANGE, row.meetings, Case.ACCUSATIVE, fact)
            exchanged = text("، وأجرت ", only if row.meetings == 1 else several)
            continue
        school = " بالوسط المدرسي" if row.code == MeetingKind.SCHOOL else ""
        counted = SAY.counted(noun, row.meetings, Case.ACCUSATIVE, fact)
        organised.append(text(counted, school))
    return text(listed(organised, Language.ARABIC), exchanged)


def with_whom(plan: PeriodPlan) -> str | None:
    """Return « مع » of a call, « » of a reception; None of meetings that people take part in."""
    if plan.are_exchanges:
        return " مع "
    return " " if plan.only_kind == MeetingKind.RECEPTION else None


def in_them(plan: PeriodPlan) -> str:
    """Return «فيها» of several, «فيهما» of two, and of one as its name has it."""
    number = plan.count("meetings")
    if number == 1 and told_by_kind(plan):
        noun = AWARENESS_KINDS.get(plan.kinds[0].code)
        return "فيها" if noun is not None and noun.feminine else "فيه"
    return {1: "فيه", 2: "فيهما"}.get(number, "فيها")


def is_other_than_meetings(plan: PeriodPlan) -> bool:
    """Return whether the meetings compared with must be called so: what was held is not."""
    return with_whom(plan) is not None or told_by_kind(plan)


def meetings_of_period(plan: PeriodPlan) -> str:
    """Return «لقاءات الفترة», «لقاءي الفترة», «لقاء الفترة», «اتصال الفترة», in the genitive."""
    forms = ("اتصال", "اتصالي", "اتصالات") if plan.are_exchanges else ("لقاء", "لقاءي", "لقاءات")
    return f"{forms[min(plan.count('meetings') or 3, 3) - 1]} الفترة"
