"""Who took part in the sessions of a period, in the national summary in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import (
    category_of_others,
    held_noun,
    is_said,
    others_met,
    shown,
)
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import label_span
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import ASSOCIATION, FEMALE, PARTICIPANT
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.FRENCH
SAY = MaskedFigures(PAGE)
NOMINATIVE = Case.NOMINATIVE


def people_of(plan: NationalPlan) -> Text:
    """Return « , qui ont réuni 285 participants, dont 42 de sexe féminin. Y ont pris part… »."""
    total = plan.total
    if total.participants is None:
        return text("\u00a0; le nombre de participants n’a pas été relevé", _bodies(plan))
    if not is_said(total.participants):
        return ()
    met = "qui a réuni" if total.sessions == 1 else "qui ont réuni"
    least = "au moins " if total.participants_partial else ""
    people = SAY.counted(PARTICIPANT, total.participants, NOMINATIVE, "total.participants")
    return text(f", {met} {least}", people, _noted(plan), _women(plan), _bodies(plan))


def _noted(plan: NationalPlan) -> Text:
    """Return « (nombre relevé pour 60 de ces 63 rencontres…) », for the public without numbers."""
    total, noted = plan.total, plan.total.participants_noted
    if not total.participants_partial:
        return ()
    if noted is None:
        return text(", d’après les relevés disponibles")
    fact = "total.participants_noted"
    some = text(Span("une seule", fact)) if noted == 1 else SAY.number(noted, fact)
    every = SAY.counted(held_noun(plan), total.sessions, NOMINATIVE, "total.sessions")
    return text(" (nombre relevé pour ", some, " de ces ", every, ")")


def _women(plan: NationalPlan) -> Text:
    total = plan.total
    if total.women is None or not is_said(total.women):
        return ()
    so_far = ", d’après les relevés disponibles" if total.women_partial else ""
    if plan.are_all_women:
        every = {1: "de sexe féminin", 2: "tous deux de sexe féminin"}
        said = every.get(shown(total.women) or 0, "tous de sexe féminin")
        return text(", ", Span(said, "total.women"), so_far)
    women = SAY.counted(FEMALE, total.women, NOMINATIVE, "total.women")
    is_least = total.women_partial and total.women != total.participants
    return text(", dont au moins " if is_least else ", dont ", women, so_far)


def _bodies(plan: NationalPlan) -> Text:
    """Return « . Y ont pris part 42 associations »: not everybody there spoke for one of them."""
    total = plan.total
    if not is_said(total.associations):
        return ()
    associations = SAY.counted(ASSOCIATION, total.associations, NOMINATIVE, "total.associations")
    others = others_met(plan)
    rest = text({0: "", 1: " et un autre partenaire"}.get(others, " et d’autres partenaires"))
    if others > 1 and plan.others:
        number = Span(digits(others, PAGE), "others")
        rest = text(" et ", number, " autres partenaires")
    verb = "a" if total.associations == 1 and not rest else "ont"
    least = "au moins " if total.partners_partial else ""
    return text(f". Y {verb} pris part {least}", associations, rest, _category(plan))


def _category(plan: NationalPlan) -> Text:
    """Return « (professions libérales) » where all the others are of one category."""
    code = category_of_others(plan)
    return text(" (", label_span(code, f"categories.{code}.code"), ")") if code else ()
