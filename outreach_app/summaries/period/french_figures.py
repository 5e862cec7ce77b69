"""What was held in a period, who came and what was raised, in French."""

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.kinds import MeetingKind
from outreach_app.summaries.period import french_held
from outreach_app.summaries.period.french_before import then
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.writer import Figures, female_of, kind_alone, noun_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import named_unit, sentence_case
from outreach_app.summaries.prose.french_letters import LETTERS, in_words
from outreach_app.summaries.prose.nouns import (
    MEETING,
    PARTICIPANT,
    POINT,
    WOMAN,
    WOMAN_PARTICIPANT,
)

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE
WOMEN = "figures.women.now"


def figures(plan: PeriodPlan) -> Text:
    """State how many meetings were held, who came, what was raised."""
    meetings = plan.figure("meetings")
    held = text(named_unit(plan.office), " ", french_held.held(plan))
    before = then(plan, "figures.meetings", MEETING, meetings.now or 0, meetings.before)
    lead = text("Au cours de cette période, ", held, before, ".")
    return text(lead, _came_and_raised(plan), _women_of_some(plan))


def _came_and_raised(plan: PeriodPlan) -> Text:
    """Return « Elles ont réuni 9 participants et ont permis d’enregistrer 3 demandes. »."""
    people, points = _people(plan), _points(plan)
    these, _to_which, have = french_held.these(plan)
    if not people:
        return text(f" {these} {have} permis d’enregistrer ", points, ".") if points else ()
    # One person gathers nobody, nor does a call; guests are received.
    is_audience = kind_alone(plan) == MeetingKind.RECEPTION
    if plan.count("participants") == 1 or plan.are_exchanges or is_audience:
        return _taken_part(plan, people, points)
    they = french_held.pronoun(plan)
    has_exchange = any(row.code in EXCHANGE_CHANNELS for row in plan.kinds)
    came = text(f" {they} {'totalisé' if has_exchange else 'réuni'} ", people)
    if not points:
        return text(came, ".")
    comma = "," if _names_women(people) else ""
    return text(came, f"{comma} et {have} permis d’enregistrer ", points, ".")


def _taken_part(plan: PeriodPlan, people: Text, points: Text) -> Text:
    """Return « Cet échange, auquel 3 participants ont pris part, a permis d’enregistrer… »."""
    these, to_which, have = french_held.these(plan)
    number = plan.count("participants")
    comma = "," if _names_women(people) else ""
    took = f"{'a' if number == 1 else 'ont'} pris part"
    if points:
        lead = text(f" {these}, {to_which} ", people, f"{comma} {took}, ")
        return text(lead, f"{have} permis d’enregistrer ", points, ".")
    took = f"{comma} y {took}"
    if number >= len(LETTERS):  # no French sentence opens on a figure
        return text(" Au total, ", people, took, ".")
    first, *others = people
    return text(" ", sentence_case((in_words(first, number),)), tuple(others), took, ".")


def _names_women(people: Text) -> bool:
    return any(span.fact == WOMEN for span in people)


def _people(plan: PeriodPlan) -> Text:
    """Return « 14 participants, dont 6 femmes »; empty where nobody came or was counted."""
    people, women = plan.count("participants"), plan.count("women")
    if not people:
        return ()
    noun = WOMAN_PARTICIPANT if plan.are_all_women else PARTICIPANT
    said = text(SAY.counted(noun, people, NOMINATIVE, "figures.participants.now"))
    if plan.are_all_women:
        return text(said, _noted(plan, "women", "nombre relevé"))
    if not women:
        return text(said, _noted(plan, "participants", "nombre relevé"))
    told = SAY.counted(female_of(plan), women, NOMINATIVE, WOMEN)
    if plan.are_noted_together:
        return text(said, ", dont ", told, _noted(plan, "women", "nombres relevés"))
    said = text(said, _noted(plan, "participants", "nombre relevé"))
    return said if plan.figure("women").is_partial else text(said, ", dont ", told)


def _women_of_some(plan: PeriodPlan) -> Text:
    """Return « Le nombre de femmes n’a été relevé que pour une rencontre : 3 sur 17. »."""
    women, noted = plan.count("women"), plan.women_noted
    if not plan.figure("women").is_partial or plan.are_noted_together:
        return ()
    are_women = female_of(plan) is WOMAN
    whose = "femmes" if are_women else "participants de sexe féminin"
    held = SAY.counted(MEETING, noted, NOMINATIVE, "women_noted")
    lead = text(f" Le nombre de {whose} n’a été relevé que pour ", held)
    if not women:
        none = "aucune femme" if are_women else "aucun participant de sexe féminin"
        where = ", à laquelle " if noted == 1 else ", auxquelles "
        return text(lead, where, Span(none, WOMEN), " n’a pris part.")
    one = "une" if are_women else "un"
    number = text(Span(one, WOMEN)) if women == 1 else SAY.number(women, WOMEN)
    if women == plan.women_among:
        those = text(SAY.counted(WOMAN_PARTICIPANT, women, NOMINATIVE, "women_among"))
        those = text(Span("une seule participante", "women_among")) if women == 1 else those
        gathered = ", qui a réuni " if noted == 1 else ", qui ont réuni "
        return text(lead, gathered, those, ".")
    among: Text = ()
    if plan.women_among is not None:
        base = SAY.counted(PARTICIPANT, plan.women_among, NOMINATIVE, "women_among")
        among = text(" sur ", base)
    return text(lead, "\u00a0: ", number, among, ".")


def _noted(plan: PeriodPlan, code: str, lead: str) -> Text:
    """Return « (nombre relevé pour 9 rencontres sur 11) »; empty where all of them noted it."""
    if not plan.figure(code).is_partial:
        return ()
    known = plan.participants_noted if code == "participants" else plan.women_noted
    counted = SAY.counted(MEETING, known, NOMINATIVE, f"{code}_noted")
    whole = SAY.number(plan.count("meetings"), "figures.meetings.now")
    return text(f" ({lead} pour ", counted, " sur ", whole, ")")


def _points(plan: PeriodPlan) -> Text:
    """Return « 5 points : 3 demandes et 2 questions », « 3 demandes »; empty of none."""
    points = plan.count("points")
    if not points:
        return ()
    if len(plan.point_kinds) == 1:
        noun = noun_of(plan.point_kinds[0].code)
        return text(SAY.counted(noun, points, NOMINATIVE, "figures.points.now"))
    counted = SAY.counted(POINT, points, NOMINATIVE, "figures.points.now")
    kinds = [
        text(SAY.counted(noun_of(row.code), row.count, NOMINATIVE, f"point_kinds.{row.code}.count"))
        for row in plan.point_kinds
    ]
    return text(counted, "\u00a0: ", listed(kinds, PAGE))
