"""Value domains of columns, and the substitutes for values outside them."""

import re
from dataclasses import dataclass
from typing import Protocol

from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from outreach_app.rules.retention import is_term
from outreach_app.rules.screens import Screen
from outreach_app.rules.text import is_writable
from outreach_app.vocabulary import UNKNOWN

# Values as the driver holds them: days and times in ISO 8601, codes separated by spaces.
Held = str | int | bytes | None
_CODE = re.compile(r"[a-z]+(\.[0-9a-z_]+)+")
_MAX_CODE = 20
# A topic, its words, a destination, a frequent point, and why a proposal was declined.
_ENTRY = re.compile(
    r"(tp|lx)(\.[0-9]{1,2}){1,2}|rf\.[a-z_]{2,16}"
    r"|ph(\.[0-9]{1,2}){1,2}\.([0-9]{1,3}|[0-9a-f]{10})|dp\.[0-9a-f]{10}"
)
_LETTERS = re.compile("[A-Z]{0,8}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FIGURE = re.compile(r"[A-Za-z0-9_.]{1,80}=\d{1,9}")


class Domain(Protocol):
    """The values that a column can hold."""

    def kept(self, value: Held) -> Held:
        """Return the value, or its substitute in the tables if it is invalid."""


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
    """One code of these catalogues, checked by form only: headquarters adds entries over time."""

    prefixes: tuple[str, ...]

    def kept(self, value: Held) -> Held:
        return value if self.is_one(str(value)) else UNKNOWN

    def is_one(self, code: str) -> bool:
        """Return whether a code has the form of an entry of one of these lists."""
        is_form = len(code) <= _MAX_CODE and _CODE.fullmatch(code) is not None
        return is_form and code.partition(".")[0] in self.prefixes


@dataclass(frozen=True, slots=True)
class EntryCode:
    """The code of an entry that headquarters writes: of a list that it extends or rewords."""

    def is_one(self, code: str) -> bool:
        return _ENTRY.fullmatch(code) is not None

    def kept(self, value: Held) -> Held:
        return value if self.is_one(str(value)) else UNKNOWN


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of catalogues or of a closed set; invalid ones are left out."""

    of: Listed | Code

    def kept(self, value: Held) -> Held:
        return " ".join(filter(self.of.is_one, str(value).split()))


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 digests in hex; invalid ones are left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(_DIGEST.fullmatch, str(value).split()))


@dataclass(frozen=True, slots=True)
class Figures:
    """Printed numbers such as `total.sessions=28`; invalid ones are left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(_FIGURE.fullmatch, str(value).split()))


@dataclass(frozen=True, slots=True)
class Terms:
    """Retention terms such as `meeting-72`; invalid ones are left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(is_term, str(value).split()))


@dataclass(frozen=True, slots=True)
class Words:
    """Text of at most `most` characters, without control characters.

    `screen` is what a person may not write in it, on at most `lines` lines. It is not empty if it
    `is_needed`.
    """

    most: int
    screen: Screen
    is_needed: bool = False
    lines: int | None = None

    def kept(self, value: Held) -> Held:
        text = str(value)
        is_known = len(text) <= self.most and is_writable(text) and bool(text or not self.is_needed)
        return value if is_known else UNKNOWN


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a computer of an office in its numbers; none for its first."""

    def kept(self, value: Held) -> Held:
        return value if _LETTERS.fullmatch(str(value)) else UNKNOWN


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number; `otherwise` replaces any other.

    A form asks for confirmation above `odd_over`.
    """

    lo: int
    hi: int
    otherwise: int | None = None
    odd_over: int | None = None

    def is_odd(self, number: int) -> bool:
        """Return whether a number is possible but unusually high."""
        return self.odd_over is not None and self.odd_over < number <= self.hi

    def kept(self, value: Held) -> Held:
        return value if isinstance(value, int) and self.lo <= value <= self.hi else self.otherwise


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the years that can be typed; `otherwise` is in no period that is counted."""

    otherwise: str | None = None

    def kept(self, value: Held) -> Held:
        return value if FIRST_YEAR <= int(str(value)[:4]) <= LAST_YEAR else self.otherwise


@dataclass(frozen=True, slots=True)
class Whatever:
    """Whatever its type allows: a truth value, a time of day, a moment."""

    def kept(self, value: Held) -> Held:
        return value
