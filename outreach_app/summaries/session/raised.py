"""What is told of the later point that raised one again, in the order of its days."""

from datetime import date

from outreach_app.rules.statuses import PointReaction
from outreach_app.summaries.session.promises import (
    AgainFacts,
    AskedFacts,
    CommitmentFacts,
    EarlierState,
)

Came = tuple[EarlierState, CommitmentFacts] | AskedFacts


def reaction_again(again: AgainFacts) -> str | None:
    """Return the reaction that is told of a point raised again; its referral says "passed on"."""
    is_said = again.code == PointReaction.LOOKED_INTO and bool(again.asked)
    return None if is_said else again.code


def came_in_order(again: AgainFacts) -> list[Came]:
    """Return the commitments and the services asked by their days, those without one last."""
    found: list[tuple[date, Came]] = [
        (promise.since or promise.due_on or date.max, (state, promise))
        for state in again.states
        for promise in state.promises
    ]
    found += [((row.is_answered and row.on) or date.max, row) for row in again.asked]
    return [each for _day, each in sorted(found, key=lambda row: row[0])]
