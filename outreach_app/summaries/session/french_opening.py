"""The opening of a French session summary: who, when, where, who came, what came before."""

from collections.abc import Sequence
from enum import Enum

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text, typeset
from outreach_app.summaries.prose.counts import Case, count, several
from outreach_app.summaries.prose.french import (
    at_place,
    clock,
    de,
    weekday_date,
    with_article,
    without_article,
)
from outreach_app.summaries.prose.meeting_kinds import FRENCH
from outreach_app.summaries.prose.nouns import BODY, KINDS, PARTICIPANT, WOMAN
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import own_words, quoted
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.writer import (
    REMOTE_CHANNELS,
    are_liberal,
    bodies_present,
    bodies_to_say,
    is_all_people,
    kind_fact,
    opens_with_welcome,
    people_present,
    women_to_say,
)

PAGE = Language.FRENCH
CHIEF = "Le chef de l’arrondissement de police"

# How, for a channel without a place, or where, for one that implies it.
_CHANNELS = {
    "ch.office": "au siège de l’arrondissement de police",
    "ch.partner_place": "au siège du partenaire",
    "ch.permanence": "dans le cadre de la permanence",
    "ch.phone": "par téléphone",
    "ch.video": "à distance",
    "ch.mail": "par courrier",
    "ch.email": "par courriel",
    "ch.social": "sur les réseaux sociaux",
}


class Before(Enum):
    """What stands before a kind whose number is not known, or before any kind after « de »."""

    NOTHING = "associations"
    DES = "des associations"
    DE = "d’associations"


def chief(plan: SessionPlan, preposition: str = "") -> Text:
    """The title of the head of the office with its article: « le chef de… », « du chef de… »."""
    title = plan.office.chief_title.fr
    words, gender = without_article(typeset(title or CHIEF, PAGE))
    lead = with_article(words, gender, preposition).removesuffix(words)
    return text(lead, Span(words, "office.chief_title.fr" if title else None))


def opening(plan: SessionPlan) -> Text:
    """Who held what, when, where, about what, and who attended."""
    kind = FRENCH[plan.kind]
    name = own_words(plan.office.name, "office.name", PAGE)
    start = Span(clock(plan.starts_at), "starts_at") if plan.starts_at else None
    subject = quoted(plan.subject, "subject", PAGE)
    return text(
        "Dans le cadre de l’ouverture des services de la Sûreté nationale sur leur environnement "
        "et de la mise en œuvre de la police de proximité, ",
        chief(plan),
        text(" ", name) if name else "",
        f" {kind.verb}, le ",
        Span(weekday_date(plan.held_on), "held_on"),
        text(" à ", start) if start else "",
        after_comma(_where(plan)),
        f", {kind.article} ",
        Span(kind.object, "kind"),
        text(" ayant pour objet ", subject) if subject else "",
        _attendance(plan),
        _people(plan),
    )


def earlier(plan: SessionPlan) -> Text:
    """« Après le rappel de la suite donnée aux engagements antérieurs, dont …, »; empty if none."""
    parts = []
    done, open_count = plan.earlier_done, plan.earlier_open
    if done:
        verb = "ont été réalisés" if done > 1 else "a été réalisé"
        parts.append(text(Span(digits(done, PAGE), "earlier_done"), f" {verb}"))
    if open_count:
        verb = "sont en cours" if open_count > 1 else "est en cours"
        parts.append(text(Span(digits(open_count, PAGE), "earlier_open"), f" {verb}"))
    if not parts:
        return ()
    welcome = "le mot d’accueil et " if opens_with_welcome(plan) else ""
    lead = f"Après {welcome}le rappel de la suite donnée aux engagements antérieurs, dont "
    return text(lead, joined(parts, " et "), ", ")


def after_comma(place: Text) -> Text:
    """The place after what precedes it: brackets take no comma."""
    if not place:
        return ()
    return text(" " if place[0].text.startswith("(") else ", ", place)


def _where(plan: SessionPlan) -> Text:
    """The place of a meeting held somewhere; the means of one held at a distance."""
    place = () if plan.channel in REMOTE_CHANNELS else at_place(plan.place, "place")
    if place or plan.channel not in _CHANNELS:
        return place
    return text(Span(_CHANNELS[plan.channel], "channel"))


def _attendance(plan: SessionPlan) -> Text:
    """How many came and which bodies they spoke for."""
    if plan.headcount is None:
        bodies = _bodies(plan, Before.DE)
        return text(", avec la participation ", bodies) if bodies else ()
    is_plural = FRENCH[plan.kind].plural
    people = Span(count(PARTICIPANT, plan.headcount, Case.ACCUSATIVE, PAGE), "headcount")
    if plan.headcount == 0:
        return text(". Elles n’ont réuni " if is_plural else ". Elle n’a réuni ", people)
    women = women_to_say(plan)
    bodies = _bodies(plan, Before.DES)
    among = Span(count(WOMAN, women, Case.NOMINATIVE, PAGE), "women")
    return text(
        ". Elles ont réuni " if is_plural else ". Elle a réuni ",
        people,
        text(", dont ", among) if women else "",
        text(", " if women else " ", "représentant ", bodies) if bodies else "",
    )


def _bodies(plan: SessionPlan, before: Before) -> Text:
    """The bodies with their kinds in brackets, or the kinds alone where no total is known."""
    present = bodies_present(plan)
    number = bodies_to_say(plan)
    if not number:
        return _kinds(present, before)
    total = Span(count(BODY, number, Case.ACCUSATIVE, PAGE), "bodies")
    are_counted = any(kind.count is not None for kind in present)
    kinds = _kinds(present, Before.DES if are_counted else Before.NOTHING)
    lead = "de " if before is Before.DE else ""
    return text(lead, total, text(" (", kinds, ")") if kinds else "")


def _people(plan: SessionPlan) -> Text:
    """The professionals among those present, to the end of the sentence."""
    kinds = people_present(plan)
    if not kinds:
        return text(".")
    liberal = ", au titre des professions libérales" if are_liberal(kinds) else ""
    lead = "\u00a0: " if is_all_people(plan) else ". L’assistance comprenait "
    return text(lead, _kinds(kinds, Before.DES), f"{liberal}.")


def _kinds(kinds: Sequence[KindPresent], before: Before) -> Text:
    return listed([_kind(kind, before) for kind in kinds], PAGE) if kinds else ()


def _kind(kind: KindPresent, before: Before) -> Text:
    noun = KINDS[kind.code]
    if kind.count is not None:
        counted = Span(count(noun, kind.count, Case.ACCUSATIVE, PAGE), kind_fact(kind))
        return text("de " if before is Before.DE else "", counted)
    words = several(noun, PAGE)
    lead = {Before.NOTHING: "", Before.DES: "des ", Before.DE: de(words).removesuffix(words)}
    return text(lead[before], Span(words, kind_fact(kind)))
