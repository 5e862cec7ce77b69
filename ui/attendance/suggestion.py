"""A suggestion for typed letters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MAX_SUGGESTIONS = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion: its words, a note, and the words in the other language."""

    code: str
    words: str
    note: str = ""
    other: str = ""


Suggest = Callable[[str], Sequence[Suggestion]]
