"""The states of earlier commitments, and the reactions to points, in French."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.bodies import name_of_one
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    chief,
    full_date,
    label,
    of,
    sentence_case,
    short_date,
)
from outreach_app.summaries.prose.french_letters import number_among
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.numbers import ranked
from outreach_app.summaries.prose.periods import french_first
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.french_others import others_closed
from outreach_app.summaries.session.french_renewed import with_renewed
from outreach_app.summaries.session.plan import SessionPlan, SituationFacts
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
)
from outreach_app.summaries.session.writer import (
    earlier_named,
    emergency_number,
    kind_said,
    promise_path,
)

PAGE = Language.FRENCH
_REACTIONS = {
    "out.resolved": "Point réglé",
    "out.answered": "Réponse communiquée",
    "out.no_followup": "Aucune mesure supplémentaire retenue",
    "out.out_of_scope": "Hors de la compétence de l’arrondissement de police",
    "out.under_study": "À l’étude",
    "out.looked_into": "Transmis au service compétent pour suite à donner",
    "out.oriented": (
        "Orientation vers les voies légales (police judiciaire ou parquet compétent) ou vers le 19"
    ),
}
# How one stood, in the table and what leads to the day since when.
_STOOD = {
    "cst.done": ("Réalisé", " le "),
    "cst.partly": ("Partiellement réalisé", " le "),
    "cst.in_progress": ("En cours d’exécution", " depuis le "),
    "cst.open": ("En attente d’exécution", ""),
    "cst.overdue": ("Échéance dépassée, aucune exécution enregistrée", ""),
    "cst.referred": ("Transmis au service compétent", " le "),
    "cst.dropped": ("Abandonné", " le "),
    "cst.blocked": ("Déclaré non réalisable", " le "),
}


def earlier(plan: SessionPlan) -> Text:
    """Return what introduces the table of earlier commitments, by their state that day."""
    before = plan.earlier
    if before is None:
        return ()
    this = french_kind(*kind_said(plan)).this
    lead = f"À l’ouverture de {this}, " if plan.last_on else f"À la date de {this}, "
    stood = text(" était la suivante", others_closed(before), "\u00a0:")
    if before.is_told_before:
        return text(_made_before(before), lead, _of_them(before), stood)
    return text(lead, "la situation ", _of_those(before), " pris ", _when(before), stood)


def _made_before(before: EarlierFacts) -> Text:
    """Return « Lors de …, quatre engagements avaient été pris. », before how they stood."""
    made = Span(number_among(before.among, before.among), _all(before))
    when = sentence_case(_when(before))
    if before.are_days_in_table:
        sources = joined(_sources(before), ", ou ")
        return text(when, ", ", made, " engagements avaient été pris ", sources, ". ")
    return text(when, ", ", made, " engagements avaient été pris. ")


def _of_them(before: EarlierFacts) -> Text:
    """Return « leur situation », « la situation de trois d’entre eux »."""
    if not before.are_some:
        return text("leur situation")
    number = Span(number_among(before.number, before.among), "earlier")
    return text("la situation ", of(text(number)), " d’entre eux")


def _all(before: EarlierFacts) -> str:
    """Return the id of the fact of how many were made."""
    return "earlier.among" if before.are_some else "earlier"


def _of_those(before: EarlierFacts) -> Text:
    """Return « de l’engagement », « des trois engagements », « de trois des huit engagements »."""
    if before.are_some:
        number = Span(number_among(before.number, before.among), "earlier")
        made = Span(number_among(before.among, before.among), "earlier.among")
        return text(of(text(number)), " des ", made, " engagements")
    if before.number == 1:
        return text("de ", Span("l’engagement", "earlier"))
    number = Span(number_among(before.number, before.number), "earlier")
    return text("des ", number, " engagements")


def _when(before: EarlierFacts) -> Text:
    """Return « lors de la rencontre n° 03/2026 du 12 septembre 2026 ».

    Of many days, it is the first and the last.
    """
    if not before.are_days_in_table:
        return joined([listed(_origins(of_one), PAGE) for of_one in before.by_origin], ", et ")
    first, last = before.made[0].made_on, before.made[-1].made_on
    path = f"earlier.made.{len(before.made)}.made_on"
    begun = Span(french_first(Period(first, last)), "earlier.made.1.made_on")
    return text("du ", begun, " au ", Span(full_date(last), path))


def _origins(made: Sequence[Sequence[tuple[int, MadeFacts]]]) -> list[Text]:
    """Return « lors de la visite … », « de la réunion … »: "lors" once, of meetings alone."""
    said = [_made_at(each) for each in made]
    if not all(each.is_at_meeting for of_one in made for _number, each in of_one):
        return said
    shorter = [(replace(one[0], text=one[0].text.removeprefix("lors ")), *one[1:]) for one in said]
    return [*said[:1], *shorter[1:]]


def _sources(before: EarlierFacts) -> list[Text]:
    """Return « dans le cadre de rencontres … », « à la suite de remarques … », or both."""
    whose = {
        None: "",
        1: " auxquelles ce partenaire avait pris part",
        2: " auxquelles avait pris part l’un ou l’autre de ces deux partenaires",
    }.get(before.present, " auxquelles avaient pris part un ou plusieurs de ces partenaires")
    meetings = text("dans le cadre de rencontres précédentes", whose)
    met = [meetings] if any(made.met for made in before.made) else []
    return met + [text("à la suite de remarques reçues hors rencontre")] * any(
        made.met is None for made in before.made
    )


def _made_at(made: Sequence[tuple[int, MadeFacts]]) -> Text:
    """Return « lors de la visite n° 03/2026 du 9 septembre 2026 », and the days after it."""
    number, first = made[0]
    if first.met is None:
        at_once = len(made) == 1 and first.is_of_remark_that_day
        day = text(" le même jour") if at_once else _received_on(number, first)
        return text(_days(made), " à la suite d’une remarque reçue", day, " hors rencontre")
    kind = french_kind(*first.met.kind_said)
    named = text(kind.of_it, _number_and_days(first.met, f"earlier.made.{number}.met"))
    during: Text = ()
    if any(each.is_at_meeting for _number, each in made):
        during, named = text("lors ", named), text("de ", kind.this)
    days = _days([each for each in made if not each[1].is_at_meeting])
    after = text(days, " à la suite ", named) if days else ()
    return text(during, ", puis " if during and after else "", after)


def _days(made: Sequence[tuple[int, MadeFacts]]) -> Text:
    """Return « le 6 septembre 2026 et le 12 septembre 2026 », empty for none."""
    days = [
        text("le ", Span(full_date(each.made_on), f"earlier.made.{number}.made_on"))
        for number, each in made
    ]
    return listed(days, PAGE) if days else ()


def _received_on(number: int, made: MadeFacts, said: Callable[[date], str] = full_date) -> Text:
    """Return « le 2 mai 2026 » of the remark, the day as it is `said`; empty for a meeting."""
    if made.received_on is None:
        return ()
    return text(" le ", Span(said(made.received_on), f"earlier.made.{number}.received_on"))


def remark_received(number: int, made: MadeFacts) -> Text:
    """Return « remarque reçue le 02/05/2026 hors rencontre » beside the day of a promise on it.

    The day of the remark is left out where it is that day; of a meeting nothing is said.
    """
    if made.met is not None:
        return ()
    day = () if made.is_of_remark_that_day else _received_on(number, made, short_date)
    return text("remarque reçue", day, " hors rencontre")


def _number_and_days(met: MeetingMet, path: str) -> Text:
    """Return « n° 03/2026 du 9 septembre 2026 », « n° 02/2026 du 25 au 27 mai 2026 »."""
    number = text(" n°\u00a0", Span(met.number, f"{path}.number")) if met.number else ""
    if met.last_on is None:
        return text(number, " du ", Span(full_date(met.held_on), f"{path}.held_on"))
    begun = Span(french_first(Period(met.held_on, met.last_on)), f"{path}.held_on")
    return text(number, " du ", begun, " au ", Span(full_date(met.last_on), f"{path}.last_on"))


def stood(plan: SessionPlan) -> list[Text]:
    """Return how each earlier commitment stood, and whether it was promised again by then."""
    this = french_kind(*kind_said(plan)).this
    return [
        with_renewed(_stood(state, promise, path), promise, path, this, state.code)
        for state, promise in earlier_named(plan)
        for path in (promise_path(state, promise),)
    ]


def _stood(state: EarlierState, promise: CommitmentFacts, path: str) -> Text:
    """Return a state, and since when, unless what came of it when promised again says it."""
    if promise.renewed is not None and promise.renewed.replaces(state.code):
        return ()
    return how_it_stood(state, promise, path, f"earlier.states.{state.code}.code")


def how_it_stood(state: EarlierState, promise: CommitmentFacts, path: str, fact: str) -> Text:
    """Return a state, and since when, of a commitment whose facts are at a path."""
    said, since = _STOOD.get(state.code, ("Situation inconnue", ""))
    words = Span(said, fact)
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


def debtor(commitment: CommitmentFacts | SituationFacts, path: str, office: OfficeFacts) -> Text:
    """Return who is to keep a commitment: by name, by profession, or the head of the office."""
    name = own_words(commitment.debtor, f"{path}.debtor", PAGE) if commitment.debtor else None
    if name:
        return text(name)
    if commitment.authority:
        return text(Span(label(commitment.authority), f"{path}.authority"))
    if commitment.debtor_kind:
        women = bool(commitment.is_debtor_woman)
        said = name_of_one(commitment.debtor_kind, PAGE, women=women)
        rank = ranked(commitment.debtor_rank, f"{path}.debtor_rank", PAGE)
        return text(Span(said, f"{path}.debtor_kind"), rank)
    owners = {"partner": "partenaire (nom non relevé)", "authority": "autorité à préciser"}
    return text(Span(owners.get(commitment.owner or "", chief(office)[-1].text), f"{path}.owner"))


def reaction(code: str, fact: str) -> Text:
    """Return a reaction, with the emergency number as a separate span."""
    words = sentence_case((Span(_REACTIONS.get(code) or label(code), fact),))
    return emergency_number(words[0], PAGE) if words else ()
