"""The meetings of a period and their participants, in Arabic: a call gathers nobody."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures
from outreach_app.summaries.prose.blocks import Span
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.nouns import EXCHANGE, MEETING

SAY = Figures(Language.ARABIC)
MEETINGS = "figures.meetings.now"
# The only exchange of a period, by its channel.
_ONE = {
    "ch.phone": "اتصالا هاتفيا واحدا",
    "ch.mail": "تواصلا واحدا بالمراسلة",
    "ch.email": "تواصلا واحدا عبر البريد الإلكتروني",
    "ch.social": "حوارا واحدا عبر مواقع التواصل الاجتماعي",
}


def held(plan: PeriodPlan) -> tuple[str, Span]:
    """Return «عقدت » with «8 لقاءات», «أجرت » with «اتصالا هاتفيا واحدا»."""
    number = plan.count("meetings")
    if plan.are_exchanges:
        several = SAY.counted(EXCHANGE, number, Case.ACCUSATIVE, MEETINGS)
        only = _ONE.get(plan.kinds[0].code) if number == 1 else None
        return "أجرت ", Span(only, MEETINGS) if only else several
    if plan.only_kind == MeetingKind.RECEPTION:
        return "نظمت ", Span("استقبالا واحدا", MEETINGS)
    return "عقدت ", SAY.counted(MEETING, number, Case.ACCUSATIVE, MEETINGS)


def with_whom(plan: PeriodPlan) -> str | None:
    """Return «مع» of a call, «لفائدة» of a reception; None of meetings that people take part in."""
    if plan.are_exchanges:
        return "مع"
    return "لفائدة" if plan.only_kind == MeetingKind.RECEPTION else None


def meetings_of_period(plan: PeriodPlan) -> str:
    """Return «لقاءات الفترة», «لقاءي الفترة», «لقاء الفترة», «اتصال الفترة», in the genitive."""
    forms = ("اتصال", "اتصالي", "اتصالات") if plan.are_exchanges else ("لقاء", "لقاءي", "لقاءات")
    return f"{forms[min(plan.count('meetings') or 3, 3) - 1]} الفترة"
