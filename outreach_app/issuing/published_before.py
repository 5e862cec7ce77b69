"""What a public report may show beside those that were published before."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Issue
from outreach_app.queries.changed_meetings import count_changed
from outreach_app.rules.dates import date_words
from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.published.plan import PublishedPlan

PlanT = TypeVar("PlanT", PublishedPlan, NationalPlan)


def require_publishable(period: Period) -> None:
    """Raise NotAllowed (`not_a_quarter` or `period_runs`) unless a period's figures may go out.

    All offices publish by the same days, which no two papers share in part: what is withheld in one
    would follow from the others by subtraction. The next issue of a period that runs would tell the
    difference.
    """
    if not period.is_quarter:
        message = _(
            "Figures are published by whole quarters only: those of days that two publications "
            "share in part would follow by subtraction. Choose a quarter."
        )
        raise NotAllowed(message, code="not_a_quarter")
    if period.last >= clock.today():
        message = _("This period is not over. Its figures can be published once it is.")
        raise NotAllowed(message, code="period_runs")


def prepare_beside_earlier(
    session: Session, plan: PlanT, issues: Mapping[Period, Issue], alone: Callable[[PlanT], PlanT]
) -> PlanT:
    """Return the plan as it may be printed beside the version of it that was published before.

    The same facts stay as they were; others are totals alone. `issues` are the newest of each
    report. Raises what `require_told_apart` raises.
    """
    period = Period(plan.first, plan.last)
    earlier = issues.get(period)
    if earlier is None:
        return plan
    for version in (plan, alone(plan)):
        if facts_fingerprint(version) == earlier.fingerprint:
            return version
    return alone(plan) if require_told_apart(session, earlier, period) else plan


def require_apart_from_others(
    session: Session, issues: Mapping[Period, Issue], period: Period
) -> None:
    """Raise what `require_told_apart` raises for published periods that share days with another.

    A report also shows the period before its own.
    """
    for whole, issue in issues.items():
        for shown in (whole, whole.previous()):
            if shown.overlaps(period) and whole != period:
                require_told_apart(session, issue, shown)


def require_told_apart(session: Session, issue: Issue, period: Period) -> bool:
    """Return whether figures of a published period changed since.

    Raises NotAllowed (`few_changed`) if they changed in few meetings: their figures would follow
    from those of then and of now.
    """
    changed = count_changed(session, period, issue, MIN_SHOWN)
    if 0 < changed < MIN_SHOWN:
        message = _(
            "The figures of {first} to {last} were published on {day}, and only few of their "
            "meetings were added or changed since: the figures of these would follow by "
            "subtraction. Hand out the version that was published."
        )
        days = (period.first, period.last, clock.local(issue.issued_at).date())
        first, last, day = map(date_words, days)
        raise NotAllowed(message.format(first=first, last=last, day=day), code="few_changed")
    return changed > 0


def is_told_apart(session: Session, issues: Mapping[Period, Issue], period: Period) -> bool:
    """Return whether nothing follows for few meetings if a published period is shown as it is."""
    return not any(
        0 < count_changed(session, period, each, MIN_SHOWN) < MIN_SHOWN
        for whole, each in issues.items()
        if whole.overlaps(period)
    )
