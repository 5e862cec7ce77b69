"""The services that points were passed on to: how many they are, and what they answered."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.states import counted_group

# As many as are spoken of as several, where how many they are is not recorded.
_SEVERAL = 3


class Answers(StrEnum):
    """The answers of services that the state of a point does not tell: all, none yet, or some."""

    RECEIVED = "received"
    AWAITED = "awaited"
    PARTLY = "partly"


def services_of(remarks: Iterable[RemarkFacts]) -> set[str | None]:
    """Return the services that points were passed on to, None for one that is not named."""
    return {row.to for remark in remarks for row in remark.referrals}


def count_services(remarks: Iterable[RemarkFacts]) -> int:
    """Count the services that points were passed on to, at least one.

    One to which a point was passed without a referral may be among those of the others, or not.
    """
    rows = list(remarks)
    named = services_of(rows)
    is_unnamed = any(_is_looked_into(row) and not row.referrals for row in rows)
    return _SEVERAL if named and is_unnamed else max(len(named), 1)


def count_referrals(remarks: Iterable[RemarkFacts]) -> int:
    """Count what was passed on about points, each service once for each of them, at least one."""
    return max(sum(len(row.referrals) for row in remarks), 1)


def answered(remark: RemarkFacts) -> RemarkFacts:
    """Return the point with the referrals alone that were answered."""
    have = (row for row in remark.referrals if not row.is_silent)
    return replace(remark, referrals=tuple(have))


def awaiting(remark: RemarkFacts) -> RemarkFacts:
    """Return the point with the referrals alone that were not answered."""
    return replace(remark, referrals=tuple(row for row in remark.referrals if row.is_awaited))


def answers_beside(remark: RemarkFacts) -> Answers | None:
    """Return the answers that the state of a point does not tell, None if it tells all.

    Of a closed point nothing is awaited; what came, its row tells.
    """
    group, are_awaited = counted_group(remark), bool(awaiting(remark).referrals)
    if group == "closed":
        return None
    if answered(remark).referrals:
        if are_awaited:
            return Answers.PARTLY
        return Answers.RECEIVED if group != "answered" else None
    return Answers.AWAITED if are_awaited and group != "transmitted" else None


def _is_looked_into(remark: RemarkFacts) -> bool:
    return PointReaction.LOOKED_INTO in {remark.state, remark.beside}
