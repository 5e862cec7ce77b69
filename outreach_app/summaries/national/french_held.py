"""How much was held in a period, and by which precincts, in the national summary in French."""

from outreach_app.i18n import Language
from outreach_app.rules.masking import Hidden
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import has_exchanges_now, held_noun
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, count
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.french_letters import number_among

_OF_REPORTS = "arrondissements de police dont le rapport a été reçu"
_FACT = "active"


def who_held(plan: NationalPlan) -> Text:
    """Return « Six d’entre eux ont organisé », « Ceux-ci n’ont organisé », before the number."""
    total, not_ = plan.total, "n’" if plan.total.sessions == 0 else ""
    # A call is recorded, not organised.
    did = "enregistré" if has_exchanges_now(plan) else "organisé"
    if plan.is_publishable:  # how many precincts held nothing is not for the public
        return text(f"Il {not_}a été {did} ")
    if total.reported == 1:
        return text(f"L’arrondissement de police dont le rapport a été reçu {not_ or ''}a {did} ")
    are_all = total.reported == total.offices
    if not plan.active:
        have = f"{not_}ont {did} "
        return text("Ceux-ci " if are_all else f"Les {_OF_REPORTS} ", have)
    number = Span(_number(plan, plan.active), _FACT)
    if plan.active == 1:
        return text(
            "L’", number, " d’entre eux" if are_all else f" des {_OF_REPORTS}", f" a {did} "
        )
    if are_all:
        return sentence_case(text(number, f" d’entre eux ont {did} "))
    return text(f"Parmi les {_OF_REPORTS}, ", number, f" ont {did} ")


def who_held_none(plan: NationalPlan) -> Text:
    """Return « Les quatre autres n’ont enregistré aucune rencontre ni action. », after a space."""
    reported = plan.total.reported
    if not plan.active or isinstance(reported, Hidden):
        return ()
    idle = reported - plan.active
    none = count(held_noun(plan), 0, Case.NOMINATIVE, Language.FRENCH)
    if idle == 1:
        return text(Span(" L’autre", _FACT), f" n’a enregistré {none}.")
    number = Span(_number(plan, idle), _FACT)
    return text(" Les ", number, f" autres n’ont enregistré {none}.")


def _number(plan: NationalPlan, number: int) -> str:
    """Return a number in letters where both numbers of precincts can be."""
    reported = plan.total.reported
    whole = reported if isinstance(reported, int) else 0
    return number_among(number, max(plan.active or 0, whole - (plan.active or 0)))
