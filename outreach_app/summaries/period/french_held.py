"""What was held in a period, in French: meetings, calls, or what a unit organised."""

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, kind_alone, told_by_kind
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS, french_kind
from outreach_app.summaries.prose.nouns import EXCHANGE, HELD_KINDS, MEETING

SAY = Figures(Language.FRENCH)
MEETINGS = "figures.meetings.now"
# How what is not just held is held.
_VERBS: dict[str, str] = {
    MeetingKind.RECEPTION: "accordé",
    MeetingKind.FIELD: "effectué",
    MeetingKind.STUDY: "organisé",
    **dict.fromkeys(UNIT_KINDS, "organisé"),
    **dict.fromkeys(EXCHANGE_CHANNELS, "eu"),
}


def held(plan: PeriodPlan) -> Text:
    """Return « a tenu 8 rencontres », « a effectué 2 visites de terrain », « a eu un échange… »."""
    number, alone = plan.count("meetings"), kind_alone(plan)
    if alone is not None:
        return text(f"a {_VERBS.get(alone, 'tenu')} ", _named(alone, number, MEETINGS))
    if plan.are_exchanges:
        return text("a eu ", SAY.counted(EXCHANGE, number, Case.NOMINATIVE, MEETINGS))
    if told_by_kind(plan):
        return _by_kind(plan)
    return text("a tenu ", SAY.counted(MEETING, number, Case.NOMINATIVE, MEETINGS))


def _named(code: str, number: int, fact: str) -> Text:
    """Return « 2 visites de terrain », « un échange par courrier »."""
    if code in EXCHANGE_CHANNELS and number == 1:
        return text(Span(french_kind("", code).object, fact))
    noun = HELD_KINDS.get(code, MEETING)
    how = " en milieu scolaire" if code == MeetingKind.SCHOOL else ""
    if noun is EXCHANGE:
        how = french_kind("", code).object.removeprefix("un échange")
    return text(SAY.counted(noun, number, Case.NOMINATIVE, fact), how)


def _by_kind(plan: PeriodPlan) -> Text:
    """Return « a organisé 2 campagnes de sensibilisation et a eu un échange téléphonique »."""
    organised, exchanged = [], text()
    for row in plan.kinds:
        named = _named(row.code, row.meetings, f"kinds.{row.code}.meetings")
        if row.code in EXCHANGE_CHANNELS:
            exchanged = text("a eu ", named)
        else:
            organised.append(named)
    parts = text("a organisé ", listed(organised, Language.FRENCH))
    if not exchanged:
        return parts
    return text(parts, ", et " if len(organised) > 1 else " et ", exchanged)


def pronoun(plan: PeriodPlan) -> str:
    """Return « Elles ont », which takes up what was held."""
    number, alone = plan.count("meetings"), kind_alone(plan)
    has_exchange = any(row.code in EXCHANGE_CHANNELS for row in plan.kinds)
    is_feminine = not (plan.are_exchanges or (has_exchange and told_by_kind(plan)))
    if alone is not None:
        is_feminine = french_kind(alone, "").feminine
    one, several = ("Elle a", "Elles ont") if is_feminine else ("Il a", "Ils ont")
    return one if number == 1 else several


def these(plan: PeriodPlan) -> tuple[str, str, str]:
    """Return « Cette rencontre », « à laquelle » and « a », or those of several."""
    if plan.are_exchanges:
        one, several = ("Cet échange", "auquel", "a"), ("Ces échanges", "auxquels", "ont")
        return one if plan.count("meetings") == 1 else several
    alone = kind_alone(plan)
    if plan.count("meetings") == 1:
        kind = french_kind(alone or "", "")
        (this,) = sentence_case((Span(kind.this),))
        return this.text, "à laquelle", "a"
    if alone == MeetingKind.RECEPTION:
        return "Ces audiences", "auxquelles", "ont"
    named = "Ces actions" if told_by_kind(plan) else "Ces rencontres"
    return named, "auxquelles", "ont"


def of_meetings(plan: PeriodPlan) -> str:
    """Return « des rencontres », « de la rencontre », « de l’échange »."""
    is_one = plan.count("meetings") == 1
    if plan.are_exchanges:
        return "de l’échange" if is_one else "des échanges"
    if is_one and plan.kinds and plan.kinds[0].code == MeetingKind.RECEPTION:
        return "de l’audience"
    return "de la rencontre" if is_one else "des rencontres"
