"""Both languages, read again by a stranger, say the same facts as the plan."""

import pytest
from hypothesis import given, settings

from outreach_app.i18n import Language
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.plans import MODEL
from tests.core.summaries.reading import Reading, read
from tests.core.summaries.strategies import ANY_SESSION, plans


def expected(plan: SessionPlan) -> Reading:
    hours = [time.strftime("%H:%M") for time in (plan.starts_at, plan.ends_at) if time]
    headcount, women = plan.headcount, plan.women
    is_part = headcount is not None and headcount >= 3 and 0 < (women or 0) < headcount
    return Reading(
        held_on=plan.held_on,
        hours=tuple(hours),
        headcount=headcount,
        headcount_said=headcount,
        women=women,
        women_said=women if is_part else None,
        bodies=plan.bodies,
        earlier_done=plan.earlier_done,
        earlier_open=plan.earlier_open,
        points=len(plan.points),
        topics=tuple(point.topic for point in plan.points),
        linked=tuple(point.commitments for point in plan.points),
        commitments=len(plan.commitments),
        due=tuple(
            commitment.due_on.isoformat() if commitment.due_on else None
            for commitment in plan.commitments
        ),
        referred_topics=frozenset(referral.topic for referral in plan.referrals),
        services=tuple(dict.fromkeys(referral.to for referral in plan.referrals)),
        next_held_on=plan.next_meeting.held_on if plan.next_meeting else None,
    )


def check(plan: SessionPlan) -> None:
    for language in Language:
        assert read(to_plain_text(realise(plan, language)), language) == expected(plan)


@pytest.mark.parametrize("language", Language)
def test_model_session_reads_back(language: Language) -> None:
    assert read(to_plain_text(realise(MODEL, language)), language) == expected(MODEL)


@ANY_SESSION
@given(plans())
def test_any_session_reads_back(plan: SessionPlan) -> None:
    check(plan)


@pytest.mark.long
@settings(ANY_SESSION, max_examples=10_000)
@given(plans())
def test_ten_thousand_sessions_read_back(plan: SessionPlan) -> None:
    check(plan)
