"""The progress of a period's commitments and referrals, in French."""

from collections.abc import Sequence
from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.period.french_held import of_meetings
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import CodeCount, PeriodPlan
from outreach_app.summaries.period.writer import Figures, total_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import full_date
from outreach_app.summaries.prose.french_tense import Tense
from outreach_app.summaries.prose.nouns import COMMITMENT

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE
# How one commitment, and several, are said to have stood.
STATES = {
    "cst.done": ("réalisé", "réalisés"),
    "cst.partly": ("partiellement réalisé", "partiellement réalisés"),
    "cst.in_progress": ("en cours d’exécution", "en cours d’exécution"),
    "cst.open": ("en attente d’exécution", "en attente d’exécution"),
    "cst.overdue": ("en retard", "en retard"),
    "cst.referred": ("transmis au service compétent", "transmis au service compétent"),
    "cst.dropped": ("abandonné", "abandonnés"),
    "cst.blocked": ("non réalisable", "non réalisables"),
}


IN_IT = " au cours de la période"
# What may have stood so before the period already.
_STAYED = (CommitmentStatus.OPEN, CommitmentStatus.IN_PROGRESS)
# How what was open when the period began ended in it.
_ENDED: dict[str, tuple[str, str]] = {
    CommitmentStatus.DONE: ("a été réalisé", "ont {all}été réalisés"),
    CommitmentStatus.DROPPED: ("a été abandonné", "ont {all}été abandonnés"),
    CommitmentStatus.BLOCKED: (
        "s’est révélé non réalisable",
        "se sont {all}révélés non réalisables",
    ),
}


def as_of(plan: PeriodPlan) -> Span:
    """Return the day of the states."""
    return Span(full_date(plan.as_of), "as_of")


def eve(plan: PeriodPlan) -> Span:
    """Return the day before the period: what was not done then was done in it, or is not yet."""
    return Span(full_date(plan.eve), "eve")


def made(plan: PeriodPlan, tense: Tense) -> Text:
    """State how many commitments of the period were kept by its last day."""
    made, kept = plan.count("commitments"), plan.kept
    if not made:
        has_met = plan.count("meetings") > 0
        nothing = LABELS.no_promises.format(meetings=of_meetings(plan))
        return text(nothing if has_met else LABELS.none_made)
    day = text(" au ", as_of(plan), ".")
    during = IN_IT if plan.are_acts_apart else f" à la suite {of_meetings(plan)} de la période"
    total = SAY.counted(COMMITMENT, made, NOMINATIVE, "figures.commitments.now")
    if made == 1:
        is_kept = f"{tense.was} réalisé" if kept else f"n’{tense.was} pas encore réalisé"
        only = Span("Le seul engagement pris", "figures.commitments.now")
        return text(only, during, " ", Span(is_kept, "kept"), day)
    if kept == made:
        every = "" if made == 2 else "tous "
        return text(
            "Les ",
            total,
            " pris",
            during,
            " ",
            Span(f"{tense.were} {every}réalisés", "kept"),
            day,
        )
    if kept == 0:
        none = Span("Aucun", "kept")
        return text(none, " des ", total, " pris", during, f" n’{tense.was} réalisé", day)
    some = (
        text(Span("un seul", "kept"), f" {tense.was} réalisé")
        if kept == 1
        else text(SAY.number(kept, "kept"), f" {tense.were} réalisés")
    )
    return text("Sur les ", total, " pris", during, ", ", some, day)


