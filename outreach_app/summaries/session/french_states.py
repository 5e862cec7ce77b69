"""The states of earlier commitments, and the reactions to points, in French."""

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    chief,
    full_date,
    label,
    sentence_case,
    short_date,
)
from outreach_app.summaries.prose.french_letters import number_among
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.periods import french_first
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    EarlierFacts,
    MadeFacts,
    SessionPlan,
    SituationFacts,
    StateCount,
)
from outreach_app.summaries.session.writer import (
    emergency_number,
    kind_said,
    promise_path,
)

PAGE = Language.FRENCH
_REACTIONS = {
    "out.resolved": "Point réglé",
    "out.answered": "Réponse communiquée",
    "out.no_followup": "Aucune mesure retenue",
    "out.out_of_scope": "Hors de la compétence de l’arrondissement de police",
    "out.under_study": "À l’étude",
    "out.looked_into": "Transmis au service compétent pour suite à donner",
    "out.oriented": (
        "Orientation vers un signalement des faits par les voies légales, à la police judiciaire "
        "ou au parquet compétent, ou vers un appel au 19"
    ),
}
# "No further action" beside what was done.
_NO_OTHER = "Aucune autre mesure retenue"
# How several commitments are said to have stood, and one.
_STATES = {
    "cst.done": ("étaient réalisés", "était réalisé"),
    "cst.partly": ("étaient partiellement réalisés", "était partiellement réalisé"),
    "cst.in_progress": ("étaient en cours d’exécution", "était en cours d’exécution"),
    "cst.open": ("restaient à exécuter", "restait à exécuter"),
    "cst.overdue": (
        "avaient dépassé leur échéance sans être réalisés",
        "avait dépassé son échéance sans être réalisé",
    ),
    "cst.referred": (
        *("avaient été transmis au service compétent", "avait été transmis au service compétent"),
    ),
    "cst.dropped": ("avaient été abandonnés", "avait été abandonné"),
    "cst.blocked": ("n’étaient pas réalisables", "n’était pas réalisable"),
}
_UNKNOWN = ("étaient dans une situation inconnue", "était dans une situation inconnue")
# How one stood, in the table of those that are named, and what leads to the day since when.
_STOOD = {
    "cst.done": ("Réalisé", " le "),
    "cst.partly": ("Partiellement réalisé", " le "),
    "cst.in_progress": ("En cours d’exécution", " depuis le "),
    "cst.open": ("En attente d’exécution", ""),
    "cst.overdue": ("Échéance dépassée, non réalisé", ""),
    "cst.referred": ("Transmis au service compétent", " le "),
    "cst.dropped": ("Abandonné", " le "),
    "cst.blocked": ("Non réalisable", " au "),
}


def earlier(plan: SessionPlan) -> Text:
    """Return the states of earlier commitments on the day of this meeting.

    If all are named, they are in the table that this text introduces.
    """
    before = plan.earlier
    if before is None:
        return ()
    lead = f"À la date de {french_kind(*kind_said(plan)).this}, "
    made = _when(before)
    comma = "," if _has_reason(before) else ""
    if before.are_all_named:
        article, *rest = _those(before, before.number, "earlier")
        is_plural = before.number > 1 and not (_are_only_some(before) or _are_between(before))
        of_those = text("des ", *rest) if is_plural else text("de ", article, *rest)
        return text(lead, "la situation ", of_those, made, f"{comma} était la suivante\u00a0:")
    end = "\u00a0:" if any(state.promises for state in before.states) else "."
    first, *others = before.states
    if not others:
        counted = _those(before, first.count, f"earlier.states.{first.code}.count")
        return text(lead, counted, made, f"{comma} {_state_words(first)}", end)
    states = [
        text(
            _number(before, state.count, f"earlier.states.{state.code}.count"),
            f" {_state_words(state)}",
        )
        for state in before.states
    ]
    those = text("sur ", _those(before, before.number, "earlier"), made)
    return text(lead, those, ", ", listed(states, PAGE), end)


def _when(before: EarlierFacts) -> Text:
    """Return « pris le 12 septembre 2026 », « , parmi les engagements pris le… » of some."""
    days = listed([_made_on(each, n) for n, each in enumerate(before.made, 1)], PAGE)
    if before.are_days_in_table:
        first, last = _between(before)
        lead = ", parmi les engagements pris" if _has_reason(before) else " pris"
        return text(f"{lead} du ", first, " au ", last)
    if _has_reason(before):
        return text(", parmi les engagements pris ", days)
    return text(" pris respectivement " if before.is_each_of_its_day else " pris ", days)


def _between(before: EarlierFacts) -> tuple[Span, Span]:
    """Return the first and the last day on which they were made."""
    first, last = before.made[0].made_on, before.made[-1].made_on
    path = f"earlier.made.{len(before.made)}.made_on"
    begun = Span(french_first(Period(first, last)), "earlier.made.1.made_on")
    return begun, Span(full_date(last), path)


