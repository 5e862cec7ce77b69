"""The facts that only some awareness actions note, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import AwarenessFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.nouns import ASSOCIATION, AWARENESS_ACTION, SCHOOL_TALK
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.FRENCH
_FACT = "communication.awareness"
_TWO = 2


def noted_in(facts: AwarenessFacts, noted: int | None, fact: str) -> Text:
    """Return « (nombre relevé pour 4 séances sur 6) »; empty where all of them noted it."""
    if not facts.are_talks_partial or noted == facts.talks:
        return ()
    if noted is None:
        return text(" (nombre relevé pour une partie seulement d’entre elles)")
    if facts.talks == _TWO:
        one = Span("une", f"{_FACT}.{fact}")
        return text(" (nombre relevé pour l’", one, " d’elles seulement)")
    some = _counted(SCHOOL_TALK, noted, f"{_FACT}.{fact}")
    whole = Span(digits(facts.talks or 0, PAGE), f"{_FACT}.talks")
    return text(" (nombre relevé pour ", some, " sur ", whole, ")")


def noted(facts: AwarenessFacts, actions: int | None, fact: str) -> Text:
    """Return « (nombre relevé pour une action sur 3) », or without numbers if they are hidden."""
    if actions is None:
        return text(" (nombre relevé pour une partie seulement d’entre elles)")
    some = _counted(AWARENESS_ACTION, actions, f"{_FACT}.{fact}")
    total = Span(digits(facts.count, PAGE), f"{_FACT}.count")
    return text(" (nombre relevé pour ", some, " sur ", total, ")")


def associations(facts: AwarenessFacts) -> list[Text]:
    """Return « Y ont pris part 3 associations. »; of several actions one may be counted twice."""
    if not facts.associations:
        return []
    fact = f"{_FACT}.associations"
    if facts.count == 1:
        took = "Y a pris part " if facts.associations == 1 else "Y ont pris part "
        return [text(took, _counted(ASSOCIATION, facts.associations, fact), ".")]
    number = Span(digits(facts.associations, PAGE), fact)
    lead = "Le nombre de participations d’associations à ces actions s’est élevé à "
    known = facts.associations_noted
    partly = () if known in (None, facts.count) else noted(facts, known, "associations_noted")
    if facts.associations == 1:
        one = Span("Une association", fact)
        return [text(one, " a pris part à l’une de ces actions", partly, ".")]
    return [text(lead, number, partly, ".")]


def _counted(noun: Noun, number: int, fact: str) -> Span:
    return Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)
