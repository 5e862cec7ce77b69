"""Remarks and awareness actions of a period, in French."""

from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.masking import Count
from outreach_app.summaries.communication.counted_again import each_time
from outreach_app.summaries.communication.french_noted import associations, noted, noted_in
from outreach_app.summaries.communication.french_waits import waits
from outreach_app.summaries.communication.plan import AwarenessFacts, RemarkFacts
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.french import full_date, label, quoted_label, sentence_case
from outreach_app.summaries.prose.french_tense import PAST, PRESENT, Tense
from outreach_app.summaries.prose.nouns import (
    AWARENESS_ACTION,
    AWARENESS_KINDS,
    PERSON,
    PUPIL,
    REMARK,
    SCHOOL,
)
from outreach_app.summaries.prose.numbers import digits

PAGE = Language.FRENCH
REMARKS, AWARENESS = "communication.remarks", "communication.awareness"
UNTIL = "communication.until"
_TWO = 2
_PRECINCT_HAS = "L’arrondissement de police a "
# Awareness material may have been given out: what did not take place is named.
NONE_HELD = (
    "Aucune séance ni campagne de sensibilisation n’a été organisée, ni aucune journée portes"
    " ouvertes."
)
# How a remark came.
_CHANNELS = {
    "rv.phone": "par téléphone",
    "rv.desk": "à la permanence",
    "rv.letter": "par courrier",
    "rv.email": "par courriel",
    "rv.social": "sur les réseaux sociaux",
    "rv.comment": "par commentaire en ligne",
}


def received(facts: RemarkFacts, by: Text, until: date, tense: Tense = PAST) -> Text:
    """State how many remarks came outside meetings, by which channels, and how many waited."""
    if not facts.count:
        return text(
            "Aucune remarque n’a été enregistrée, en dehors des rencontres, au cours de la période."
        )
    return _received(facts, text(sentence_case(by), " a reçu"), until, tense)


def received_at_precincts(facts: RemarkFacts, until: date, offices: Count) -> Text:
    """State the same of all precincts; of several perhaps one alone received them."""
    if not facts.count:
        return ()
    if offices == 1:
        return _received(facts, text(_PRECINCT_HAS, "reçu"), until, PRESENT, one="1")
    number = _counted(REMARK, facts.count, f"{REMARKS}.count")
    were = "a été reçue" if facts.count == 1 else "ont été reçues"
    came = text("En dehors des rencontres, ", number, f" {were}", _channels(facts, "1"))
    return _became(facts, came, until, PRESENT)


def explained(facts: AwarenessFacts, by: Text) -> Text:
    """State which awareness actions took place, the talks in schools among them, and for whom."""
    if not facts.count:
        return text(NONE_HELD)
    return _explained(facts, text(sentence_case(by), " a "))


def explained_at_precincts(facts: AwarenessFacts, offices: Count) -> Text:
    """State the same of all precincts together; nothing where there was none."""
    if not facts.count:
        return ()
    return _explained(facts, text(_PRECINCT_HAS) if offices == 1 else ())


def _received(
    facts: RemarkFacts, lead: Text, until: date, tense: Tense, *, one: str = "une"
) -> Text:
    number = _counted(REMARK, facts.count, f"{REMARKS}.count")
    came = text(lead, ", en dehors des rencontres, ", number, _channels(facts, one))
    return _became(facts, came, until, tense)


def _became(facts: RemarkFacts, came: Text, until: date, tense: Tense) -> Text:
    return joined([text(came, _unanswered(facts, until, tense), "."), *waits(facts)], " ")


def _explained(facts: AwarenessFacts, who: Text) -> Text:
    """State the actions of one office, or of several, of which perhaps one alone held them."""
    kinds = [(row.code, row.count, f"{AWARENESS}.others.{row.code}.count") for row in facts.others]
    if facts.talks:
        kinds.insert(0, (MeetingKind.SCHOOL, facts.talks, f"{AWARENESS}.talks"))
    named = [_kind(*kind) for kind in kinds]
    were = "" if who else (" a été menée" if facts.count == 1 else " ont été menées")
    lead = text(who, "mené ") if who else text("Au total, ")
    actions = text(_counted(AWARENESS_ACTION, facts.count, f"{AWARENESS}.count"), were)
    if len(named) == 1 and kinds[0][1] == facts.count:
        lead, said = text(who, "organisé ") if who else lead, text(named[0], were)
    elif sum(number for _code, number, _fact in kinds) == facts.count:
        said = text(actions, " : ", listed(named, PAGE))
    else:  # the public report covers only talks
        said = text(actions, ", dont ", named[0]) if named else actions
    if facts.are_pupils_among:
        whom = [_reached_with_pupils(facts)]
    else:
        whom = [*_in_schools(facts), *_reached(facts)]
    return joined([text(lead, said, "."), *whom, *associations(facts)], " ")