def earlier(plan: PeriodPlan, tense: Tense) -> Text:
    """Return the states of commitments that were open when the period began.

    Those kept since were kept during it.
    """
    states, total = plan.earlier, total_of(plan.earlier)
    if not total:
        return ()
    number, since = Span(str(total), "earlier"), eve(plan)
    day = text(" au ", as_of(plan), ".")
    first = states[0]
    fact, ended = f"earlier.{first.code}.count", _ENDED.get(first.code)
    if total == 1:
        return _only(plan, tense)
    those = text(number, " engagements antérieurs encore ouverts au ", since)
    if len(states) == 1:
        of_all = "" if total == 2 else "tous "
        if ended:
            done = Span(ended[1].format(all=of_all), fact)
            return text(" Les ", those, " ", done, IN_IT, ".")
        every = Span(f"{of_all}{STATES[first.code][1]}", fact)
        return text(" Les ", those, f" {tense.were} ", every, day)
    clauses = listed([_clause(state, tense) for state in states], PAGE)
    if total == 2:
        return text(" Sur les ", those, ", ", _one_and_other(plan, tense), ".")
    return text(" Sur les ", those, ", ", clauses, day)


def _only(plan: PeriodPlan, tense: Tense) -> Text:
    """Return « Le seul engagement antérieur encore ouvert … a été abandonné au cours de la… »."""
    (state,) = plan.earlier
    fact, ended = f"earlier.{state.code}.count", _ENDED.get(state.code)
    lead = text(" Le seul engagement antérieur encore ouvert au ", eve(plan), " ")
    if ended:
        return text(lead, Span(ended[0], fact), IN_IT, ".")
    stood, day = Span(STATES[state.code][0], fact), text(" au ", as_of(plan), ".")
    if state.code == CommitmentStatus.OVERDUE:
        begun = next((row.begun for row in plan.promises if row.is_earlier), None)
        how = STATES[begun][0] if begun else "non réalisé"
        return text(lead, f"{tense.stayed} {how}, et ", stood, ",", day)
    return text(lead, f"{tense.stayed if state.code in _STAYED else tense.was} ", stood, day)


def _one_and_other(plan: PeriodPlan, tense: Tense) -> Text:
    """Return « l’un a été réalisé au cours de la période et l’autre était en retard au 31… »."""
    day = text(" au ", as_of(plan))
    first, second = plan.earlier
    one, other = (Span(STATES[row.code][0], f"earlier.{row.code}.count") for row in plan.earlier)
    ended, also_ended = _ENDED.get(first.code), _ENDED.get(second.code)
    if ended is None:
        return text(f"l’un {tense.was} ", one, " et l’autre ", other, day)
    lead = text("l’un ", replace(one, text=ended[0]))
    if also_ended is not None:
        return text(lead, " et l’autre ", replace(other, text=also_ended[0]), IN_IT)
    return text(lead, IN_IT, f" et l’autre {tense.was} ", other, day)


def _clause(state: CodeCount, tense: Tense) -> Text:
    """Return « 3 étaient réalisés », « un est en retard »."""
    fact, (one, several) = f"earlier.{state.code}.count", STATES[state.code]
    if state.count == 1:
        return text(Span("un", fact), f" {tense.was} {one}")
    return text(SAY.number(state.count, fact), f" {tense.were} {several}")


def either(ways: Sequence[str]) -> str:
    """Return « a, b ou c »."""
    return " ou ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))


def unmet(plan: PeriodPlan) -> Text:
    """Introduce the list of commitments not kept by then; earlier ones are marked."""
    if len(plan.promises) == 1:
        return text("Détail de l’engagement non encore réalisé\u00a0:")
    return text("Détail des engagements non encore réalisés\u00a0:")


def given_up(plan: PeriodPlan) -> Text:
    """Return « Engagements abandonnés, non réalisables ou transmis au service compétent : 3. »."""
    total, states = len(plan.given_up), {row.state for row in plan.given_up}
    number = text(Span(str(total) if total > 1 else "Un", "given_up"))
    form = 0 if total == 1 else 1
    ways = ("cst.dropped", "cst.blocked", "cst.referred")
    said = either([STATES[state][form] for state in ways if state in states])
    if total == 1:
        return text(number, f" engagement {said}\u00a0:")
    return text(f"Engagements {said}\u00a0: ", number, ".")
