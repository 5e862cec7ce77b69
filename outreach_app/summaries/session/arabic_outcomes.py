"""What came of a session, in Arabic: reactions, due dates, referrals and their answers."""

from collections.abc import Sequence

from outreach_app.i18n import Language
from outreach_app.summaries.prose.arabic import full_date, label_span, short_date
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import in_guillemets, inline, reason
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)
from outreach_app.summaries.session.writer import emergency_number, referrals_by_body, services

PAGE = Language.ARABIC


def outcome(point: PointFacts) -> Text:
    """What became of a point, every reaction it got; empty without any."""
    path = f"points.{point.number}"
    bodies = [text(label_span(code, fact)) for code, fact in services(point).items()]
    numbers = [
        text(Span(digits(number, PAGE), f"{path}.commitments.{position}"))
        for position, number in enumerate(point.commitments, start=1)
    ]
    reaction = label_span(point.reaction, f"{path}.reaction") if point.reaction else None
    parts = [
        text("إحالة على ", listed(bodies, PAGE)) if bodies else (),
        text("التزام (", listed(numbers, PAGE), ")") if numbers else (),
        text("الجواب: ", inline(point.reply, f"{path}.reply", PAGE)) if point.reply else (),
        emergency_number(reaction, PAGE) if reaction else (),
    ]
    return joined([part for part in parts if part], "؛ ")


def due(commitment: CommitmentFacts) -> Text:
    """When a commitment is due, and where it stands unless it is simply open."""
    path = f"commitments.{commitment.number}"
    due_on = commitment.due_on
    day = Span(short_date(due_on), f"{path}.due_on") if due_on else Span("غير محدد")
    if commitment.status == "cst.open":
        return text(day)
    status = text(day, "؛ الحالة: ", label_span(commitment.status, f"{path}.status"))
    if not commitment.reason:
        return status
    return text(status, " (السبب: ", reason(commitment.reason, f"{path}.reason", PAGE), ")")


def referrals(plan: SessionPlan) -> Text:
    """«كما تقررت الإحالة على الجماعة في موضوع «…».», one clause for each service."""
    clauses = [_clause(to, group) for to, group in referrals_by_body(plan).items()]
    if not clauses:
        return ()
    also = "كما تقررت" if plan.commitments else "وتقررت"
    return text(f"{also} الإحالة ", joined(clauses, "، و"), ".")


def _clause(to: str, group: Sequence[ReferralFacts]) -> Text:
    topics = [_topic(referral) for referral in group]
    body = label_span(to, f"referrals.{group[0].number}.to")
    return text("على ", body, " في ", listed(topics, PAGE))


def _topic(referral: ReferralFacts) -> Text:
    path = f"referrals.{referral.number}"
    topic = label_span(referral.topic, f"{path}.topic")
    details = joined([part for part in (_sent(referral), _answer(referral)) if part], "؛ ")
    return text(
        "موضوع ",
        Span(in_guillemets(topic.text, PAGE), topic.fact),
        text(" (", details, ")") if details else "",
    )


def _sent(referral: ReferralFacts) -> Text:
    if referral.sent_on is None:
        return ()
    return text(
        "وُجهت بتاريخ ", Span(full_date(referral.sent_on), f"referrals.{referral.number}.sent_on")
    )


def _answer(referral: ReferralFacts) -> Text:
    path = f"referrals.{referral.number}"
    if referral.answered_on is None and referral.answer is None:
        return ()
    day = referral.answered_on
    return text(
        "ورد الجواب",
        text(" بتاريخ ", Span(full_date(day), f"{path}.answered_on")) if day else "",
        text(": ", inline(referral.answer, f"{path}.answer", PAGE)) if referral.answer else "",
    )
