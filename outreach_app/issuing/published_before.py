"""What a public report may show beside those that were published before."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Issue
from outreach_app.queries.changed_meetings import count_changed
from outreach_app.rules.dates import date_words
from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.prose.printed_figures import (
    as_kept,
    before_of,
    from_kept,
    printed_figures,
    tell_few,
    tell_few_hidden,
    totals_of,
)
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
    session: Session,
    plan: PlanT,
    issues: Sequence[Issue],
    alone: Callable[[PlanT], PlanT],
    as_of: Callable[[PlanT, date], PlanT] = lambda plan, _day: plan,
) -> PlanT:
    """Return the plan as it may be printed beside the versions that were published before.

    The same figures stay as they were, `as_of` the same day; others are totals alone. `issues` are
    all that were published of the kind. Raises NotAllowed (`few_changed`) if what changed since any
    of the versions would follow from its totals by subtraction.
    """
    period = Period(plan.first, plan.last)
    earlier = [issue for issue in issues if _period_of(issue) == period]
    if not earlier:
        return plan
    newest = earlier[-1]
    for version in (plan, alone(plan)):
        if as_kept(printed_figures(version)) == newest.figures:
            return as_of(version, clock.local(newest.issued_at).date())
    version = alone(plan)
    totals = totals_of(printed_figures(version))
    require_told_apart(session, newest, period)
    for issue in earlier:
        then = totals_of(from_kept(issue.figures))
        if then and (then == totals or tell_few_hidden(then, totals)):
            raise _few_changed(issue, period)
    return version


def require_apart_from_others(session: Session, plan: PlanT, issues: Sequence[Issue]) -> None:
    """Raise NotAllowed (`few_changed`) if the report of the next period told few of this one.

    A report also shows the period before its own.
    """
    period = Period(plan.first, plan.last)
    now = printed_figures(plan)
    for issue in issues:
        if _period_of(issue).previous() == period:
            require_told_apart(session, issue, period)
            if tell_few(before_of(from_kept(issue.figures)), now):
                raise _few_changed(issue, period)


def require_told_apart(session: Session, issue: Issue, period: Period) -> None:
    """Raise NotAllowed (`few_changed`) if figures of a published period changed in few meetings.

    Their figures would follow from those of then and of now.
    """
    if 0 < count_changed(session, period, issue, MIN_SHOWN) < MIN_SHOWN:
        raise _few_changed(issue, period)


def is_told_apart(session: Session, plan: PlanT, issues: Sequence[Issue]) -> bool:
    """Return whether nothing of few follows if a plan shows the period before as it is now."""
    before = Period(plan.first, plan.last).previous()
    shown = before_of(printed_figures(plan))
    return not any(
        0 < count_changed(session, before, issue, MIN_SHOWN) < MIN_SHOWN
        or tell_few(from_kept(issue.figures), shown)
        for issue in issues
        if _period_of(issue) == before
    )


def _period_of(issue: Issue) -> Period:
    return Period(issue.first_on or date.min, issue.last_on or date.min)


def _few_changed(issue: Issue, period: Period) -> NotAllowed:
    message = _(
        "The figures of {first} to {last} were published on {day}. Too little changed since: it "
        "would follow by subtraction. A new version can be published once every total that changed "
        "differs by {number} or more. Until then hand out the version that was published; the "
        "internal version can be made at any time."
    )
    days = (period.first, period.last, clock.local(issue.issued_at).date())
    first, last, day = map(date_words, days)
    said = message.format(first=first, last=last, day=day, number=isolate(str(MIN_SHOWN)))
    return NotAllowed(said, code="few_changed")
