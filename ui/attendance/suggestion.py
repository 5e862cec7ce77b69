"""A suggestion for typed letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MAX_SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Hold one suggestion: its words, a note, and the words in the other language.

    `is_inside` if what was typed begins a word in the middle of them: among several, such a one is
    not chosen before a person goes to it. `is_now` marks the present value.
    """

    code: str
    words: str
    note: str = ""
    other: str = ""
    is_inside: bool = False
    is_now: bool = False


Suggest = Callable[[str], Sequence[Suggestion]]
