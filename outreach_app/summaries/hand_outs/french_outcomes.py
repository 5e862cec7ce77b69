"""What was promised about a point of a partner's sheet, passed on and answered, in French."""

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.departments import is_addressee, is_department
from outreach_app.summaries.hand_outs.plan import PartnerFacts, PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.states import running
from outreach_app.summaries.hand_outs.writer import led
from outreach_app.summaries.prose.blocks import Said, Span, Text
from outreach_app.summaries.prose.composition import joined, text
from outreach_app.summaries.prose.french import full_date, label, service
from outreach_app.summaries.prose.quoting import inline

PAGE = Language.FRENCH
_UNTOLD = "son contenu n’est pas repris ici, le point n’ayant pas été soulevé par vous"


def by_whom(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Lead to the words of a commitment: ours, or that of the service."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("Notre engagement\u00a0: ")
    if is_addressee(partner, promise.authority):
        return text(Span("Votre engagement", f"{path}.authority"), "\u00a0: ")
    by_whom = text(Span("du service compétent", f"{path}.owner"))
    if promise.authority:
        by_whom = text(service(promise.authority, f"{path}.authority", "de"))
    whose = ", dont relève votre service" if is_department(partner, promise.authority) else ""
    return text("Engagement ", by_whom, whose, "\u00a0: ")


def about(partner: PartnerFacts, promise: PromiseFacts, path: str, state: str) -> Text:
    """State when a commitment is due, and its progress if that differs from the row."""
    status, due_on = running(promise.status), promise.due_on
    late = text(", ", Span("hors délai", f"{path}.is_late")) if promise.is_late else ()
    sentences = []
    if promise.is_late and not promise.reason:
        sentences.append(text("Réalisé", late, "."))
    if status not in {state, CommitmentStatus.OVERDUE}:
        sentences.append(text("État\u00a0: ", Span(label(status), f"{path}.status"), "."))
    if status == CommitmentStatus.OVERDUE:
        sentences += _late(promise, path)
    elif due_on is not None and status in {CommitmentStatus.IN_PROGRESS, CommitmentStatus.PARTLY}:
        day = Span(full_date(due_on), f"{path}.due_on")
        # What stands alone in a cell is no sentence.
        sentences.append(text("Échéance fixée au\u00a0", day, "." if promise.reason else ""))
    if promise.reason:
        # Of a commitment that was kept, what was done about it.
        lead = text("Motif\u00a0: ")
        if status == CommitmentStatus.DONE:
            lead = text(_done_by(partner, promise, path), late, "\u00a0: ")
        sentences.append(text(lead, inline(promise.reason, f"{path}.reason", PAGE)))
    return joined(sentences, " ")


def _done_by(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Return « Ce qui a été fait », or by whom: « Réalisé par la commune »."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("Ce qui a été fait")
    if is_addressee(partner, promise.authority):
        return text(Span("Ce que vous avez réalisé", f"{path}.authority"))
    if promise.authority:
        return text("Réalisé par ", service(promise.authority, f"{path}.authority"))
    return text("Réalisé par le service compétent")


def _late(promise: PromiseFacts, path: str) -> list[Text]:
    """Write what the day was, that it passed, and the new one where there is one."""
    missed, due_on = promise.missed_on, promise.due_on
    sentences = []
    day, fact = (missed, "missed_on") if missed else (due_on, "due_on")
    if day is not None:
        was = Span(full_date(day), f"{path}.{fact}")
        lead = "Réalisation prévue au plus tard le\u00a0"
        sentences.append(text(lead, was, ", non encore effectuée."))
    if missed and due_on:
        new = Span(full_date(due_on), f"{path}.due_on")
        sentences.append(text("Nouvelle échéance\u00a0: le\u00a0", new, "."))
    return sentences


def referral(
    partner: PartnerFacts, row: ReferralFacts, path: str, *, is_told: bool
) -> tuple[Said, ...]:
    """Return « Nous avons saisi la commune le 15 octobre 2026. Réponse reçue le … : « … » »."""
    sent, answered = row.sent_on, row.answered_on
    asked = text("Nous avons saisi le service compétent")
    if is_addressee(partner, row.to):
        asked = text(Span("Nous vous avons saisis", f"{path}.to"))
    elif row.to:
        asked = text("Nous avons saisi ", service(row.to, f"{path}.to"))
    passed = text(
        asked,
        text(" le\u00a0", Span(full_date(sent), f"{path}.sent_on")) if sent else "",
        ". ",
    )
    if answered is None and row.answer is None:
        return (text(passed, "Aucune réponse n’a encore été reçue."),)
    day = text(" le\u00a0", Span(full_date(answered), f"{path}.answered_on")) if answered else ()
    came = text(passed, "Réponse reçue", day)
    if row.answer is None:
        untold = "" if is_told else f"\u00a0; {_UNTOLD}"
        return (text(came, untold, "."),)
    return led(text(came, "\u00a0: "), row.answer, f"{path}.answer", PAGE)
