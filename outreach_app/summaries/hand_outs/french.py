"""A partner's sheet in French: « Vous avez dit, nous avons fait »."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.french_names import after, answers_told
from outreach_app.summaries.hand_outs.french_opening import earlier, met_days, next_place, opening
from outreach_app.summaries.hand_outs.french_outcomes import OUTCOMES, by_whom
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts, PromiseFacts, RemarkFacts
from outreach_app.summaries.hand_outs.promise_words import AWAITED, promise_state
from outreach_app.summaries.hand_outs.services import count_referrals, count_services
from outreach_app.summaries.hand_outs.states import (
    ANSWERED,
    BY_OTHER,
    CLOSED,
    NOTED,
    PASSED_ON,
    PROMISED,
    TOLD_TO_OTHER,
    UNKEPT,
    WAITING,
    is_answered_too,
    is_kept_too,
    shown_state,
)
from outreach_app.summaries.hand_outs.writer import (
    Labels,
    Raised,
    beside,
    by_hand,
    by_other,
    given,
    kept_unquoted,
    led,
    no_more,
    otherwise,
    ours,
    partner_name,
    phone_of,
    pointer,
    replied_aloud,
    still_open,
    yours,
)
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    clock,
    full_date,
    label_span,
    lower_case,
    sentence_case,
    weekday_date,
)
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.session.writer import EMERGENCY_NUMBER, emergency_number

PAGE = Language.FRENCH
_KEPT = "Vos engagements sont réalisés"
_SEE = "Voir vos engagements ci-dessous"
_APART = "Engagements pris en dehors des points soulevés\u00a0:"
_THEIRS = "Vos engagements\u00a0:"
_OF_SOME = ("Suite donnée au point soulevé", "Suites données aux points soulevés")

LABELS = Labels(
    title="Vous avez dit, nous avons fait",
    title_together="Vous avez dit, nous avons fait ensemble",
    title_open=(
        "Suite donnée au point que vous avez soulevé",
        "Suites données aux points que vous avez soulevés",
    ),
    title_of_some=_OF_SOME,
    title_of_others=_OF_SOME,
    kind="feuille",
    own={
        Raised.SAID: ("Vous nous avez dit", "Suite donnée"),
        Raised.REQUESTED: ("Vous avez demandé", "Suite donnée"),
        Raised.ASKED: ("Votre question", "Suite donnée"),
        Raised.PROPOSED: ("Vous avez proposé", "Suite donnée"),
    },
    common=("Soulevé par les participants", "Suite donnée"),
    others=(
        ("Soulevé par un autre partenaire", "Suite donnée"),
        *(("Soulevé par d’autres partenaires", "Suite donnée"),) * 2,
    ),
    theirs=("Engagement", "Suivi"),
    promised=("Votre engagement\u00a0:", _THEIRS, _THEIRS),
    state="État",
    no_detail="Seule la thématique est mentionnée",
    no_own=("Voir votre engagement ci-dessous", _SEE, _SEE),
    by_other="L’un des partenaires s’est engagé à ce sujet",
    ended_by_other={
        CommitmentStatus.DONE: "\u00a0; cet engagement a été tenu",
        CommitmentStatus.BLOCKED: "\u00a0; cet engagement s’est avéré non réalisable",
        CommitmentStatus.DROPPED: "\u00a0; cet engagement a été abandonné",
        UNKEPT: "\u00a0; ce qui avait été promis n’a pas été réalisé",
    },
    told="Nous avons répondu à ce point",
    told_to_other="Une réponse a été apportée à ce point",
    unquoted={
        PointReaction.LOOKED_INTO: "Nous avons transmis ce point au service compétent pour suite à"
        " donner",
        PointReaction.OUT_OF_SCOPE: "Ce point ne relève pas de notre compétence",
        PointReaction.NO_FOLLOW_UP: "Aucune mesure n’a été retenue",
        PointReaction.RESOLVED: "Ce point a été traité",
        PointReaction.UNDER_STUDY: "Nous étudions ce point",
        PointReaction.ORIENTED: "Ce point a été orienté vers la voie appropriée",
        NOTED: "Ce point a été inscrit au suivi des rumeurs",
        WAITING: "Aucune suite n’a encore été donnée",
    },
    transmitted="Transmis au service compétent",
    settled="Point traité directement, sans engagement ni saisine",
    kept=("Votre engagement est réalisé", _KEPT, _KEPT),
    yours=(
        ("Votre engagement\u00a0: ", "Vos engagements\u00a0: "),
        ("L’un de vos engagements\u00a0: ", "Certains de vos engagements\u00a0: "),
    ),
    given=("Notre réponse a été communiquée le\u00a0", "."),
    has_more=(
        "Le texte de vos remarques reçues ",
        ", hors rencontres et échanges, n’est pas repris ici.",
    ),
    notes="Vos remarques",
    apart=("Engagement pris en dehors des points soulevés\u00a0:", _APART, _APART),
    of_meeting=("Rencontre, échange ou remarque", "Engagement et suivi"),
)
_STATES = {
    WAITING: "En attente d’une suite de notre part",
    PROMISED: sentence_case((Span(AWAITED[PAGE]),))[0].text,
    PASSED_ON: "Engagement transmis au service compétent",
    NOTED: "Rumeur enregistrée",
    BY_OTHER: "Engagement de l’un des partenaires",
    TOLD_TO_OTHER: "Réponse donnée",
    CLOSED: "Point clos",
    PointReaction.LOOKED_INTO: LABELS.transmitted,
}


@dataclass(frozen=True, slots=True)
class FrenchHandOut:
    """Says a partner's sheet in French."""

    plan: HandOutPlan
    labels: ClassVar[Labels] = LABELS

    def place_and_date(self, day: date) -> Text:
        """Return « Casablanca, le 10 novembre 2026 »."""
        city = own_words(self.plan.office.city, "office.city", PAGE)
        written = Span(full_date(day), "issued_on")
        return text(city, ", le ", written) if city else text("Le ", written)

    def number(self) -> Text:
        """Return « N° : 11/2026 »."""
        return text("N°\u00a0: ", Span(self.plan.number, "number"))

    def addressee(self) -> Text:
        """Return « À la pharmacie Annakhil », « À l'attention de : … »."""
        partner = partner_name(self.plan.partner, "partner", PAGE)
        blank = by_hand(self.plan.partner, partner)
        if addressee := after("à", partner):
            return sentence_case(text(addressee, blank))
        return text("À l’attention de\u00a0: ", partner, blank) if partner else ()

    def opening(self) -> Text:
        """State thanks, the number of points raised at which sessions, and their outcomes."""
        return opening(self.plan)

    def earlier(self) -> Text:
        """State how many earlier points are followed up."""
        return earlier(self.plan)

    def topic(self, remark: RemarkFacts) -> Text:
        """Write the topic of a point, and the meeting that an earlier one was raised at."""
        path = f"remarks.{remark.number}"
        topic = sentence_case((label_span(remark.topic, f"{path}.topic"),))
        met = remark.raised_at
        if met is None:
            return topic
        return text(topic, " (", _meeting(met, f"{path}.raised_at"), ")")

    def made_at(self, met: MetFacts, path: str) -> Text:
        """Return « Rencontre périodique du 24 juin 2026 »."""
        return sentence_case(_meeting(met, path))

    def remark(self, day: date, fact: str) -> Text:
        """Return « Votre remarque du 24 juin 2026 », which came outside meetings."""
        return text("Votre remarque du\u00a0", Span(full_date(day), fact))

    def done(self, remark: RemarkFacts) -> tuple[Said, ...]:
        """Write what was promised, passed on or answered."""
        path = f"remarks.{remark.number}"
        cells: list[Said] = [*beside(remark, LABELS), *replied_aloud(remark, LABELS)]
        for row in remark.referrals:
            fact = f"{path}.referrals.{row.number}"
            is_told = remark.is_own or remark.is_common
            cells += OUTCOMES.referral(self.plan.partner, row, fact, is_told=is_told)
        for promise in ours(remark):
            own = f"{path}.commitments.{promise.number}"
            cells += self.promise(promise, own, shown_state(remark))
        if remark.reply is not None:
            cells += led(text("Notre réponse\u00a0: "), remark.reply, f"{path}.reply", PAGE)
        cells += pointer(remark, LABELS)
        told = [each for each in cells if each] or list(otherwise(remark, LABELS))
        told += given(remark, LABELS, full_date)
        if remark.closed_on:
            day = Span(full_date(remark.closed_on), f"{path}.closed_on")
            told.append(text("Point clos le\u00a0", day, "."))
        return (*told, *by_other(remark, LABELS, PAGE))

    def promise(self, promise: PromiseFacts, path: str, state: str) -> tuple[Text, Text]:
        """Write who promised what, and how far that has come if `state` does not say it."""
        words = inline(promise.words, f"{path}.words", PAGE)
        about = OUTCOMES.about(self.plan.partner, promise, path, state)
        return text(by_whom(self.plan.partner, promise, path), words), about

    def kept(self, promise: PromiseFacts, path: str) -> tuple[Text, Text]:
        """Write how far a promise of the partner has come, and its state in a word."""
        status = promise.status
        state = sentence_case((promise_state(status, f"{path}.status", PAGE),))
        return OUTCOMES.about(self.plan.partner, promise, path, status), state

    def state(self, remark: RemarkFacts) -> Text:
        """Write what became of a point on the whole."""
        outcome = _outcome(remark, f"remarks.{remark.number}.state")
        return text(
            text(lead, lower_case(outcome)) if (lead := yours(remark, LABELS)) else outcome,
            still_open(
                remark, ", hors engagement d’un partenaire", ", hors engagements de partenaires"
            ),
            answers_told(remark),
            no_more(remark, ", sans autre suite"),
        )

    def next_meeting(self) -> Text:
        """Return « Notre prochain rendez-vous : mercredi 11 novembre 2026 à 10 h 30, au… »."""
        meeting = self.plan.next_meeting
        if meeting is None:
            return ()
        path = "next_meeting"
        start = Span(clock(meeting.starts_at), f"{path}.starts_at") if meeting.starts_at else None
        place = next_place(meeting)
        return text(
            "Notre prochain rendez-vous\u00a0: ",
            Span(weekday_date(meeting.held_on), f"{path}.held_on"),
            text(" à ", start) if start else "",
            text(", ", place) if place else "",
            ".",
        )

    def contact(self) -> Text:
        """Return « Pour nous joindre : Arrondissement de police Annakhil · en cas… »."""
        return contact(self.plan.office)


