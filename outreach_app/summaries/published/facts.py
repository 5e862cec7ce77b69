"""Suppression of small counts in a period report.

The rule is that of the national summary: decision 14 has the reasons.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from outreach_app import vocabulary
from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.masking import (
    MIN_SHOWN,
    Count,
    Hidden,
    hide_few,
    hide_in_sum,
    hide_part,
    leaves_few,
)
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.communication.publishing import publishable_communication
from outreach_app.summaries.period.plan import FigureFacts, PeriodPlan, TopicFacts
from outreach_app.summaries.published.plan import PublishedFigure, PublishedPart, PublishedPlan

# Figures that are a part of another one. What is late and what circulates is not published.
_WHOLES = {"women": "participants", "without_outcome": "points"}
_PUBLISHED = (
    "meetings",
    "participants",
    "women",
    "partners",
    "points",
    "without_outcome",
    "commitments",
    "referrals",
)


def publish(plan: PeriodPlan, *, may_compare: bool = True) -> PublishedPlan:
    """Return the plan of a period for the public, without figures below five meetings."""
    is_told = plan.count("meetings") >= MIN_SHOWN
    if not may_compare or (plan.figure("meetings").before or 0) < MIN_SHOWN:
        plan = _uncompared(plan)
    silent = CommunicationFacts(
        plan.communication.before_last, plan.communication.until, None, None
    )
    kinds = _parts((row.code, row.meetings) for row in plan.kinds) if is_told else ()
    return PublishedPlan(
        office=plan.office,
        number="",
        first=plan.first,
        last=plan.last,
        before_first=plan.before_first if is_told else None,
        before_last=plan.before_last if is_told else None,
        figures=tuple(_without_withheld(_figures(plan))) if is_told else (),
        kinds=kinds,
        categories=_parts((row.code, row.partners) for row in plan.categories) if is_told else (),
        channels=_parts((row.code, row.count) for row in plan.channels) if is_told else (),
        topics=tuple(map(_topic, _publishable_topics(plan))) if is_told else (),
        communication=_communication(plan, kinds) if is_told else silent,
        begun_on=plan.begun_on,
    )


def totals_alone(plan: PublishedPlan) -> PublishedPlan:
    """Return a plan without breakdowns and comparisons."""
    figures = (replace(row, before=None, change=None, was_partial=False) for row in plan.figures)
    told = plan.communication
    return replace(
        plan,
        before_first=None,
        before_last=None,
        figures=tuple(figures),
        kinds=(),
        categories=(),
        channels=(),
        topics=(),
        communication=CommunicationFacts(told.before_last, told.until, None, None),
        has_totals_alone=True,
    )


def _uncompared(plan: PeriodPlan) -> PeriodPlan:
    """Return a plan without the period before: too few meetings were held in it."""
    return replace(
        plan,
        before_first=None,
        before_last=None,
        figures=tuple(
            replace(row, before=None, change=None, was_partial=False) for row in plan.figures
        ),
        topics=tuple(replace(row, before=None, change=None) for row in plan.topics),
    )


def _figures(plan: PeriodPlan) -> Iterator[PublishedFigure]:
    """Yield the figures, and after what was promised and passed on, what came of it."""
    for code in _PUBLISHED:
        row = plan.figure(code)
        parent = _WHOLES.get(code)
        if parent is not None and row.is_partial:
            continue  # a part of another whole than the one that is printed
        whole = plan.figure(parent) if parent is not None else None
        now = _hidden(row.now, whole.now if whole else None)
        before = _hidden(row.before, whole.before if whole else None)
        change = _change(now, before, row)
        yield PublishedFigure(code, now, before, change, row.is_partial, row.was_partial)
        if code == "commitments":
            yield _outcome("kept", plan.kept, plan.count(code))
        if code == "referrals":
            yield _outcome("answered", plan.answered, plan.count(code))


def _without_withheld(figures: Iterable[PublishedFigure]) -> Iterator[PublishedFigure]:
    """Yield the figures but for a part that is withheld: its line would say nothing."""
    yield from (row for row in figures if row.now is not Hidden.WITHHELD)


def _hidden(count: int | None, whole: int | None) -> Count | None:
    if count is None:
        return None
    return hide_few(count) if whole is None else hide_part(count, whole)


def _change(now: Count | None, before: Count | None, row: FigureFacts) -> int | None:
    """Return how a figure moved; None where either is hidden."""
    is_hidden = isinstance(now, Hidden) or isinstance(before, Hidden)
    return None if is_hidden else row.change


def _outcome(code: str, part: int, whole: int) -> PublishedFigure:
    return PublishedFigure(code, hide_part(part, whole), None, None)


def _parts(counts: Iterable[tuple[str, int]]) -> tuple[PublishedPart, ...]:
    """Return the parts of a printed sum in the order of the catalogue; none where all are hidden.

    The last of the catalogue is withheld first. The only part says nothing but that there were none
    of the others, which are few too.
    """
    rows = sorted(counts, key=lambda row: vocabulary.rank(row[0]))
    if len(rows) == 1:
        return ()
    hidden = hide_in_sum([number for _code, number in rows], range(len(rows) - 1, -1, -1))
    if all(isinstance(cell, Hidden) for cell in hidden):
        return ()
    return tuple(
        PublishedPart(code, cell) for (code, _number), cell in zip(rows, hidden, strict=True)
    )


def _publishable_topics(plan: PeriodPlan) -> list[TopicFacts]:
    """Return the topics raised five times or more, in the order of the report.

    The last of them is left out where all the points but these would be one to four.
    """
    rows = [row for row in plan.topics if row.now >= MIN_SHOWN]
    if rows and 0 < plan.count("points") - sum(row.now for row in rows) < MIN_SHOWN:
        rows.pop()
    return rows


def _topic(row: TopicFacts) -> PublishedFigure:
    before = None if row.before is None else hide_few(row.before)
    change = None if isinstance(before, Hidden) else row.change
    return PublishedFigure(row.code, row.now, before, change)


def _communication(plan: PeriodPlan, kinds: Iterable[PublishedPart]) -> CommunicationFacts:
    """Return the publishable communication; the top publication's title may name somebody.

    Awareness actions are meetings of some kinds: they are not told where few of these, or of the
    others, are left beside the kinds that are printed.
    """
    told = publishable_communication(plan.communication)
    if told.awareness is not None:
        left = Counter({True: told.awareness.count})
        left[False] = plan.count("meetings") - told.awareness.count
        for row in kinds:
            left[row.code in AWARENESS_KINDS] -= row.count if isinstance(row.count, int) else 0
        if any(map(leaves_few, left.values())):
            told = replace(told, awareness=None)
    engagement = told.engagement
    if engagement is not None:
        engagement = replace(engagement, top=None, top_interactions=None)
    return replace(told, engagement=engagement)
