"""The French words for what was promised about a point of a partner's sheet and passed on."""

from functools import partial

from outreach_app.i18n import Language
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.departments import is_addressee, is_department
from outreach_app.summaries.hand_outs.outcomes import Outcomes
from outreach_app.summaries.hand_outs.plan import PartnerFacts, PromiseFacts, ReferralFacts
from outreach_app.summaries.hand_outs.promise_words import promise_state
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import full_date, service


def by_whom(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Lead to the words of a commitment: ours, the partner's, or that of the service."""
    if promise.owner == CommitmentOwner.PARTNER:
        return text("Votre engagement\u00a0: ")
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("Notre engagement\u00a0: ")
    if is_addressee(partner, promise.authority):
        return text(Span("Votre engagement", f"{path}.authority"), "\u00a0: ")
    by_whom = text(Span("du service compétent", f"{path}.owner"))
    if promise.authority:
        by_whom = text(service(promise.authority, f"{path}.authority", "de"))
    whose = ", dont relève votre service" if is_department(partner, promise.authority) else ""
    return text("Engagement ", by_whom, whose, "\u00a0: ")


def _done_by(partner: PartnerFacts, promise: PromiseFacts, path: str) -> Text:
    """Return « Ce qui a été fait », or by whom: « Réalisé par la commune »."""
    if promise.owner != CommitmentOwner.AUTHORITY:
        return text("Ce qui a été fait")
    if is_addressee(partner, promise.authority):
        return text(Span("Ce que vous avez réalisé", f"{path}.authority"))
    if promise.authority:
        return text("Réalisé par ", service(promise.authority, f"{path}.authority"))
    return text("Réalisé par le service compétent")


def _asked(partner: PartnerFacts, row: ReferralFacts, path: str) -> Text:
    """Return « Nous avons saisi la commune », « Nous vous avons saisis »."""
    if is_addressee(partner, row.to):
        return text(Span("Nous vous avons saisis", f"{path}.to"))
    to = service(row.to, f"{path}.to") if row.to else "le service compétent"
    return text("Nous avons saisi ", to)


OUTCOMES = Outcomes(
    page=Language.FRENCH,
    day=full_date,
    label=partial(promise_state, page=Language.FRENCH),
    comma=", ",
    colon="\u00a0: ",
    state="État\u00a0: ",
    due="Échéance fixée au\u00a0",
    due_before="Échéance passée depuis le\u00a0",
    reason="Motif\u00a0: ",
    ended={
        CommitmentStatus.BLOCKED: ("Engagement déclaré non réalisable", " le\u00a0"),
        CommitmentStatus.DROPPED: ("Engagement abandonné", " le\u00a0"),
    },
    reason_of_end=". Motif\u00a0: ",
    done_by=_done_by,
    done="Réalisé",
    late="hors délai",
    missed=(
        "Réalisation prévue au plus tard le\u00a0",
        ", aucune exécution enregistrée à ce jour.",
    ),
    begun={
        CommitmentStatus.PARTLY: ", effectuée en partie seulement.",
        CommitmentStatus.IN_PROGRESS: ", toujours en cours.",
    },
    put_off="Nouvelle échéance\u00a0: le\u00a0",
    lapsed=", dépassée elle aussi",
    renewed="Engagement repris le\u00a0",
    renewed_late=("Échéance (", ") dépassée\u00a0; engagement repris le\u00a0"),
    asked=_asked,
    on=" le\u00a0",
    unanswered=". Aucune réponse n’a encore été reçue.",
    asked_again=", sans réponse enregistrée à cette saisine.",
    answered=". Réponse reçue",
    end=".",
)
