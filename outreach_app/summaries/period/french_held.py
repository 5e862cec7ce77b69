"""The meetings of a period and their participants, in French: a call gathers nobody."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, told_by_kind
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun
from outreach_app.summaries.prose.meeting_kinds import EXCHANGE_CHANNELS, french_kind
from outreach_app.summaries.prose.nouns import (
    AWARENESS_KINDS,
    EXCHANGE,
    MEETING,
    PARTICIPANT,
    WOMAN_PARTICIPANT,
)

SAY = Figures(Language.FRENCH)
MEETINGS = "figures.meetings.now"


def held(plan: PeriodPlan) -> Text:
    """Return « a tenu 8 rencontres », « a eu un échange téléphonique », « a accordé une… »."""
    number = plan.count("meetings")
    if plan.are_exchanges:
        only = Span(french_kind("", plan.kinds[0].code).object, MEETINGS)
        several = SAY.counted(EXCHANGE, number, Case.NOMINATIVE, MEETINGS)
        return text("a eu ", only if number == 1 else several)
    if plan.only_kind == MeetingKind.RECEPTION:
        people = plan.count("participants")
        came = SAY.counted(_noun(plan), people, Case.NOMINATIVE, "figures.participants.now")
        guests = text("a reçu ", came, " en audience")
        return guests if people else text("a accordé ", Span("une audience", MEETINGS))
    if told_by_kind(plan):
        return _by_kind(plan)
    return text("a tenu ", SAY.counted(MEETING, number, Case.NOMINATIVE, MEETINGS))


def _noun(plan: PeriodPlan) -> Noun:
    """Return the noun for those who came: « participantes » where all were women."""
    women = plan.figure("women")
    are_all = women.now == plan.count("participants") and not women.is_partial
    return WOMAN_PARTICIPANT if are_all else PARTICIPANT


def _by_kind(plan: PeriodPlan) -> Text:
    """Return « a organisé 2 campagnes de sensibilisation et a eu un échange téléphonique »."""
    organised, exchanged = [], text()
    for row in plan.kinds:
        fact, noun = f"kinds.{row.code}.meetings", AWARENESS_KINDS.get(row.code)
        if noun is None:
            only = Span(french_kind("", row.code).object, fact)
            several = SAY.counted(EXCHANGE, row.meetings, Case.NOMINATIVE, fact)
            exchanged = text(" et a eu ", only if row.meetings == 1 else several)
            continue
        school = " en milieu scolaire" if row.code == MeetingKind.SCHOOL else ""
        organised.append(text(SAY.counted(noun, row.meetings, Case.NOMINATIVE, fact), school))
    parts = joined(organised, ", ") if exchanged else listed(organised, Language.FRENCH)
    return text("a organisé ", parts, exchanged)


def is_other_than_meetings(plan: PeriodPlan) -> bool:
    """Return whether the meetings compared with must be called so: what was held is not."""
    is_audience = plan.only_kind == MeetingKind.RECEPTION
    return is_audience or plan.are_exchanges or told_by_kind(plan)


def gathered(plan: PeriodPlan) -> tuple[str, str]:
    """Return « Elles ont » and « réuni », which begin the sentence on who came."""
    number = plan.count("meetings")
    has_exchange = any(row.code in EXCHANGE_CHANNELS for row in plan.kinds)
    is_mixed = has_exchange and told_by_kind(plan)
    them = ("Il a", "Ils ont") if plan.are_exchanges or is_mixed else ("Elle a", "Elles ont")
    verb = "compté" if has_exchange or plan.count("participants") == 1 else "réuni"
    return them[number > 1], "eu lieu avec" if plan.are_exchanges else verb


def these(plan: PeriodPlan) -> str:
    """Return « Ces rencontres ont », which begins the sentence on what was raised."""
    if plan.only_kind == MeetingKind.RECEPTION:
        return "Cette audience a"
    if plan.count("meetings") == 1:
        return gathered(plan)[0]
    if plan.are_exchanges:
        return "Ces échanges ont"
    return "Ces actions ont" if told_by_kind(plan) else "Ces rencontres ont"


def of_meetings(plan: PeriodPlan) -> str:
    """Return « des rencontres », « de la rencontre », « de l’échange »."""
    is_one = plan.count("meetings") == 1
    if plan.are_exchanges:
        return "de l’échange" if is_one else "des échanges"
    if plan.only_kind == MeetingKind.RECEPTION:
        return "de l’audience"
    return "de la rencontre" if is_one else "des rencontres"
