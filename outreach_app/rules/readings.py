"""Rules of readings: what counts as an interaction, and its total."""

from collections.abc import Iterable
from typing import Protocol

# The interactions with a publication, without views.
PARTS = ("reactions", "comments", "shares")
COUNTS = ("views", *PARTS, "interactions", "followers")


class Counts(Protocol):
    """The counts of a reading, or of its draft."""

    @property
    def reactions(self) -> int | None: ...
    @property
    def comments(self) -> int | None: ...
    @property
    def shares(self) -> int | None: ...
    @property
    def interactions(self) -> int | None: ...


def sum_of_parts(counts: Counts) -> int | None:
    """Return the sum of the parts that were read; None if none was."""
    known = [
        part for part in (counts.reactions, counts.comments, counts.shares) if part is not None
    ]
    return sum(known) if known else None


def interactions_of(counts: Counts) -> int | None:
    """Return the interactions that the source states, or else the sum of their parts."""
    return counts.interactions if counts.interactions is not None else sum_of_parts(counts)


def last_interactions(readings: Iterable[Counts]) -> int | None:
    """Return the interactions last read, of readings in order: each part as it was last read.

    A reading may lack a part that an earlier one has. A total that the source states counts until
    parts are read after it.
    """
    parts: dict[str, int] = {}
    last = None
    for reading in readings:
        read = {name: getattr(reading, name) for name in PARTS}
        parts |= {name: number for name, number in read.items() if number is not None}
        if reading.interactions is not None:
            last = reading.interactions
        elif any(number is not None for number in read.values()):
            last = sum(parts.values())
    return last
