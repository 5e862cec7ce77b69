"""What came of a session, in French: reactions, due dates, referrals and their answers."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.french import Gender, full_date, label, short_date, with_article
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import in_guillemets, inline, reason
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)
from outreach_app.summaries.session.writer import emergency_number, referrals_by_body, services

PAGE = Language.FRENCH

BODY_GENDERS = {
    "rf.commune": Gender.FEMININE,
    "rf.district_council": Gender.MASCULINE,
    "rf.caidat": Gender.MASCULINE,
    "rf.pachalik": Gender.MASCULINE,
    "rf.prefecture": Gender.FEMININE,
    "rf.province": Gender.FEMININE,
    "rf.gendarmerie": Gender.FEMININE,
    "rf.civilprot": Gender.FEMININE,
    "rf.auxforces": Gender.PLURAL,
    "rf.srm": Gender.FEMININE,
    "rf.education": Gender.FEMININE,
    "rf.health": Gender.FEMININE,
    "rf.prosecutor": Gender.MASCULINE,
    "rf.socialaid": Gender.FEMININE,
    "rf.traffic": Gender.MASCULINE,
    "rf.pj": Gender.MASCULINE,
    "rf.annexe": Gender.FEMININE,
    "rf.local_authority": Gender.FEMININE,
}


def outcome(point: PointFacts) -> Text:
    """What became of a point, every reaction it got; empty without any."""
    path = f"points.{point.number}"
    bodies = [body(code, fact, "de") for code, fact in services(point).items()]
    numbers = [
        text(Span(digits(number, PAGE), f"{path}.commitments.{position}"))
        for position, number in enumerate(point.commitments, start=1)
    ]
    reply = inline(point.reply, f"{path}.reply", PAGE) if point.reply else ()
    reaction = Span(label(point.reaction), f"{path}.reaction") if point.reaction else None
    parts = [
        text("saisine ", listed(bodies, PAGE)) if bodies else (),
        text("engagement (", listed(numbers, PAGE), ")") if numbers else (),
        text("réponse\u00a0: ", reply) if reply else (),
        emergency_number(reaction, PAGE) if reaction else (),
    ]
    return sentence_case(joined([part for part in parts if part], "\u00a0; "))


def due(commitment: CommitmentFacts) -> Text:
    """When a commitment is due, and where it stands unless it is simply open."""
    path = f"commitments.{commitment.number}"
    due_on = commitment.due_on
    day = Span(short_date(due_on), f"{path}.due_on") if due_on else Span("non fixée")
    if commitment.status == "cst.open":
        return text(day)
    status = text(day, "\u00a0; état\u00a0: ", Span(label(commitment.status), f"{path}.status"))
    if not commitment.reason:
        return status
    return text(status, " (motif\u00a0: ", reason(commitment.reason, f"{path}.reason", PAGE), ")")


def referrals(plan: SessionPlan) -> Text:
    """« Il a été décidé de saisir la commune au sujet de… », one infinitive for each service."""
    clauses = []
    for to, group in referrals_by_body(plan).items():
        topics = listed([_topic(referral) for referral in group], PAGE)
        service = body(to, f"referrals.{group[0].number}.to")
        clauses.append(text("de saisir ", service, " au sujet ", topics))
    return text("Il a été décidé ", listed(clauses, PAGE), ".") if clauses else ()


def body(code: str, fact: str, preposition: str = "") -> Text:
    """A service with its article: « la commune », « du caïdat », « de l'annexe administrative »."""
    words = label(code)
    lead = with_article(words, BODY_GENDERS[code], preposition).removesuffix(words)
    return text(lead, Span(words, fact))


def sentence_case(words: Text) -> Text:
    """The text with a capital first letter."""
    if not words:
        return ()
    first, *rest = words
    return (Span(first.text[:1].upper() + first.text[1:], first.fact), *rest)


def _topic(referral: ReferralFacts) -> Text:
    fact = f"referrals.{referral.number}.topic"
    details = joined([part for part in (_sent(referral), _answer(referral)) if part], "\u00a0; ")
    return text(
        "de la thématique ",
        Span(in_guillemets(label(referral.topic), PAGE), fact),
        text(" (", details, ")") if details else "",
    )


def _sent(referral: ReferralFacts) -> Text:
    if referral.sent_on is None:
        return ()
    fact = f"referrals.{referral.number}.sent_on"
    return text("saisine du ", Span(full_date(referral.sent_on), fact))


def _answer(referral: ReferralFacts) -> Text:
    path = f"referrals.{referral.number}"
    if referral.answered_on is None and referral.answer is None:
        return ()
    day = referral.answered_on
    answer = referral.answer
    return text(
        "réponse",
        text(" du ", Span(full_date(day), f"{path}.answered_on")) if day else "",
        text("\u00a0: ", inline(answer, f"{path}.answer", PAGE)) if answer else "",
    )
