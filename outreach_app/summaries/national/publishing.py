"""Suppression of small counts in a national summary.

Decisions 14, 91 and 115 list what is left out, and why the rest is safe.
"""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from typing import Any

from outreach_app.queries.national import NationalFigures
from outreach_app.queries.national_counts import Tally
from outreach_app.queries.precinct_papers import WHOLES, leave_few
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.masking import (
    MIN_SHOWN,
    Hidden,
    hide_few,
    hide_part,
    hide_whole,
    leaves_few,
)
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.communication.publishing import publishable_communication
from outreach_app.summaries.national.areas import known, share
from outreach_app.summaries.national.plan import AreaFacts, CategoryFacts, NationalPlan
from outreach_app.summaries.national.published_breakdowns import (
    COLUMNS,
    hidden_beside,
    published_categories,
    published_channels,
    published_concerns,
    published_regions,
)

_OF_SESSIONS = (
    *("participants_noted", "participants_partial", "women_partial"),
    "partners_partial",
)
# The totals that the public may work out, and those that are only told beside another.
_PUBLISHED_TOTALS = frozenset({*COLUMNS, "unanswered", "kept"})
_REACHED = (
    *("actions", "beneficiaries", "associations_reached"),
    *("talks", "establishments", "pupils"),
)
_PARTS = {
    "sessions": ("participants", "associations"),
    "points": ("unanswered",),
    "commitments": ("kept", "kept_share"),
    "kept": ("kept_share",),
}


def published(plan: NationalPlan, figures: NationalFigures) -> NationalPlan:
    """Return the plan for the public, without any figure where less than five precincts met.

    What few did would be the figures of these: a precinct whose report is of an idle period hides
    none of them.
    """
    total, silent = figures.total, _silent(plan)
    active = total.reported if figures.active is None else figures.active
    if min(total.reported, active) < MIN_SHOWN:
        return silent
    main, rising = published_concerns(plan, figures)
    late = plan.begun_late if isinstance(plan.begun_late, int) else 0
    shown = replace(
        silent,
        total=_total(total),
        sessions_before=hidden_beside(figures.before.sessions, figures.papers_before, "sessions"),
        before_from=plan.before_from,
        few_from=plan.few_from,
        # The public subtracts no small number of offices from those that reported.
        begun_late=hide_part(late, total.reported),
        published=published_regions(plan, figures),
        main=main,
        rising=rising,
        categories=published_categories(figures),
        channels=published_channels(figures),
        communication=_communication(plan, figures),
    )
    few = {name for name in _PUBLISHED_TOTALS if _leaves_few(name, figures)}
    shown = _without(shown, few)
    met = () if shown.total.associations is Hidden.WITHHELD else shown.categories
    return replace(shown, categories=met, others=_others(met))


def _others(categories: Iterable[CategoryFacts]) -> int | None:
    """Return how many partners are no associations, None unless the table shows all of them."""
    rest = [row.met for row in categories if row.code != PartnerCategory.ASSOCIATION]
    shown = [met for met in rest if isinstance(met, int)]
    return sum(shown) or None if shown == rest else None


def totals_alone(plan: NationalPlan) -> NationalPlan:
    """Return a plan for the public without breakdowns and comparisons."""
    return replace(
        plan,
        sessions_before=0,
        before_from=None,
        few_from=None,
        begun_late=0,
        published=(),
        main=(),
        rising=(),
        categories=(),
        others=None,
        channels=(),
        communication=CommunicationFacts(plan.before_last, plan.as_of, None, None),
        has_totals_alone=True,
    )


def _without(plan: NationalPlan, hidden: Collection[str]) -> NationalPlan:
    """Return a plan without some totals and those that are told as parts of them."""
    names = {part for name in hidden for part in (name, *_PARTS.get(name, ()))}
    withheld: dict[str, Any] = dict.fromkeys(names, Hidden.WITHHELD)
    return replace(plan, total=replace(plan.total, **withheld))


def _silent(plan: NationalPlan) -> NationalPlan:
    """Return a plan without any figure."""
    return replace(
        plan,
        is_publishable=True,
        total=_untold(),
        sessions_before=Hidden.WITHHELD,
        rumours=Hidden.WITHHELD,
        awaited=None,
        regions=(),
        commands=(),
        main=(),
        rising=(),
        aside=None,
        in_main=None,
        others=None,
        active=None,
        categories=(),
        channels=(),
        states=None,
        late=(),
        late_more=0,
        communication=CommunicationFacts(plan.before_last, plan.as_of, None, None),
        before_from=None,
        few_from=None,
        begun_late=Hidden.WITHHELD,
        had_actions=True,
    )


def _untold() -> AreaFacts:
    names = {field.name for field in fields(AreaFacts)} - {"reported", *_OF_SESSIONS, "late"}
    return AreaFacts(
        reported=Hidden.FEW,
        late=None,
        participants_noted=None,
        participants_partial=False,
        women_partial=False,
        partners_partial=False,
        **dict.fromkeys(names, Hidden.WITHHELD),
    )


def _total(total: Tally) -> AreaFacts:
    offices = hide_whole(total.offices, total.reported)
    commitments = hide_few(total.commitments)
    kept = hide_part(total.kept, total.commitments)
    participants = known(total, total.participants, total.people_blank)
    return AreaFacts(
        offices=offices,
        reported=total.reported,
        coverage=share(total.reported, offices),
        sessions=hide_few(total.sessions),
        participants=None if participants is None else hide_few(participants),
        women=Hidden.WITHHELD,  # only some meetings counted them: too few of all that came
        associations=hide_few(total.associations),
        points=hide_few(total.points),
        unanswered=hide_part(total.unanswered, total.points),
        commitments=commitments,
        kept=kept,
        kept_share=share(kept, commitments),
        late=None,
        participants_noted=None,
        participants_partial=0 < total.people_blank < total.sessions,
        women_partial=False,
        partners_partial=total.unnamed > 0,
    )


def _leaves_few(name: str, figures: NationalFigures) -> bool:
    """Return whether the papers of precincts leave few of a total, or of its whole without it."""
    whole = WHOLES.get(name)
    of_whole = whole is not None and leave_few(figures.papers, whole, name)
    return of_whole or leave_few(figures.papers, name)


def _communication(plan: NationalPlan, figures: NationalFigures) -> CommunicationFacts:
    """Return what may be told of communication beside what precincts tell of theirs."""
    told, papers = publishable_communication(plan.communication), figures.papers
    remarks = None if leave_few(papers, "remarks") else told.remarks
    if remarks is not None and any(leave_few(papers, row.code) for row in remarks.channels):
        remarks = replace(remarks, channels=())
    held, made = figures.total.sessions, figures.awareness.actions
    are_few = leaves_few(held - made) or any(_leaves_few(name, figures) for name in _REACHED)
    return replace(told, remarks=remarks, awareness=None if are_few else told.awareness)
