"""The cue words of notes, from `resources/notes`, as patterns for a folded text.

A line of `cues.tsv` has the name of a cue and its words, separated by " | ". In them `*` matches
any letters, `(a|b)` one of several, and `?` marks an optional part.
"""

import csv
import re
from collections import defaultdict
from functools import cache

from outreach_app.notes.text import folded
from outreach_app.vocabulary import RESOURCES

Pattern = re.Pattern[str]

# Conjunction, preposition and article are prefixed to an Arabic word.
_BEFORE_ARABIC = r"[وف]?(?:[بكل]?ال|لل|[بل])?"
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_ARABIC = re.compile("^[(]*[\u0621-\u064a]")


@cache
def cue(*names: str) -> Pattern:
    """Return the pattern of these cues together; it matches whole words anywhere."""
    return re.compile(_alternatives(names))


@cache
def opening(*names: str) -> Pattern:
    """Return the pattern of these cues at the beginning of a text."""
    return re.compile(rf"[\W_]*{_alternatives(names)}")


@cache
def codes(prefix: str) -> dict[str, Pattern]:
    """Return the pattern of each cue with this prefix (`rf.`), by its name, in order."""
    return {name: cue(name) for name in _cues("cues") if name.startswith(prefix)}


@cache
def values(prefix: str) -> dict[str, int]:
    """Return the values of words for days and numbers, folded: `month` has `janvier` as 1."""
    return {
        word: int(name.rpartition(".")[2])
        for name, words in _cues("days").items()
        if name.startswith(f"{prefix}.")
        for word in words
    }


@cache
def plain_words(name: str) -> frozenset[str]:
    """Return the words of a cue, folded, without pattern signs."""
    return frozenset(word.replace("?", "") for word in _cues("cues")[name])


def any_of(prefix: str) -> str:
    """Return a pattern for any of the words of `values`, longest first."""
    return "|".join(sorted(map(re.escape, values(prefix)), key=len, reverse=True))


def _alternatives(names: tuple[str, ...]) -> str:
    """Return one pattern for all words; their common beginning is written once, to fail quickly."""
    every = [words for name in names for words in _cues("cues")[name]]
    arabic = [_pattern(words) for words in every if _ARABIC.match(words)]
    latin = [_pattern(words) for words in every if not _ARABIC.match(words)]
    groups = [rf"{_BEFORE_ARABIC}(?:{'|'.join(arabic)})"] if arabic else []
    return rf"{_START}(?:{'|'.join(groups + latin)}){_END}"


def _pattern(words: str) -> str:
    return words.replace("*", r"\w*").replace(" ", r"\s")


@cache
def _cues(file: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    with (RESOURCES / "notes" / f"{file}.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row[0]] += map(str.strip, folded(row[1]).split(" | "))
    return dict(found)
