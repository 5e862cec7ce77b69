"""What became of the commitments of a period, in the national summary, in French."""

from outreach_app.i18n import Language
from outreach_app.rules.masking import Count
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import parts_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import COMMITMENT

PAGE = Language.FRENCH
SAY = MaskedFigures(PAGE)
# What is said of one commitment in a state, and of several.
_STATES = {
    "kept": ("est réalisé", "sont réalisés"),
    "running": (
        "est en attente ou en cours d’exécution",
        "sont en attente ou en cours d’exécution",
    ),
    "late": ("est en retard", "sont en retard"),
    "cst.dropped": ("est abandonné", "sont abandonnés"),
    "cst.blocked": ("n’est pas réalisable", "ne sont pas réalisables"),
    "cst.referred": ("est transmis au service compétent", "sont transmis au service compétent"),
    "ended": ("n’a pas abouti", "n’ont pas abouti"),
}


def states_sentence(plan: NationalPlan) -> Text:
    """Return « Sur 12 engagements enregistrés à la suite des rencontres…, 7 sont… »."""
    states = plan.states
    if states is None:
        return ()
    number, during = states.number, " à la suite des rencontres de la période"
    if states.kept == number:
        return all_kept(number, "states.kept", during)
    (fact, name, _value), *others = parts_of(states)
    if not others:
        every = Span(_STATES.get(name, _STATES["ended"])[number > 1], fact)
        return text(_all_made(number, during), every, ".")
    clauses = []
    for fact, name, value in parts_of(states):
        state = _STATES.get(name, _STATES["ended"])[value > 1]
        clauses.append(text(SAY.number(value, fact), f" {state}"))
    made = SAY.counted(COMMITMENT, number, Case.NOMINATIVE, "total.commitments")
    return text("Sur ", made, f" enregistrés{during}, ", listed(clauses, PAGE), ".")


def all_kept(number: Count, fact: str = "total.kept", during: str = "") -> Text:
    """Return « Les 10 engagements enregistrés sont tous réalisés »."""
    done = "sont tous deux réalisés" if number == 2 else "sont tous réalisés"
    done = "est réalisé" if number == 1 else done
    return text(_all_made(number, during), Span(done, fact), ".")


def _all_made(number: Count, during: str) -> Text:
    if number == 1:
        return text(Span("Le seul engagement", "total.commitments"), f" enregistré{during} ")
    every = SAY.number(number, "total.commitments")
    return text("Les ", every, f" engagements enregistrés{during} ")
