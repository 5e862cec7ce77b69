"""How commitments and points stand, in French: before a meeting, after it, by their reactions."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.french import (
    full_date,
    label,
    sentence_case,
    service,
    short_date,
)
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline
from outreach_app.summaries.session.plan import News, SessionPlan, SituationFacts
from outreach_app.summaries.session.writer import emergency_number

PAGE = Language.FRENCH
_REACTIONS = {
    "out.resolved": "Traité",
    "out.answered": "Réponse communiquée aux intéressés",
    "out.no_followup": "Aucune mesure retenue",
    "out.out_of_scope": "Hors de la compétence de l’arrondissement de police",
    "out.under_study": "À l’étude",
    "out.oriented": "Intéressés orientés vers la voie judiciaire ou le 19",
}
# How several commitments are said to have stood, and one.
_STATES = {
    "cst.done": ("réalisés", "réalisé"),
    "cst.partly": ("partiellement réalisés", "partiellement réalisé"),
    "cst.in_progress": ("en cours", "en cours"),
    "cst.open": ("en attente", "en attente"),
    "cst.overdue": ("en retard", "en retard"),
    "cst.referred": ("transmis au service compétent", "transmis au service compétent"),
    "cst.dropped": ("abandonnés", "abandonné"),
    "cst.blocked": ("non réalisables", "non réalisable"),
}
_UNKNOWN = ("dans une situation inconnue", "dans une situation inconnue")


def earlier(plan: SessionPlan) -> Text:
    """Return how the commitments of the meeting before stood on the day of this one."""
    before = plan.earlier
    if before is None:
        return ()
    day = Span(full_date(before.made_on), "earlier.made_on")
    lead = f"À la date de {french_kind(plan.kind, plan.channel).this}, "
    plural, singular = _STATES.get(before.states[0].code, _UNKNOWN)
    fact = f"earlier.states.{before.states[0].code}.count"
    if before.number == 1:
        return text(lead, Span("l’engagement pris", fact), " le ", day, f" était {singular}.")
    if len(before.states) == 1:
        all_of_them = "tous deux" if before.number == 2 else "tous"
        total = Span(digits(before.number, PAGE), fact)
        these = text("les ", total, " engagements pris le ", day)
        return text(lead, these, f" étaient {all_of_them} {plural}.")
    total = Span(digits(before.number, PAGE), "earlier")
    states = [
        text(
            f"{_STATES.get(state.code, _UNKNOWN)[0]},\u00a0",
            Span(digits(state.count, PAGE), f"earlier.states.{state.code}.count"),
        )
        for state in before.states
    ]
    these = text("la situation des ", total, " engagements pris le ", day)
    return text(lead, these, " était la suivante\u00a0: ", joined(states, "\u00a0; "), ".")


def about(line: SituationFacts, path: str) -> Text:
    """Return what a line of the situation is about."""
    if line.commitment is not None:
        return text("Engagement ", Span(digits(line.commitment, PAGE), f"{path}.commitment"))
    if line.news in (News.MOVED, News.CANCELLED):
        return text("Prochaine rencontre")
    if line.point is not None:
        return text("Point ", Span(digits(line.point, PAGE), f"{path}.point"))
    return text("Saisine ", service(line.code or "", f"{path}.code", "de"))


def news(line: SituationFacts, path: str) -> Text:
    """Return what came of it after the meeting."""
    words = text("\u00a0: ", inline(line.words, f"{path}.words", PAGE)) if line.words else ()
    code = line.code or ""
    of_service = service(code, f"{path}.code", "de") if code.startswith("rf.") else ()
    due = Span(short_date(line.due_on), f"{path}.due_on") if line.due_on else None
    point = Span(digits(line.point, PAGE), f"{path}.point") if line.point else None
    state = sentence_case((Span(label(code), f"{path}.code"),)) if code.startswith("cst.") else ()
    has_reason = code in ("cst.dropped", "cst.blocked")
    return {
        News.STATE: text(state, ", motif" if has_reason and words else "", words),
        News.DUE: text("Nouvelle échéance\u00a0: ", due or "non fixée"),
        News.PROMISED: text(
            "Pris ultérieurement",
            text(", au sujet du point ", point) if point else "",
            words,
            text(", échéance\u00a0: ", due) if due else "",
        ),
        News.REFERRED: text("Saisine ", of_service),
        News.SENT: text("Saisine ", of_service, " adressée") if line.point else text("Adressée"),
        News.ANSWERED: text("Réponse ", of_service, words),
        News.REACTED: reaction(code, f"{path}.code") if code else (),
        News.REPLIED: text("Réponse", words),
        News.TOLD: text("Réponse communiquée aux intéressés"),
        News.CLOSED: text("Point clos"),
        News.MOVED: text("Nouvelle date\u00a0: ", due or ""),
        News.CANCELLED: text("Annulée"),
    }[line.news]


def reaction(code: str, fact: str) -> Text:
    """Return a reaction as it is told, the number to call told apart."""
    words = sentence_case((Span(_REACTIONS.get(code) or label(code), fact),))
    return emergency_number(words[0], PAGE) if words else ()
