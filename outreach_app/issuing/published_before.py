"""What a public report may show beside those that were published before."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Issue
from outreach_app.queries.changed_meetings import count_changed
from outreach_app.rules.dates import date_words
from outreach_app.rules.masking import MIN_SHOWN, leaves_few
from outreach_app.rules.periods import Period, deducible_periods, parts_of
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.published.facts import totals_alone
from outreach_app.summaries.published.plan import PublishedPlan

PlanT = TypeVar("PlanT", PublishedPlan, NationalPlan)
Figures = Callable[[Period], Counter[str]]


def require_over(period: Period) -> None:
    """Raise NotAllowed (`period_runs`) for a period whose next issue would tell the difference."""
    if period.last >= clock.today():
        message = _("This period is not over. Its figures can be published once it is.")
        raise NotAllowed(message, code="period_runs")


def prepare_beside_published(
    session: Session, plan: PublishedPlan, published: Sequence[Period], today: date
) -> PublishedPlan:
    """Return the plan as it may be printed beside other published periods that it overlaps.

    Totals alone, without those of which one to four would be left if the others are subtracted.
    """
    period = Period(plan.first, plan.last)
    if not any(each.overlaps(period) for each in published if each != period):
        return plan
    figures = partial(_figures, session, today)
    return totals_alone(plan, deducible_figures(period, published, figures))


def deducible_figures(period: Period, published: Sequence[Period], figures: Figures) -> set[str]:
    """Return the figures of a period of which published ones would leave one to four."""
    return {
        code
        for rest in _rests(period, published, figures)
        for code, number in rest.items()
        if leaves_few(number)
    }


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
            "subtraction. Hand out the version that was published, or choose a period without "
            "these days."
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


def _rests(period: Period, published: Sequence[Period], figures: Figures) -> Iterator[Counter[str]]:
    """Yield the figures that follow by subtraction once the period is published too."""
    others = [each for each in published if each != period]
    yield _less(period, parts_of(period, others), figures)
    for whole in others:
        if parts_of(whole, [period]):
            yield _less(whole, parts_of(whole, [period, *others]), figures)
    for left in deducible_periods(others, period):
        yield _less(left, (), figures)


def _less(whole: Period, parts: Iterable[Period], figures: Figures) -> Counter[str]:
    """Return the figures of a period without those of its parts that are printed as numbers."""
    rest = figures(whole).copy()
    for part in parts:
        printed = figures(part)
        rest.subtract({code: number for code, number in printed.items() if number >= MIN_SHOWN})
    return rest


def _figures(session: Session, today: date, period: Period) -> Counter[str]:
    plan = plan_period(session, period, today)
    figures = {row.code: row.now or 0 for row in plan.figures}
    return Counter(figures | {"kept": plan.kept, "answered": plan.answered})
