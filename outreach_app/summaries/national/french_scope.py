"""The scope of the figures in the national summary, and their gaps, in French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import awareness_among
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import AWARENESS_ACTION, POINT

SAY = MaskedFigures(Language.FRENCH)
_FACT = "communication.awareness"


def awareness(plan: NationalPlan) -> Text:
    """Return « Parmi ces séances figurent 2 actions de sensibilisation, dont les 285… »."""
    made = awareness_among(plan)
    if made is None:
        return ()
    number = SAY.counted(AWARENESS_ACTION, made.count, Case.NOMINATIVE, f"{_FACT}.count")
    verb = "figure" if made.count == 1 else "figurent"
    reached: Text = ()
    if made.beneficiaries:
        some = SAY.number(made.beneficiaries, f"{_FACT}.beneficiaries")
        reached = text(", dont les ", some, " bénéficiaires sont comptés avec les participants")
    if made.beneficiaries == 1:
        only = Span("l’unique bénéficiaire", f"{_FACT}.beneficiaries")
        reached = text(", dont ", only, " est compté avec les participants")
    return text(f"Parmi ces séances {verb} ", number, reached, ".")


def partly_recorded(plan: NationalPlan) -> Text:
    """Return since when the register exists: earlier figures are partial."""
    start = Span(full_date(plan.before_from or date.min), "before_from")
    end = (
        "\u00a0; les chiffres de la période précédente sont donc partiels et l’évolution n’est pas"
    )
    return text(
        "Les rencontres ne sont enregistrées que depuis le\u00a0", start, end, " calculée (—)."
    )


def concerns_note(plan: NationalPlan) -> Text:
    """Return what the list of topics holds, and how many points it does not."""
    scope, aside = "Préoccupations, demandes et propositions", plan.aside
    if not aside:
        return text(f"{scope}.")
    number = SAY.counted(POINT, aside, Case.NOMINATIVE, "aside")
    rest = "information, question, rumeur ou remerciements"
    lies = "est d’une autre nature" if aside == 1 else "sont d’une autre nature"
    return text(f"{scope}\u00a0; ", number, f" {lies} ({rest}).")
