"""What became of the commitments and referrals of a period, in French."""

from outreach_app.i18n import Language
from outreach_app.summaries.period.french_labels import LABELS
from outreach_app.summaries.period.plan import CodeCount, PeriodPlan
from outreach_app.summaries.period.writer import Figures, total_of
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.french import (
    full_date,
)
from outreach_app.summaries.prose.nouns import COMMITMENT

PAGE = Language.FRENCH
SAY = Figures(PAGE)
NOMINATIVE = Case.NOMINATIVE
# How one commitment, and several, are said to have stood.
STATES = {
    "cst.done": ("réalisé", "réalisés"),
    "cst.partly": ("partiellement réalisé", "partiellement réalisés"),
    "cst.in_progress": ("en cours d’exécution", "en cours d’exécution"),
    "cst.open": ("à exécuter", "à exécuter"),
    "cst.overdue": ("en retard", "en retard"),
    "cst.referred": ("transmis au service compétent", "transmis au service compétent"),
    "cst.dropped": ("abandonné", "abandonnés"),
    "cst.blocked": ("non réalisable", "non réalisables"),
}


def as_of(plan: PeriodPlan) -> Span:
    """Return the day as of which states are told."""
    return Span(full_date(plan.as_of), "as_of")


def made(plan: PeriodPlan) -> Text:
    """Say how many commitments of the period were kept by its last day."""
    made, kept = plan.count("commitments"), plan.kept
    if not made:
        has_met = plan.count("meetings") > 0
        return text(LABELS.no_promises if has_met else LABELS.none_without_meetings)
    day = text(" au ", as_of(plan), ".")
    during = " lors des rencontres de la période"
    total = SAY.counted(COMMITMENT, made, NOMINATIVE, "figures.commitments.now")
    if made == 1:
        is_kept = "était réalisé" if kept else "n’était pas encore réalisé"
        only = Span("Le seul engagement pris", "figures.commitments.now")
        return text(only, during, " ", Span(is_kept, "kept"), day)
    if kept == made:
        every = "tous deux" if made == 2 else "tous"
        return text(
            "Les ", total, " pris", during, " ", Span(f"étaient {every} réalisés", "kept"), day
        )
    if kept == 0:
        none = Span("Aucun", "kept")
        return text(none, " des ", total, " pris", during, " n’était réalisé", day)
    some = (
        text(Span("un", "kept"), " était réalisé")
        if kept == 1
        else text(SAY.number(kept, "kept"), " étaient réalisés")
    )
    return text("Sur les ", total, " pris", during, ", ", some, day)


def earlier(plan: PeriodPlan) -> Text:
    """Say how the commitments stand that were open when the period began."""
    states, total = plan.earlier, total_of(plan.earlier)
    if not total:
        return ()
    first, number = Span(full_date(plan.first), "first"), Span(str(total), "earlier")
    day = text(" au ", as_of(plan))
    if total == 1:
        said = Span(STATES[states[0].code][0], f"earlier.{states[0].code}.count")
        lead = " Le seul engagement antérieur encore ouvert au "
        return text(lead, first, " était ", said, day, ".")
    since = text(" engagements antérieurs encore ouverts au ", first)
    if len(states) == 1:
        of_all = "tous deux" if total == 2 else "tous"
        every = Span(f"{of_all} {STATES[states[0].code][1]}", f"earlier.{states[0].code}.count")
        return text(" Les ", number, since, " étaient ", every, day, ".")
    if total == 2:
        one, other = (Span(STATES[row.code][0], f"earlier.{row.code}.count") for row in states)
        clauses = text("l’un était ", one, " et l’autre ", other)
        return text(" Sur les ", number, since, ", ", clauses, day, ".")
    clauses = listed([_clause(state) for state in states], PAGE)
    return text(" Sur les ", number, since, ", ", clauses, day, ".")


def _clause(state: CodeCount) -> Text:
    """« 3 étaient réalisés », « un était en retard »."""
    fact, (one, several) = f"earlier.{state.code}.count", STATES[state.code]
    if state.count == 1:
        return text(Span("un", fact), f" était {one}")
    return text(SAY.number(state.count, fact), f" étaient {several}")


def unmet(plan: PeriodPlan) -> Text:
    """Say how many were not kept on the day told, and how many of them were made earlier."""
    total, earlier = len(plan.promises), plan.promises_earlier
    day = text("au\u00a0", as_of(plan))
    before = {0: "", 1: ", antérieur à la période,"}.get(earlier, "")
    if total == 1:
        lead = text("Un seul engagement", Span(before, "promises_earlier") if before else "")
        return text(lead, " n’était pas encore réalisé ", day, "\u00a0:")
    number = text(Span(str(total), "unmet"))
    lead = text("Engagements non encore réalisés ", day, "\u00a0: ", number)
    if not earlier:
        return text(lead, ".")
    if earlier == total:
        return text(lead, ", ", Span("antérieurs", "promises_earlier"), " à la période.")
    some = (
        Span("un", "promises_earlier") if earlier == 1 else SAY.number(earlier, "promises_earlier")
    )
    return text(
        lead, ", dont ", some, " antérieur" if earlier == 1 else " antérieurs", " à la période."
    )


def given_up(plan: PeriodPlan) -> Text:
    """« Engagements abandonnés ou non réalisables : 2 »."""
    total, states = len(plan.given_up), {row.state for row in plan.given_up}
    number = text(Span(str(total) if total > 1 else "Un", "given_up"))
    form = 0 if total == 1 else 1
    ways = ("cst.dropped", "cst.blocked")
    said = " ou ".join(STATES[state][form] for state in ways if state in states)
    if total == 1:
        return text(number, f" engagement {said}\u00a0:")
    return text(f"Engagements {said}\u00a0: ", number, ".")
