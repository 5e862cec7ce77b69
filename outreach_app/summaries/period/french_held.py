"""The meetings of a period and their participants, in French: a call gathers nobody."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.nouns import EXCHANGE, MEETING

SAY = Figures(Language.FRENCH)
MEETINGS = "figures.meetings.now"


def held(plan: PeriodPlan) -> Text:
    """« a tenu 8 rencontres », « a eu un échange téléphonique », « a accordé une audience »."""
    number = plan.count("meetings")
    if plan.are_exchanges:
        only = Span(french_kind("", plan.kinds[0].code).object, MEETINGS)
        several = SAY.counted(EXCHANGE, number, Case.NOMINATIVE, MEETINGS)
        return text("a eu ", only if number == 1 else several)
    if plan.only_kind == MeetingKind.RECEPTION:
        return text("a accordé ", Span("une audience", MEETINGS))
    return text("a tenu ", SAY.counted(MEETING, number, Case.NOMINATIVE, MEETINGS))


def gathered(plan: PeriodPlan) -> tuple[str, str]:
    """Return « Elles ont » and « réuni », which begin the sentence on who came."""
    number = plan.count("meetings")
    them = ("Il a", "Ils ont") if plan.are_exchanges else ("Elle a", "Elles ont")
    is_apart = plan.are_exchanges or plan.only_kind == MeetingKind.RECEPTION
    return them[number > 1], "eu lieu avec" if is_apart else "réuni"


def of_meetings(plan: PeriodPlan) -> str:
    """Return « des rencontres », « de la rencontre », « de l’échange »."""
    is_one = plan.count("meetings") == 1
    if plan.are_exchanges:
        return "de l’échange" if is_one else "des échanges"
    if plan.only_kind == MeetingKind.RECEPTION:
        return "de l’audience"
    return "de la rencontre" if is_one else "des rencontres"
