"""Removal of the sections that an office omits from its session summaries."""

from collections.abc import Collection
from dataclasses import replace

from outreach_app.rules.kinds import SummarySection
from outreach_app.summaries.session.plan import SessionPlan


def without(plan: SessionPlan, omitted: Collection[str]) -> SessionPlan:
    """Return a plan without these sections (`SummarySection`), nor what came since of them."""
    situation = plan.situation
    if SummarySection.NAMES in omitted:
        plan = replace(plan, names_present=(), practices_present=(), identities_kept=None)
        plan = replace(plan, bodies_kept=None, expects_names=None)
    if SummarySection.RAISERS in omitted:
        points = (
            replace(point, raised_by=None, raiser_kind=None, raiser_rank=None)
            for point in plan.points
        )
        plan = replace(plan, points=tuple(points), expects_raisers=None)
    if SummarySection.EARLIER in omitted:
        points = (replace(point, recalled=()) for point in plan.points)
        plan = replace(plan, earlier=None, points=tuple(points))
        situation = tuple(line for line in situation if line.promise is None)
    if SummarySection.NEXT_MEETING in omitted:
        plan = replace(plan, next_meeting=None)
        situation = tuple(line for line in situation if not line.is_of_next_meeting)
    if SummarySection.ASSESSMENT in omitted:
        plan = replace(plan, assessment=None)
    lines = (replace(line, number=number) for number, line in enumerate(situation, start=1))
    return replace(plan, situation=tuple(lines))