def _kind(code: str, number: int, fact: str) -> Text:
    noun = AWARENESS_KINDS.get(code)
    if noun is None:
        return text(Span(digits(number, PAGE), fact), " ", quoted_label(code, f"{fact[:-6]}.code"))
    school = " en milieu scolaire" if code == MeetingKind.SCHOOL else ""
    return text(_counted(noun, number, fact), school)


def _channels(facts: RemarkFacts, one: str) -> Text:
    """Return « : 5 par téléphone et 1 à la permanence »; the channel alone where there is one.

    `one` is how a document writes it: « une » where its small counts are in letters.
    """
    parts = []
    for row in facts.channels:
        fact = f"{REMARKS}.channels.{row.code}"
        name = Span(_CHANNELS.get(row.code) or f"({label(row.code)})", f"{fact}.code")
        number = one if row.count == 1 else digits(row.count, PAGE)
        is_alone = len(facts.channels) == 1
        parts.append(text(name) if is_alone else text(Span(number, f"{fact}.count"), " ", name))
    if len(parts) == 1:
        return text(" ", parts[0])
    return text("\u00a0: ", listed(parts, PAGE)) if parts else ()


def _unanswered(facts: RemarkFacts, until: date, tense: Tense) -> Text:
    fact = f"{REMARKS}.unanswered"
    if facts.unanswered is None:
        return ()
    day = Span(full_date(until), UNTIL)
    end = text(" en attente de suite au\u00a0", day)
    if not facts.unanswered:
        those = {1: f"il y {tense.had} été donné suite"}
        to_all = "à toutes deux" if facts.count == 2 else "à toutes"
        said = those.get(facts.count, f"il {tense.had} été donné suite {to_all}")
        # Of the day of the report itself no day is said beside what was done by then.
        by_then = () if tense is PRESENT else text(" au\u00a0", day)
        return text("\u00a0; ", Span(said, fact), by_then)
    if facts.count == 1:
        return text("\u00a0; ", Span(f"elle {tense.stayed}", fact), end)
    if facts.unanswered == 1:
        return text("\u00a0; ", Span("l’une d’elles", fact), f" {tense.stayed}", end)
    if facts.unanswered == facts.count:
        every = "toutes deux" if facts.count == 2 else "toutes"
        return text("\u00a0; ", Span(every, fact), f" {tense.stayed_all}", end)
    some = Span(digits(facts.unanswered, PAGE), fact)
    return text("\u00a0; ", some, f" d’entre elles {tense.stayed_all}", end)


def _in_schools(facts: AwarenessFacts) -> list[Text]:
    """Return « Les séances en milieu scolaire ont touché 242 élèves dans 4 établissements… »."""
    if not facts.talks or not (facts.pupils or facts.establishments):
        return []
    if not facts.pupils or facts.are_talks_partial:
        # Two counts that not all talks noted are of different talks.
        return [*_schools(facts), *_pupils(facts)]
    schools: Text = ()
    if facts.establishments:
        number = _counted(SCHOOL, facts.establishments, f"{AWARENESS}.establishments")
        schools = text(" dans ", number, each_time(facts, PAGE))
    pupils = _counted(PUPIL, facts.pupils, f"{AWARENESS}.pupils")
    return [text(_talks_have(facts), "touché ", pupils, schools, ".")]


def _talks_have(facts: AwarenessFacts) -> str:
    if facts.talks == facts.count:
        return "Elle a " if facts.talks == 1 else "Elles ont "
    only = facts.talks == 1
    return "La séance en milieu scolaire a " if only else "Les séances en milieu scolaire ont "


def _schools(facts: AwarenessFacts) -> list[Text]:
    """Return « Les séances en milieu scolaire ont concerné 7 établissements (nombre relevé…) »."""
    if not facts.establishments:
        return []
    number = _counted(SCHOOL, facts.establishments, f"{AWARENESS}.establishments")
    if facts.talks == _TWO and facts.schools_noted == 1 and facts.are_talks_partial:
        one = text(Span("L’une", f"{AWARENESS}.schools_noted"), " des deux séances")
        rest = "\u00a0; le nombre d’établissements n’a pas été relevé pour l’autre."
        return [text(one, " en milieu scolaire a concerné ", number, rest)]
    partly = noted_in(facts, facts.schools_noted, "schools_noted")
    return [text(_talks_have(facts), "concerné ", number, partly or each_time(facts, PAGE), ".")]


def _pupils(facts: AwarenessFacts) -> list[Text]:
    """Return « Sur les 4 séances en milieu scolaire, 2 ont touché 150 élèves ; … »."""
    if not facts.pupils:
        return []
    pupils = _counted(PUPIL, facts.pupils, f"{AWARENESS}.pupils")
    some = facts.pupils_noted
    if some is not None and some != facts.talks:
        return [_some_talks(facts, some, pupils)]
    lead = _talks_have(facts)
    if facts.establishments:
        lead = "Elle a " if facts.talks == 1 else "Elles ont "
    return [text(lead, "touché ", pupils, noted_in(facts, some, "pupils_noted"), ".")]


