"""Partners and services inside a French sentence: « à la pharmacie … », « de la commune »."""

from collections.abc import Iterable

from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.services import (
    Answers,
    answered,
    answers_beside,
    awaiting,
    count_referrals,
    count_services,
    services_of,
)
from outreach_app.summaries.hand_outs.states import shown_state
from outreach_app.summaries.prose.blocks import Span, Text, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import Gender, service, with_article

# The nouns that names of bodies begin with.
_NOUNS = {
    Gender.FEMININE: "agence amicale annexe association auto-école bijouterie boulangerie boutique"
    " clinique coopérative délégation école entreprise étude fédération fondation librairie ligue"
    " menuiserie pharmacie quincaillerie radio société union",
    Gender.MASCULINE: "atelier bureau cabinet café centre club collectif collège comité complexe"
    " conseil établissement forum garage groupe groupement institut journal laboratoire lycée"
    " magasin réseau restaurant salon service syndic syndicat",
}
_GENDERS = {noun: gender for gender, nouns in _NOUNS.items() for noun in nouns.split()}


def after(preposition: str, partner: Text) -> Text:
    """Return a name after « à » or « de »; empty where its first noun is not a known one."""
    if not partner:
        return ()
    name, *rest = partner
    gender = _GENDERS.get(name.text.partition(" ")[0].lower())
    if gender is None:
        return ()
    words = name.text[:1].lower() + name.text[1:]
    lead = with_article(words, gender, preposition).removesuffix(words)
    return text(lead, Span(words, name.fact), *rest)


def by_services(remarks: Iterable[RemarkFacts]) -> str:
    """Return « de la commune », or the word for all of them if several were asked."""
    return named_services(remarks) or "du service compétent"


def named_services(remarks: Iterable[RemarkFacts]) -> str:
    """Return the same, but nothing for the only one where it is not named."""
    asked = services_of(remarks)
    if len(asked) > 1:
        return "des autorités et services saisis"
    (code,) = asked or {None}
    return plain(service(code, "", "de")) if code else ""


def answers_told(remark: RemarkFacts) -> str:
    """Return the answers that the state of a point does not tell: « ; réponse de … attendue »."""
    match answers_beside(remark):
        case Answers.PARTLY:
            return "\u00a0; réponses reçues en partie"
        case Answers.RECEIVED:
            return _answers(answered(remark), "reçue")
        case Answers.AWAITED:
            return _answers(awaiting(remark), "attendue")
        case None:
            return ""


def _answers(remark: RemarkFacts, state: str) -> str:
    s = "s" if count_referrals((remark,)) > 1 else ""
    # Of the one service that the state names already, only the answer is told.
    is_named = shown_state(remark) == CommitmentStatus.REFERRED and count_services((remark,)) == 1
    whose = "" if is_named else f"{by_services((remark,))} "
    return f"\u00a0; réponse{s} {whose}{state}{s}"