def _made_on(made: MadeFacts, number: int) -> Text:
    """Return « le 12 septembre 2026 (synthèse n° 07/2026) »."""
    path = f"earlier.made.{number}"
    summary = Span(made.summary, f"{path}.summary") if made.summary else None
    day = Span(full_date(made.made_on), f"{path}.made_on")
    lead = " (à la suite de la synthèse n°\u00a0" if made.is_later else " (synthèse n°\u00a0"
    return text("le ", day, text(lead, summary, ")") if summary else "")


def _has_reason(before: EarlierFacts) -> bool:
    """Return whether some are listed, and it is known why these."""
    is_told = before.concerned is not None or before.open_on is not None
    return before.are_some and (is_told or bool(before.are_of_nobody))


def _are_only_some(before: EarlierFacts) -> bool:
    """Return whether some are listed, and it is not known why these."""
    return before.are_some and not _has_reason(before)


def _are_between(before: EarlierFacts) -> bool:
    """Return whether only two days are told, between which others may have been made."""
    return before.are_days_in_table and not before.are_some


def _those(before: EarlierFacts, count: int, fact: str) -> Text:
    """Return « l’engagement », « les trois engagements concernant les participants ».

    Where nothing tells why these are listed, « trois des engagements ».
    """
    if _are_only_some(before):
        number = Span("l’un", fact) if count == 1 else _number(before, count, fact)
        return text(number, " des engagements")
    if _are_between(before):
        return text(_number(before, count, fact), " engagements")
    if count == 1:
        return text(Span("l’engagement", fact), _why(before))
    return text("les ", _number(before, count, fact), " engagements", _why(before))


def _why(before: EarlierFacts) -> Text:
    """Return why only these are listed: whom they concern, or that they were open."""
    if not before.are_some:
        return ()
    whom: Text = ()
    if before.concerned is not None:
        whom = text(" concernant ", _concerned(before, before.concerned))
    if before.are_of_nobody:
        whom = text(whom, f"{' ou' if whom else ''} ne désignant aucun partenaire")
    if before.open_on is None:
        return whom
    day = Span(full_date(before.open_on), "earlier.open_on")
    return text(whom, f"{',' if whom else ''} restant à exécuter au\u00a0", day)


def _concerned(before: EarlierFacts, number: int) -> Text:
    """Return « ce partenaire », « l’un des deux partenaires présents (Annakhil) »."""
    said = {0: "les participants", 1: "ce partenaire"}.get(number, "les partenaires présents")
    if before.present is not None:
        of_two = "deux " if before.present == 2 else ""
        said = f"{'l’un' if number == 1 else 'certains'} des {of_two}partenaires présents"
    name = before.concerned_name and own_words(
        before.concerned_name, "earlier.concerned_name", PAGE
    )
    return text(Span(said, "earlier.concerned"), text(" (", name, ")") if name else "")


def _number(before: EarlierFacts, count: int, fact: str) -> Span:
    return Span(number_among(count, before.number), fact)


def _state_words(state: StateCount) -> str:
    """Return « étaient réalisés », « était réalisé » of one."""
    plural, singular = _STATES.get(state.code, _UNKNOWN)
    return plural if state.count > 1 else singular


def stood(state: StateCount, promise: CommitmentFacts) -> Text:
    """Return how a commitment of the meeting before stood, and since when."""
    path = promise_path(state, promise)
    said, since = _STOOD.get(state.code, ("Situation inconnue", ""))
    words = Span(said, f"earlier.states.{state.code}.code")
    is_dated = bool(since) and promise.since is not None
    on = Span(short_date(promise.since), f"{path}.since") if is_dated and promise.since else None
    is_done = state.code == CommitmentStatus.DONE
    late = " hors délai," if promise.is_late and is_done else ""
    past = ", échéance dépassée" if promise.is_late and not is_done else ""
    why = text("\u00a0: ", inline(promise.why, f"{path}.why", PAGE)) if promise.why else ""
    if promise.is_entered and on:
        # Nobody noted since when: only the day of the entry is known.
        return text(words, " (enregistré le ", on, ")", past, why)
    return text(words, late, text(since, on) if on else "", past, why)


def debtor(
    commitment: CommitmentFacts | SituationFacts,
    path: str,
    office: OfficeFacts,
    *,
    woman: bool = False,
) -> Text:
    """Return who is to keep a commitment: by name, by profession, or the head of the office."""
    name = own_words(commitment.debtor, f"{path}.debtor", PAGE) if commitment.debtor else None
    if name:
        return text(name)
    if commitment.authority:
        return text(Span(label(commitment.authority), f"{path}.authority"))
    if commitment.debtor_kind:
        said = name_of_one(commitment.debtor_kind, PAGE, women=woman)
        return text(Span(said, f"{path}.debtor_kind"))
    owners = {"partner": "partenaire (nom non relevé)", "authority": "autorité à préciser"}
    return text(Span(owners.get(commitment.owner or "", chief(office)[-1].text), f"{path}.owner"))


def reaction(code: str, fact: str, *, further: bool = False) -> Text:
    """Return a reaction, with the emergency number as a separate span.

    `further` where something was done beside it.
    """
    known = _REACTIONS.get(code) or label(code)
    said = _NO_OTHER if further and code == PointReaction.NO_FOLLOW_UP else known
    words = sentence_case((Span(said, fact),))
    return emergency_number(words[0], PAGE) if words else ()
