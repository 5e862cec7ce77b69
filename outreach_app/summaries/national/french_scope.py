"""The scope of the figures in the national summary, and their gaps, in French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.masking import Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import awareness_among, dialogue_beside, dialogue_noun
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date
from outreach_app.summaries.prose.french_periods import name_of, named
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, POINT
from outreach_app.summaries.prose.periods import french_days

SAY = MaskedFigures(Language.FRENCH)
_FACT = "communication.awareness"


def parts(plan: NationalPlan) -> Text:
    """Return « , soit 8 séances de dialogue et 7 actions de sensibilisation »."""
    made = awareness_among(plan)
    if made is None:
        return ()
    actions = text(SAY.counted(AWARENESS_ACTION, made.count, Case.NOMINATIVE, f"{_FACT}.count"))
    if not (number := dialogue_beside(plan, made)):
        return text(", soit ", actions)
    dialogue = SAY.counted(dialogue_noun(plan), number, Case.NOMINATIVE, "dialogue")
    return text(", soit ", dialogue, " et ", actions)


def gaps(plan: NationalPlan) -> Text:
    """Return which registers begin late, else the days before that no other sentence has."""
    if plan.before_from is not None:
        return _partly_recorded(plan)
    if plan.few_from is not None:
        start = Span(full_date(plan.few_from), "few_from")
        lead = text(_late_starters(plan), " enregistré aucune rencontre avant le\u00a0", start)
        compared = text("\u00a0; la comparaison avec la période précédente", _days_before(plan))
        return text(lead, compared, " n’a donc qu’une valeur indicative.")
    days = _days_before(plan)
    is_told = not days or plan.sessions_before not in (0, Hidden.WITHHELD) or plan.has_totals_alone
    is_told = is_told or plan.total.reported == 0
    return () if is_told else text("Période précédente\u00a0: ", days[1], ".")


def _partly_recorded(plan: NationalPlan) -> Text:
    """Return which registers begin late: earlier figures are partial, or there are none."""
    start = Span(full_date(plan.before_from or date.min), "before_from")
    lead = text(_late_starters(plan), " enregistré aucune rencontre avant le\u00a0", start)
    if plan.is_before_unrecorded:
        before = Span(named(Period(plan.before_first, plan.before_last)), "before_last")
        none = "\u00a0; il n’y a donc pas de données "
        return text(lead, none, before, " (—) et l’évolution n’est pas calculée.")
    end = " sont donc partiels et l’évolution n’est pas calculée."
    return text(lead, "\u00a0; les chiffres de la période précédente", _days_before(plan), end)


def _days_before(plan: NationalPlan) -> Text:
    """Return « (du 26 décembre 2025 au 9 mars 2026) » of a period without a name."""
    before = Period(plan.before_first, plan.before_last)
    if name_of(Period(plan.first, plan.last)) and name_of(before):
        return ()
    return text(" (", Span(french_days(before), "before_last"), ")")


def _late_starters(plan: NationalPlan) -> Text:
    """Return « L’un des arrondissements … n’a », « Parmi les arrondissements…, 3 n’ont »."""
    number, fact = plan.begun_late, "begun_late"
    every = "arrondissements de police dont le rapport est reçu"
    if plan.have_all_begun_late and number == 1:
        return text(Span("L’arrondissement", fact), " de police dont le rapport est reçu n’a")
    if plan.have_all_begun_late:
        return text(Span("Les", fact), f" {every} n’ont")
    if number == 1 or isinstance(number, Hidden):
        return text(Span("L’un" if number == 1 else "Une partie", fact), f" des {every} n’a")
    return text(f"Parmi les {every}, ", SAY.number(number, fact), " n’ont")


def concerns_note(plan: NationalPlan) -> Text:
    """Return what the list of topics holds, and how many points it does not."""
    scope = "Le tableau réunit les préoccupations, demandes et propositions"
    aside, listed = plan.aside, plan.in_main
    every = plan.total.points
    if listed and isinstance(every, int) and listed < every:
        number = SAY.counted(POINT, listed, Case.NOMINATIVE, "in_main")
        total = SAY.number(every, "total.points")
        most = "Le tableau ne retient que les thématiques les plus fréquentes"
        kinds = scope.replace("Le tableau", "il")
        return text(f"{most}, soit ", number, " sur ", total, f"\u00a0; {kinds}.")
    if not aside:
        return text(f"{scope}.")
    number = SAY.counted(POINT, aside, Case.NOMINATIVE, "aside")
    rest = "information, question, information à vérifier ou remerciements"
    lies = "est d’une autre nature" if aside == 1 else "sont d’une autre nature"
    return text(f"{scope}\u00a0; ", number, f" {lies} ({rest}).")