def contact(office: OfficeFacts) -> Text:
    """State how to reach an office by telephone, and whom to call when it is urgent."""
    call = Span(digits(int(EMERGENCY_NUMBER), PAGE), "fixed.emergency_number")
    urgent = text("en cas d’urgence\u00a0: ", call)
    lines = office.letterhead_fr
    if not (lines and office.phone):
        return sentence_case(urgent)
    words = typeset(lines[-1], PAGE)
    unit = Span(words[:1].lower() + words[1:], f"office.letterhead_fr.{len(lines)}")
    phone = text(", téléphone\u00a0: ", phone_of(office, PAGE))
    return text("Pour nous joindre\u00a0: ", unit, phone, " · ", urgent)


def _meeting(met: MetFacts, path: str) -> Text:
    kind = french_kind(met.kind, met.channel).object.partition(" ")[2]
    return text(Span(kind, f"{path}.kind"), " ", met_days(met, path, "du\u00a0"))


def _outcome(remark: RemarkFacts, path: str) -> Text:
    """Return the outcome of a point without the answers of services that it does not tell."""
    if said := _said(remark):
        return text(Span(said, path))
    state = shown_state(remark)
    return sentence_case(emergency_number(label_span(state, path), PAGE))


def _said(remark: RemarkFacts) -> str | None:
    """Return the outcome in words of the sheet's own, None where its label serves."""
    if is_kept_too(remark):
        return kept_unquoted(remark, LABELS)
    if remark.state == ANSWERED:
        return "Réponses reçues" if count_referrals((remark,)) > 1 else "Réponse reçue"
    if remark.state == CommitmentStatus.REFERRED and count_services((remark,)) > 1:
        return "Transmis aux services compétents"
    if remark.state == PointReaction.ANSWERED:
        # To whom, and whether it was carried back, is not known of each.
        return "Nous avons répondu" if is_answered_too(remark) else "Réponse donnée"
    return _STATES.get(remark.state) or kept_unquoted(remark, LABELS)
