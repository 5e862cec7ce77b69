"""The awaited reports in the national summary, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date, of
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import PRECINCT

SAY = MaskedFigures(Language.FRENCH)


def late_sentence(plan: NationalPlan) -> Text:
    """Return how many reports are awaited, in time or late, before their list."""
    awaited = plan.awaited
    if plan.total.offices == 0:
        none = "Aucun arrondissement de police n’est inscrit"
        return text(none, "\u00a0; aucun rapport n’est attendu.")
    if not awaited:
        return text("Tous les rapports attendus ont été reçus.")
    who = "Le rapport " if awaited == 1 else "Les rapports "
    due_on = Span(full_date(plan.due_on), "due_on")
    if plan.is_due:
        waited = ", attendu" if awaited == 1 else ", attendus"
        lead = text(who, _precincts(plan), f"{waited} pour le\u00a0", due_on)
        verb = ", n’est pas encore reçu" if awaited == 1 else ", ne sont pas encore reçus"
        by_then = text(f"{verb} au\u00a0", Span(full_date(plan.as_of), "as_of"))
        return text(lead, by_then, f"{_first(plan)}\u00a0:")
    verb = "reste attendu" if awaited == 1 else "restent attendus"
    said = f" {verb}\u00a0; le délai est fixé au "
    return text(who, _precincts(plan), said, due_on, f"{_first(plan)}\u00a0:")


def still_awaited(plan: NationalPlan) -> Text:
    """Write what is still awaited, by a pronoun where its number is that of those received."""
    is_one, agrees = plan.awaited == 1, (plan.awaited == 1) == (plan.total.reported == 1)
    if is_one:
        who, verb = "celui" if agrees else "le rapport", "reste attendu"
    else:
        who, verb = "ceux" if agrees else "les rapports", "restent attendus"
    return text(f"\u00a0; {who} ", _precincts(plan), f" {verb}")


def _first(plan: NationalPlan) -> str:
    """Return the start of the list if it is cut."""
    if not plan.late_more:
        return ""
    if plan.begins_with_silent:
        return ". D’abord ceux qui n’ont jamais rien transmis, puis par nombre de mois sans rapport"
    return ". Les premiers, par nombre de mois sans rapport, sont"


def _precincts(plan: NationalPlan) -> Text:
    return of((SAY.counted(PRECINCT, plan.awaited or 0, Case.NOMINATIVE, "awaited"),))
