"""The part of a text around a search hit, and the matches in it."""

import re
from functools import lru_cache

from outreach_app.rules.folding import PARTICLES, fold_words, index_words
from outreach_app.rules.phonetics import name_parts
from outreach_app.rules.text import clean_line

_WORDS_KEPT = 8192
_WRITTEN_WORD = re.compile(r"\S+")
# A word with the vowel signs on its letters, without the punctuation around it.
_LETTERS = re.compile(r"[^\W_](?:[^\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670])*")


def find_snippet(text: str, query: str, width: int = 120) -> str:
    """Return at most `width` characters, and `…`, around the first word of the query."""
    line = clean_line(text)
    if len(line) <= width:
        return line
    wished = min((first_hit(line, query) or 0) - width // 3, len(line) - width)
    start = line.find(" ", wished - 1) + 1 if wished > 0 else 0
    end = start + width
    if end >= len(line):
        return f"…{line[start:]}"
    last_space = line.rfind(" ", start, end + 1)
    end = last_space if last_space > start else end
    return f"{'…' if start else ''}{line[start:end]}…"


def first_hit(line: str, query: str) -> int | None:
    """Return the offset of the first word of the query; None if none occurs as written."""
    words = _WRITTEN_WORD.finditer(line)
    return next((word.start() for word in words if _is_hit(word[0], query)), None)


# Labels and frequent words recur in every record that is found.
@lru_cache(_WORDS_KEPT)
def _is_hit(word: str, query: str) -> bool:
    held, (wanted, last) = _index_words_of(word), _sought(query)
    return not wanted.isdisjoint(held) or (last != "" and f" {last}" in f" {' '.join(held)}")


@lru_cache(16)
def _sought(query: str) -> tuple[frozenset[str], str]:
    """Return every form of the words of a query, and its last word, which may be unfinished."""
    return frozenset(index_words(query)), fold_words(query).rpartition(" ")[2]


def find_hits(text: str, query: str) -> list[tuple[int, int]]:
    """Return the start and length of each match of a query in a text.

    Of a word that starts with what was typed only that is marked; a word in another form or in
    the other script is marked whole.
    """
    asked = fold_words(query).split()
    wanted, sounds = set(index_words(query)), _sounds(query)
    if not asked:
        return []
    hits: list[tuple[int, int]] = []
    for word in _LETTERS.finditer(text):
        length = _part_asked(word[0], asked, wanted, sounds)
        if length:
            hits.append((word.start(), length))
    return hits


def _part_asked(word: str, asked: list[str], wanted: set[str], sounds: frozenset[str]) -> int:
    """Return how many letters of a word match a query; 0 for none."""
    folded = fold_words(word)
    begun = [part for part in asked if folded.startswith(part)]
    if begun:
        longest = max(begun, key=len)
        lengths = range(1, len(word) + 1)
        # Characters removed by folding, such as vowel signs, belong to the letter before them.
        return next((n for n in reversed(lengths) if fold_words(word[:n]) == longest), len(word))
    held = _index_words_of(word)
    is_asked = not wanted.isdisjoint(held) or any(
        form.startswith(part) for form in held for part in asked
    )
    return len(word) if is_asked or _sounds(word) & sounds else 0


def held_words(text: str) -> set[str]:
    """Return every form in which the words of a text can be searched."""
    held = set[str]().union(*map(_index_words_of, text.split()))
    # A particle is joined to the word that follows.
    return held if held.isdisjoint(PARTICLES) else set(index_words(text))


# A few words are most of any text: their forms are computed once.
@lru_cache(_WORDS_KEPT)
def _index_words_of(word: str) -> tuple[str, ...]:
    return tuple(index_words(word))


@lru_cache(_WORDS_KEPT)
def _sounds(words: str) -> frozenset[str]:
    return frozenset(key for part in name_parts(words) for key in part.key.split())