def _some_talks(facts: AwarenessFacts, noted: int, pupils: Span) -> Text:
    """Return « Sur les 4 séances en milieu scolaire, 2 ont touché 150 élèves ; … pour les… »."""
    talks = facts.talks or 0
    whole = Span(digits(talks, PAGE), f"{AWARENESS}.talks")
    fact = f"{AWARENESS}.pupils_noted"
    some = text("l’", Span("une", fact)) if noted == 1 else text(Span(digits(noted, PAGE), fact))
    verb = " a touché " if noted == 1 else " ont touché "
    last = {2: "l’autre", 3: "la troisième", 4: "la quatrième"}.get(talks, "la séance restante")
    others = last if talks - noted == 1 else "les autres"
    rest = text(f"\u00a0; le nombre d’élèves n’a pas été relevé pour {others}.")
    if facts.apart and facts.apart > 1:
        # Whether they came, or were reached otherwise, is not known.
        people = _counted(PERSON, facts.apart, f"{AWARENESS}.apart")
        of_others = f"de {last}" if talks - noted == 1 else "des autres"
        unlike = "sans que le nombre d’élèves ait été relevé à part."
        rest = text(f"\u00a0; le public {of_others} s’est élevé à ", people, f", {unlike}")
    are_told = facts.establishments is not None or talks == facts.count
    if talks == _TWO:
        both = text(Span("deux", f"{AWARENESS}.talks"), " séances en milieu scolaire")
        those = text("d’elles") if are_told else text("des ", both)
        return text("L’", Span("une", fact), " ", those, verb, pupils, rest)
    lead = text("Sur ces " if are_told else "Sur les ", whole, " séances")
    where = ", " if are_told else " en milieu scolaire, "
    return text(lead, where, some, verb, pupils, rest)


def _reached_with_pupils(facts: AwarenessFacts) -> Text:
    """Return « Le nombre de bénéficiaires s’est élevé à 130, dont 118 élèves dans 2… »."""
    number = Span(digits(facts.beneficiaries or 0, PAGE), f"{AWARENESS}.beneficiaries")
    pupils = _counted(PUPIL, facts.pupils or 0, f"{AWARENESS}.pupils")
    schools: Text = ()
    if facts.establishments:
        counted = _counted(SCHOOL, facts.establishments, f"{AWARENESS}.establishments")
        schools = text(" dans ", counted, each_time(facts, PAGE))
    lead = f"Le nombre de bénéficiaires{_beside(facts)} s’est élevé à "
    return text(lead, number, ", dont ", pupils, schools, ".")


def _reached(facts: AwarenessFacts) -> list[Text]:
    if not facts.beneficiaries or facts.are_only_pupils:
        return []
    noun = PUPIL if facts.are_other_pupils_alone else PERSON
    people = _counted(noun, facts.beneficiaries, f"{AWARENESS}.beneficiaries")
    one = facts.count == 1
    partly = noted(facts, facts.noted, "noted") if facts.is_partial else ()
    # Whether all of them were reached is not known: some actions counted those who came.
    lead = f"Le public de {'cette action' if one else 'ces actions'}{_beside(facts)} s’est élevé à "
    among = _other_pupils(facts)
    if facts.are_escorted and facts.pupils and not facts.are_talks_partial:
        among = text(", dont ", _counted(PUPIL, facts.pupils, f"{AWARENESS}.pupils"))
    elif facts.are_escorted and facts.apart:
        among = text(", élèves et autres personnes compris")  # more than both sums above
    return [text(lead, people, partly, among, ".")]


def _other_pupils(facts: AwarenessFacts) -> Text:
    """Return « , dont au moins 155 élèves en dehors des séances en milieu scolaire »."""
    if not facts.other_pupils or facts.are_other_pupils_alone:
        return ()
    least = "au moins " if facts.are_others_partial else ""
    where = " en dehors des séances en milieu scolaire" if facts.talks else ""
    pupils = _counted(PUPIL, facts.other_pupils, f"{AWARENESS}.other_pupils")
    return text(f", dont {least}", pupils, where)


def _beside(facts: AwarenessFacts) -> str:
    """Return « , relevé à part du nombre de participants, »: without it one denies the other."""
    noted_how = "relevé à part" if facts.is_beside else "en partie relevé à part"
    is_told = facts.is_beside or facts.is_partly_beside
    return f", {noted_how} du nombre de participants," if is_told else ""


def _counted(noun: Noun, number: int, fact: str) -> Span:
    return Span(count(noun, number, Case.NOMINATIVE, PAGE), fact)
