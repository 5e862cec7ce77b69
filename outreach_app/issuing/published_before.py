"""What a precinct's public report may show beside those that it published before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period, deducible_periods, parts_of
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.published.facts import totals_alone
from outreach_app.summaries.published.plan import PublishedPlan


def prepare_beside_published(
    session: Session, plan: PublishedPlan, published: Sequence[Period], today: date
) -> PublishedPlan:
    """Return the plan as it may be printed beside other published periods that it overlaps.

    Totals alone, without those of which one to four would be left if the others are subtracted.
    """
    period = Period(plan.first, plan.last)
    if not any(each.overlaps(period) for each in published if each != period):
        return plan
    hidden = {
        code
        for rest in _rests(session, period, published, today)
        for code, number in rest.items()
        if 0 < number < MIN_SHOWN
    }
    return totals_alone(plan, hidden)


def _rests(
    session: Session, period: Period, published: Sequence[Period], today: date
) -> Iterator[Counter[str]]:
    """Yield the figures that follow by subtraction once the period is published too."""
    others = [each for each in published if each != period]
    yield _less(session, period, parts_of(period, others), today)
    for whole in others:
        if parts_of(whole, [period]):
            yield _less(session, whole, parts_of(whole, [period, *others]), today)
    for left in deducible_periods(others, period):
        yield _less(session, left, (), today)


def _less(session: Session, whole: Period, parts: Iterable[Period], today: date) -> Counter[str]:
    """Return the figures of a period without those of its parts that are printed as numbers."""
    rest = _figures(session, whole, today)
    for part in parts:
        printed = _figures(session, part, today)
        rest.subtract({code: number for code, number in printed.items() if number >= MIN_SHOWN})
    return rest


def _figures(session: Session, period: Period, today: date) -> Counter[str]:
    plan = plan_period(session, period, today)
    figures = {row.code: row.now or 0 for row in plan.figures}
    return Counter(figures | {"kept": plan.kept, "answered": plan.answered})
