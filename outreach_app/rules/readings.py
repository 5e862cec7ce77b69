"""Rules of readings: what counts as an interaction, and which counts are no less than their sum."""

from typing import Protocol

# What is done to a publication, beside looking at it.
PARTS = ("reactions", "comments", "shares")
COUNTS = ("views", *PARTS, "interactions", "followers")


class Counts(Protocol):
    """What a reading, or the draft of one, holds."""

    @property
    def reactions(self) -> int | None: ...
    @property
    def comments(self) -> int | None: ...
    @property
    def shares(self) -> int | None: ...
    @property
    def interactions(self) -> int | None: ...


def sum_of_parts(counts: Counts) -> int | None:
    """Return the sum of the parts that were read; None where none was."""
    known = [
        part for part in (counts.reactions, counts.comments, counts.shares) if part is not None
    ]
    return sum(known) if known else None


def interactions_of(counts: Counts) -> int | None:
    """Return the interactions as their source gives them, else the sum of their parts."""
    return counts.interactions if counts.interactions is not None else sum_of_parts(counts)
