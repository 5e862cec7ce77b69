"""The numbers of points by their states, and those told in short where they are many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields

from outreach_app.summaries.hand_outs.plan import RemarkFacts, StateCounts
from outreach_app.summaries.hand_outs.states import counted_group

# With as many states, a sentence that tells each in full cannot be read.
_FEWEST_IN_SHORT = 4
# The groups that differ only in what their rows tell.
_SHORT = {
    "kept_transmitted": "kept",
    "passed_on": "transmitted",
}


def count_states(remarks: Iterable[RemarkFacts]) -> StateCounts:
    """Count points by the group of their state."""
    counts = Counter(map(counted_group, remarks))
    return StateCounts(**{each.name: counts[each.name] for each in fields(StateCounts)})


def short_group(group: str) -> str:
    """Return the group that a group is told as in short."""
    return _SHORT.get(group, group)


def short_counts(states: StateCounts) -> StateCounts | None:
    """Return the counts to tell where there are too many to tell each in full; else None."""
    counts = {each.name: int(getattr(states, each.name)) for each in fields(states)}
    if sum(map(bool, counts.values())) < _FEWEST_IN_SHORT:
        return None
    found = Counter[str]()
    for name, number in counts.items():
        found[short_group(name)] += number
    return StateCounts(**{name: found[name] for name in counts})
