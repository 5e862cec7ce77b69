"""A partner's sheet in French: « Vous avez dit, nous avons fait »."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.summaries.hand_outs.french_labels import LABELS, STATES
from outreach_app.summaries.hand_outs.french_names import after, answers_told
from outreach_app.summaries.hand_outs.french_opening import earlier, met_days, next_place, opening
from outreach_app.summaries.hand_outs.french_outcomes import OUTCOMES, by_whom
from outreach_app.summaries.hand_outs.labels import Labels
from outreach_app.summaries.hand_outs.others import is_done_here
from outreach_app.summaries.hand_outs.plan import HandOutPlan, MetFacts, PromiseFacts, RemarkFacts
from outreach_app.summaries.hand_outs.promise_words import promise_state
from outreach_app.summaries.hand_outs.services import count_referrals, count_services
from outreach_app.summaries.hand_outs.states import (
    ANSWERED,
    is_answered_too,
    is_kept_too,
    shown_state,
)
from outreach_app.summaries.hand_outs.writer import (
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
    still_promised,
    yours,
)
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import text, typeset
from outreach_app.summaries.prose.counts import Case
from outreach_app.summaries.prose.facts import OfficeFacts
from outreach_app.summaries.prose.french import (
    clock,
    full_date,
    label_span,
    lower_case,
    sentence_case,
    weekday_date,
)
from outreach_app.summaries.prose.letters import spelled
from outreach_app.summaries.prose.meeting_kinds import french_kind
from outreach_app.summaries.prose.nouns import REMARK
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import inline, own_words
from outreach_app.summaries.prose.several_days import count_days
from outreach_app.summaries.session.writer import EMERGENCY_NUMBER, emergency_number

PAGE = Language.FRENCH


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

    def received(self) -> Text:
        """Return « Suivi de deux remarques que vous nous avez adressées en dehors des … : »."""
        number = self.plan.received or 0
        said = Span(spelled(REMARK, number, Case.NOMINATIVE, PAGE), "received")
        of, s = ("d’", "") if number == 1 else ("de ", "s")
        where = f" que vous nous avez adressée{s} en dehors des rencontres\u00a0:"
        return text(f"Suivi {of}", said, where)

    def topic(self, remark: RemarkFacts) -> Text:
        """Write the topic of a point, and the meeting that an earlier one was raised at."""
        path = f"remarks.{remark.number}"
        topic = sentence_case((label_span(remark.topic, f"{path}.topic"),))
        if remark.received_on:
            day = Span(full_date(remark.received_on), f"{path}.received_on")
            return text(topic, " (remarque du\u00a0", day, ")")
        met = remark.raised_at
        if met is None:
            return topic
        return text(topic, " (", _meeting(met, f"{path}.raised_at"), ")")

    def made_at(self, met: MetFacts, path: str) -> Text:
        """Return « Rencontre périodique du 24 juin 2026 »."""
        return sentence_case(_meeting(met, path))

    def again(self, met: MetFacts, path: str) -> Text:
        """Return « le 24 juin 2026 », on which a point was raised again."""
        return met_days(met, path, "le\u00a0")

    def done(self, remark: RemarkFacts) -> tuple[Said, ...]:
        """Write what was promised, passed on or answered."""
        path = f"remarks.{remark.number}"
        cells: list[Said] = [*beside(remark, LABELS, PAGE), *replied_aloud(remark, LABELS)]
        for row in remark.referrals:
            fact = f"{path}.referrals.{row.number}"
            cells += OUTCOMES.referral(self.plan.partner, row, fact)
        for promise in ours(remark):
            own = f"{path}.commitments.{promise.number}"
            cells += self.promise(promise, own, shown_state(remark))
        if remark.reply is not None:
            cells += led(text("Notre réponse\u00a0: "), remark.reply, f"{path}.reply", PAGE)
        cells += pointer(remark, LABELS)
        told = [each for each in cells if each] or list(otherwise(remark, LABELS, PAGE))
        told += given(remark, LABELS, full_date)
        if remark.closed_on:
            day = Span(full_date(remark.closed_on), f"{path}.closed_on")
            told.append(text("Point clos le\u00a0", day, "."))
        return tuple(map(_ended, (*told, *by_other(remark, LABELS, PAGE))))

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
                remark,
                "\u00a0; engagement d’un partenaire en cours",
                "\u00a0; engagements de partenaires en cours",
            ),
            still_promised(remark, LABELS),
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
        place = next_place(meeting, is_at_theirs=bool(self.plan.is_next_at_theirs))
        return text(
            "Notre prochain rendez-vous",
            text(", ", Span("à confirmer", "is_next_to_confirm"))
            if self.plan.is_next_to_confirm
            else "",
            "\u00a0: ",
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


def _ended(said: Said) -> Said:
    """Put a full stop behind a sentence; what is quoted and what leads to more has its own end."""
    if not isinstance(said, tuple) or not said or not said[-1].text[-1:].isalnum():
        return said
    return text(said, ".")


def _meeting(met: MetFacts, path: str) -> Text:
    days = count_days(met.held_on, met.last_on)
    kind = french_kind(met.kind, met.channel, days).object.partition(" ")[2]
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
    if is_done_here(remark):
        return "Réalisé de notre part"
    return STATES.get(remark.state) or kept_unquoted(remark, LABELS)
