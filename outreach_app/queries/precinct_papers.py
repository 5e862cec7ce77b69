"""What the public papers of precincts tell of national figures, and what is left without it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outreach_app.rules.masking import leaves_few

# Figures that a paper prints as a part of another one.
WHOLES = {
    "unanswered": "points",
    "kept": "commitments",
    "actions": "sessions",
    "talks": "actions",
    "pupils": "beneficiaries",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A precinct's share of the national figures, and the figures that its paper prints.

    Both by the name of a figure, or by its code: of a topic, a channel, a category of partners.
    """

    region: str | None
    counted: Mapping[str, int]
    printed: Mapping[str, int]

    def left(self, whole: str, *parts: str) -> int:
        """Return what its paper leaves of a figure, or of one without parts of it.

        That is all of it where one of these is not printed.
        """
        names = (whole, *parts)
        counted = _less(self.counted, names)
        is_told = all(name in self.printed for name in names)
        return counted - _less(self.printed, names) if is_told else counted


Papers = Sequence[Paper]  # of all precincts that reported, by one way of counting


def left_by_region(papers: Papers, name: str) -> Mapping[str | None, int]:
    """Return what the papers leave of a figure in each region."""
    found: defaultdict[str | None, int] = defaultdict(int)
    for paper in papers:
        found[paper.region] += paper.left(name)
    return found


def leave_few(ways: Sequence[Papers], whole: str, *parts: str) -> bool:
    """Return whether one to four are left of a figure, in the nation, by any way of counting."""
    return any(leaves_few(sum(paper.left(whole, *parts) for paper in papers)) for papers in ways)


def _less(numbers: Mapping[str, int], names: Sequence[str]) -> int:
    whole, *parts = (numbers.get(name, 0) for name in names)
    return whole - sum(parts)
