"""Whether a professional is told as a woman: by the name entered, where the counts allow it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.promises import CommitmentFacts


def genders_at_odds(
    called: Iterable[bool | None], headcount: int | None, women: int | None
) -> frozenset[bool]:
    """Return of whom more are `called` so by name than were counted: True of women, False of men.

    Of None no name tells. What nobody counted contradicts nothing.
    """
    names = list(called)
    men = headcount - women if headcount and women is not None else None
    counted = {True: women, False: men}
    return frozenset(
        each
        for each, number in counted.items()
        if number is not None and names.count(each) > number
    )


def are_all_women(plan: SessionPlan) -> bool:
    """Return whether all who attended are women, as counted: the number typed is followed."""
    return bool(plan.headcount) and plan.women == plan.headcount


def are_at_odds(plan: SessionPlan) -> bool:
    """Return whether the women counted contradict names that are entered as present."""
    return bool(_at_odds(plan))


def as_woman(plan: SessionPlan, *, called: bool | None) -> bool | None:
    """Return whether a professional is told in the feminine: as `called` by the name entered.

    Where no name tells, the counts do. None where the counts contradict the name: then the paper
    tells a person who practises, for which of both is wrong nobody knows.
    """
    if called is None:
        return are_all_women(plan)
    alone = genders_at_odds([called], plan.headcount, plan.women)
    return None if called in _at_odds(plan) | alone else called


def told_as_present(plan: SessionPlan, promise: CommitmentFacts) -> CommitmentFacts:
    """Return a promise of this meeting with its debtor called as the opening calls those present.

    The debtor of an earlier one may be absent.
    """
    if promise not in plan.commitments or promise.debtor_kind is None:
        return promise
    women = as_woman(plan, called=promise.is_debtor_woman)
    return replace(promise, is_debtor_woman=women)


def _at_odds(plan: SessionPlan) -> frozenset[bool]:
    return genders_at_odds(_called(plan), plan.headcount, plan.women)


def _called(plan: SessionPlan) -> Iterator[bool]:
    """Return what the names call those listed; of a kind that counts a man, him alone."""
    for kind in plan.kinds_present:
        if kind.are_women is not None:
            yield from [kind.are_women] * ((kind.count or 1) if kind.are_women else 1)
