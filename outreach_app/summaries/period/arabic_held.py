"""What was held in a period, in Arabic: meetings, calls, or what a unit organised."""

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, kind_alone, told_by_kind
from outreach_app.summaries.prose.arabic import joined_to
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS, arabic_kind
from outreach_app.summaries.prose.nouns import EXCHANGE, FIELD_VISIT, HELD_KINDS, MEETING

SAY = Figures(Language.ARABIC)
MEETINGS = "figures.meetings.now"
ACCUSATIVE, GENITIVE = Case.ACCUSATIVE, Case.GENITIVE
# How what is not just held is held.
_VERBS: dict[str, str] = {
    MeetingKind.STUDY: "نظمت ",
    **dict.fromkeys(UNIT_KINDS, "نظمت "),
    **dict.fromkeys(EXCHANGE_CHANNELS, "أجرت "),
}
# The only exchange of a period, by its channel.
_ONE = {
    "ch.phone": "اتصالا هاتفيا واحدا",
    "ch.mail": "تواصلا واحدا بالمراسلة",
    "ch.email": "تواصلا واحدا عبر البريد الإلكتروني",
    "ch.social": "حوارا واحدا عبر مواقع التواصل الاجتماعي",
}
# Two of what is named by two words.
_BOTH: dict[str, str] = {
    MeetingKind.STUDY: "اليومين الدراسيين",
    **dict.fromkeys(EXCHANGE_CHANNELS, "الاتصالين"),
}


def held(plan: PeriodPlan) -> tuple[str, Text]:
    """Return «عقدت » with «8 لقاءات», «قامت » with «بزيارتين ميدانيتين».

    What a unit organises is no meeting that it holds: «نظمت حملة تحسيسية واحدة».
    """
    number, alone = plan.count("meetings"), kind_alone(plan)
    codes = {row.code for row in plan.kinds}
    if alone == MeetingKind.FIELD:
        visits = SAY.counted(FIELD_VISIT, number, GENITIVE, MEETINGS)
        return "قامت ", joined_to("ب", text(visits))
    if alone is not None:
        return _VERBS.get(alone, "عقدت "), _named(alone, number, MEETINGS)
    if plan.are_exchanges:
        return "أجرت ", text(SAY.counted(EXCHANGE, number, ACCUSATIVE, MEETINGS))
    if told_by_kind(plan):
        return "نظمت ", _by_kind(plan)
    meetings = text(SAY.counted(MEETING, number, ACCUSATIVE, MEETINGS))
    if codes & EXCHANGE_CHANNELS:
        return "سجلت ", meetings  # a call is neither held nor organised
    return "نظمت " if codes & UNIT_KINDS else "عقدت ", meetings


def _named(code: str, number: int, fact: str) -> Text:
    """Return «حملتين تحسيسيتين», «تواصلا واحدا بالمراسلة»."""
    if number == 1 and (only := _ONE.get(code)) is not None:
        return text(Span(only, fact))
    noun = HELD_KINDS.get(code, MEETING)
    how = " بالوسط المدرسي" if code == MeetingKind.SCHOOL else ""
    if noun is EXCHANGE:
        how = _ONE.get(code, "").partition(" واحدا")[2]
    return text(SAY.counted(noun, number, ACCUSATIVE, fact), how)


def _by_kind(plan: PeriodPlan) -> Text:
    """Return «حملتين تحسيسيتين ويوما واحدا للأبواب المفتوحة، وأجرت اتصالا هاتفيا واحدا»."""
    organised, exchanged = [], text()
    for row in plan.kinds:
        named = _named(row.code, row.meetings, f"kinds.{row.code}.meetings")
        if row.code in EXCHANGE_CHANNELS:
            exchanged = text("، وأجرت ", named)
        else:
            organised.append(named)
    return text(listed(organised, Language.ARABIC), exchanged)


def in_them(plan: PeriodPlan) -> str:
    """Return «فيها» of several, «فيهما» of two, and of one as its name has it.

    Who came to one of them is not said to have come to all: «في أحدهما», «في إحداها».
    """
    number, alone = plan.count("meetings"), kind_alone(plan)
    is_feminine = alone is not None and HELD_KINDS.get(alone, MEETING).feminine
    if number == 1:
        return "فيها" if is_feminine else "فيه"
    is_of_one = plan.participants_noted == 1 or plan.count("participants") == 1
    if is_of_one:
        return f"في {'إحدا' if is_feminine else 'أحد'}{'هما' if number == 2 else 'ها'}"
    return {2: "فيهما"}.get(number, "فيها")


def meetings_of_period(plan: PeriodPlan) -> str:
    """Return «لقاءات الفترة»; of one or two of a kind «الزيارة المذكورة», «اللقاءين المذكورين»."""
    number, alone = plan.count("meetings"), kind_alone(plan)
    if alone is not None and 0 < number <= 2:
        return _mentioned(alone, number)
    forms = ("اتصال", "اتصالي", "اتصالات") if plan.are_exchanges else ("لقاء", "لقاءي", "لقاءات")
    return f"{forms[min(number or 3, 3) - 1]} الفترة"


def _mentioned(code: str, number: int) -> str:
    """Return what was named before, one or two of a kind, in the genitive."""
    kind = arabic_kind(code, "")
    if code == MeetingKind.OPEN_DAY:  # counted as the one action that it is, however long
        one = number == 1
        return f"عملي{'ة' if one else 'تي'} الأبواب المفتوحة المذكور{'ة' if one else 'تين'}"
    if number == 1:
        return f"{kind.later} المذكور{'ة' if kind.feminine else ''}"
    both = _BOTH.get(code)
    if both is None:
        both = f"{kind.later.removesuffix('ة')}تين" if kind.feminine else f"{kind.later}ين"
    return f"{both} المذكور{'تين' if kind.feminine else 'ين'}"
