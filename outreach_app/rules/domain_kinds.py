"""The kinds of what a column may hold, and what stands for a value that is none of it."""

import re
from dataclasses import dataclass
from typing import Protocol

from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from outreach_app.rules.retention import is_term
from outreach_app.rules.screens import Screen
from outreach_app.rules.text import is_writable
from outreach_app.vocabulary import UNKNOWN

# As the driver holds a value: days and times in ISO 8601, several codes with a space between.
Held = str | int | bytes | None
_CODE = re.compile(r"[a-z]+(\.[0-9a-z_]+)+")
_MOST_CODE = 20
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Domain(Protocol):
    """What a column may hold."""

    def kept(self, value: Held) -> Held:
        """Return the value, or what stands for it in the tables where it means nothing."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed set."""

    codes: frozenset[str]

    def is_one(self, code: str) -> bool:
        return code in self.codes

    def kept(self, value: Held) -> Held:
        return value if value in self.codes else UNKNOWN


@dataclass(frozen=True, slots=True)
class Listed:
    """One code of these catalogues, by its form: headquarters adds entries as it goes."""

    prefixes: tuple[str, ...]

    def kept(self, value: Held) -> Held:
        return value if self.is_one(str(value)) else UNKNOWN

    def is_one(self, code: str) -> bool:
        """Return whether a code has the form of an entry of one of these lists."""
        is_form = len(code) <= _MOST_CODE and _CODE.fullmatch(code) is not None
        return is_form and code.partition(".")[0] in self.prefixes


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of catalogues or of a closed set; those that are none are left out."""

    of: Listed | Code

    def kept(self, value: Held) -> Held:
        return " ".join(filter(self.of.is_one, str(value).split()))


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 digests as hex digits; what is none is left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(_DIGEST.fullmatch, str(value).split()))


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms in which records are kept, as `meeting-72`; what is none is left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(is_term, str(value).split()))


@dataclass(frozen=True, slots=True)
class Words:
    """Text of at most so many characters, without control characters.

    `screen` is what a person may not write in it. Where it `is_needed`, it is not empty.
    """

    most: int
    screen: Screen
    is_needed: bool = False

    def kept(self, value: Held) -> Held:
        text = str(value)
        is_known = len(text) <= self.most and is_writable(text) and bool(text or not self.is_needed)
        return value if is_known else UNKNOWN


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number; `otherwise` stands for any other.

    A form asks to confirm one that is above `odd_over`.
    """

    lo: int
    hi: int
    otherwise: int | None = None
    odd_over: int | None = None

    def is_odd(self, number: int) -> bool:
        """Return whether a number can be true, and is seldom."""
        return self.odd_over is not None and self.odd_over < number <= self.hi

    def kept(self, value: Held) -> Held:
        return value if isinstance(value, int) and self.lo <= value <= self.hi else self.otherwise


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the years that can be typed; `otherwise` is in no period that anybody counts."""

    otherwise: str | None = None

    def kept(self, value: Held) -> Held:
        return value if FIRST_YEAR <= int(str(value)[:4]) <= LAST_YEAR else self.otherwise


@dataclass(frozen=True, slots=True)
class Whatever:
    """Whatever its type allows: a truth value, a time of day, a moment."""

    def kept(self, value: Held) -> Held:
        return value
