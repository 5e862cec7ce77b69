"""What was remarked and explained, in French. Source: the house's sentences p1, p2, p6."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.summaries.communication.plan import AwarenessFacts, RemarkFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import full_date, label, of, sentence_case
from outreach_app.summaries.prose.nouns import (
    ASSOCIATION,
    AWARENESS_ACTION,
    DAY,
    PUPIL,
    REMARK,
    SCHOOL,
    SCHOOL_TALK,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.FRENCH
REMARKS, AWARENESS = "communication.remarks", "communication.awareness"
UNTIL = "communication.until"


def received(facts: RemarkFacts, by: Text, until: date) -> Text:
    """Say how many remarks came outside meetings, by which channels, and how many waited."""
    if not facts.count:
        return text("Aucune remarque n’a été reçue en dehors des rencontres.")
    return _received(facts, text(sentence_case(by), " a reçu"), until)


def received_at_precincts(facts: RemarkFacts, until: date) -> Text:
    """Say the same of all precincts together; nothing where none came."""
    lead = text("Les arrondissements de police ont reçu")
    return _received(facts, lead, until) if facts.count else ()


def explained(facts: AwarenessFacts, by: Text) -> Text:
    """Say which awareness actions took place, the talks in schools among them, and for whom."""
    if not facts.count:
        return text("Aucune action de sensibilisation n’a été menée.")
    return _explained(facts, text(sentence_case(by), " a "))


def explained_at_precincts(facts: AwarenessFacts) -> Text:
    """Say the same of all precincts together; nothing where there was none."""
    return _explained(facts, text("Les arrondissements de police ont ")) if facts.count else ()


def _received(facts: RemarkFacts, lead: Text, until: date) -> Text:
    number = _counted(REMARK, facts.count, f"{REMARKS}.count")
    came = text(lead, ", en dehors des rencontres, ", number, _channels(facts))
    return joined([text(came, _left(facts, until), "."), *_waits(facts)], " ")


def _explained(facts: AwarenessFacts, lead: Text) -> Text:
    talks = _talks(facts)
    if facts.talks == facts.count:
        said = text("organisé ", talks)
    else:
        actions = _counted(AWARENESS_ACTION, facts.count, f"{AWARENESS}.count")
        said = text("mené ", actions, text(", dont ", talks) if talks else _only(facts))
    return joined([text(lead, said, "."), *_others(facts), *_reached(facts)], " ")


def _others(facts: AwarenessFacts) -> list[Text]:
    """Say of which kinds the actions were that are no talk in a school."""
    if not facts.others:
        return []
    parts = []
    for row in facts.others:
        path = f"{AWARENESS}.others.{row.code}"
        name = Span(label(row.code), f"{path}.code")
        parts.append(text(name, ", ", Span(digits(row.count, PAGE), f"{path}.count")))
    if _is_of_one_kind(facts):
        return []  # it was named where they were counted
    lead = "Répartition"
    if facts.talks:
        is_one = sum(row.count for row in facts.others) == 1
        lead = "Autre action" if is_one else "Autres actions"
    return [text(lead, "\u00a0: ", joined(parts, "\u00a0; "), ".")]


def _is_of_one_kind(facts: AwarenessFacts) -> bool:
    return not facts.talks and len(facts.others) == 1


def _only(facts: AwarenessFacts) -> Text:
    """Name the kind of the actions, where it is one."""
    if not _is_of_one_kind(facts):
        return ()
    code = facts.others[0].code
    return text(" (", Span(label(code), f"{AWARENESS}.others.{code}.code"), ")")


def _talks(facts: AwarenessFacts) -> Text:
    if not facts.talks:
        return ()
    return text(_counted(SCHOOL_TALK, facts.talks, f"{AWARENESS}.talks"), _in_schools(facts))


def _channels(facts: RemarkFacts) -> Text:
    parts = []
    for row in facts.channels:
        fact = f"{REMARKS}.channels.{row.code}"
        number = Span(digits(row.count, PAGE), f"{fact}.count")
        name = Span(label(row.code), f"{fact}.code")
        parts.append(text(name, ", ", number) if len(facts.channels) > 1 else text(name))
    return text(" (", joined(parts, "\u00a0; "), ")") if parts else ()


def _left(facts: RemarkFacts, until: date) -> Text:
    fact = f"{REMARKS}.unanswered"
    if facts.unanswered is None:
        return ()
    day = Span(full_date(until), UNTIL)
    end = text(" sans réaction au\u00a0", day)
    if not facts.unanswered:
        who = {1: "elle avait", 2: "toutes deux avaient"}.get(facts.count, "toutes avaient")
        return text("\u00a0; ", Span(who, fact), " reçu une réaction au\u00a0", day)
    if facts.count == 1:
        return text("\u00a0; ", Span("elle restait", fact), end)
    verb = "restait" if facts.unanswered == 1 else "restaient"
    return text("\u00a0; ", _counted(REMARK, facts.unanswered, fact), f" {verb}", end)


def _waits(facts: RemarkFacts) -> list[Text]:
    if facts.median_days is None or facts.worst_days is None:
        return []
    median = _days(facts.median_days, f"{REMARKS}.median_days")
    worst = _days(facts.worst_days, f"{REMARKS}.worst_days")
    waited = text("délai médian de réaction a été ", median, " et le délai maximal ", worst, ".")
    if facts.dated is None or facts.dated == facts.count:
        return [text("Le ", waited)]
    dated = _counted(REMARK, facts.dated, f"{REMARKS}.dated")
    return [text("Pour les ", dated, " dont le jour de réaction est connu, le ", waited)]


def _days(number: int, fact: str) -> Text:
    """Return « de 2 jours »; a reply of the same day took less than one."""
    if not number:
        return text("de ", Span("moins d’un jour", fact))
    return of((_counted(DAY, number, fact),))


def _in_schools(facts: AwarenessFacts) -> Text:
    parts = [text(" en milieu scolaire")]
    if facts.establishments:
        schools = _counted(SCHOOL, facts.establishments, f"{AWARENESS}.establishments")
        parts.append(text(", dans ", schools))
    if facts.pupils:
        pupils = _counted(PUPIL, facts.pupils, f"{AWARENESS}.pupils")
        parts.append(text(", au profit ", of((pupils,))))
    if facts.are_talks_partial and (facts.establishments or facts.pupils):
        parts.append(_noted(SCHOOL_TALK, facts.talks_noted, "talks_noted", facts.talks, "talks"))
    return text(*parts)


def _noted(noun: Noun, number: int | None, fact: str, whole: int | None, name: str) -> Text:
    """« (relevé pour une séance sur 3) »; without the numbers where they are not told."""
    if number is None or whole is None:
        return text(" (relevé pour une partie seulement d’entre elles)")
    some = _counted(noun, number, f"{AWARENESS}.{fact}")
    total = Span(digits(whole, PAGE), f"{AWARENESS}.{name}")
    return text(" (relevé pour ", some, " sur ", total, ")")


def _reached(facts: AwarenessFacts) -> list[Text]:
    if not facts.beneficiaries:
        return []
    number = Span(digits(facts.beneficiaries, PAGE), f"{AWARENESS}.beneficiaries")
    actions = "de cette action" if facts.count == 1 else "des actions de sensibilisation"
    noted: Text = ()
    if facts.is_partial:
        noted = _noted(AWARENESS_ACTION, facts.noted, "noted", facts.count, "count")
    said = text(f"Le nombre de bénéficiaires {actions}", noted, " s’est élevé à ", number, ".")
    if not facts.associations:
        return [said]
    bodies = _counted(ASSOCIATION, facts.associations, f"{AWARENESS}.associations")
    took = "Y a participé " if facts.associations == 1 else "Y ont participé "
    return [said, text(took, bodies, ".")]


def _counted(noun: Noun, number: int, fact: str) -> Span:
    return Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)
