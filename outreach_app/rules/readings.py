"""Rules of readings: what counts as an interaction, and its total."""

from collections.abc import Iterable
from dataclasses import dataclass
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


class Reading(Counts, Protocol):
    """A reading, which may say « more than » of what it counts."""

    @property
    def is_at_least(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Interactions:
    """A number of interactions; `at_least` if there were more."""

    number: int
    at_least: bool


def sum_of_parts(counts: Counts) -> int | None:
    """Return the sum of the parts that were read; None if none was."""
    known = [
        part for part in (counts.reactions, counts.comments, counts.shares) if part is not None
    ]
    return sum(known) if known else None


def interactions_of(counts: Counts) -> int | None:
    """Return the interactions that the source states, or else the sum of their parts."""
    return counts.interactions if counts.interactions is not None else sum_of_parts(counts)


def last_interactions(readings: Iterable[Reading]) -> Interactions | None:
    """Return the interactions last read, of readings in order: each part as it was last read.

    A reading may lack a part that an earlier one has. A total that the source states counts until
    parts are read after it. `at_least` if a reading that counts says « more than ».
    """
    parts: dict[str, Interactions] = {}
    last = None
    for reading in readings:
        read = {
            name: Interactions(number, reading.is_at_least)
            for name in PARTS
            if (number := getattr(reading, name)) is not None
        }
        parts |= read
        if reading.interactions is not None:
            last = Interactions(reading.interactions, reading.is_at_least)
        elif read:
            counted = parts.values()
            last = Interactions(
                sum(part.number for part in counted), any(part.at_least for part in counted)
            )
    return last
