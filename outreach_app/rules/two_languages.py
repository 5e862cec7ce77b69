"""Whether words in French and words in Arabic may say the same, by words known in both."""

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from outreach_app.i18n import Language
from outreach_app.rules.folding import bare, fold_words
from outreach_app.rules.text import language_of
from outreach_app.vocabulary import RESOURCES

# One word alone is shared by most matters of a topic: « éclairage ».
_FEWEST = 2
_NUMBER = re.compile(r"\d+")
_TEXTS_KEPT = 1024
# What one letter adds before an Arabic word: «بالمدرسة», «لإصلاح».
_JOINED = "بلفكو"


def may_say_the_same(one: Iterable[str | None], other: Iterable[str | None]) -> bool:
    """Return whether texts in one language alone may say what those in the other one say.

    All words of the one that are known in both languages are among those of the other, at least
    two, and no numbers differ. Nobody knows whether they do: it is only to be asked.
    """
    said, told = ([text for text in texts if text] for texts in (one, other))
    if not are_apart(said, told):
        return False
    mine, theirs = _meanings(said), _meanings(told)
    shared = mine & theirs
    numbers, others = _numbers(said), _numbers(told)
    are_numbers_alike = numbers == others or not (numbers and others)
    return len(shared) >= _FEWEST and shared in (mine, theirs) and are_numbers_alike


def are_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether texts are in one language alone, and others in the other one alone."""
    mine, theirs = ({language_of(text) for text in texts} for texts in (one, other))
    return {*map(tuple, (mine, theirs))} == {(Language.ARABIC,), (Language.FRENCH,)}


def _meanings(texts: Iterable[str]) -> frozenset[int]:
    """Return which words known in both languages texts hold."""
    return frozenset().union(*map(_meanings_of, texts))


@lru_cache(_TEXTS_KEPT)
def _meanings_of(text: str) -> frozenset[int]:
    stems = _stems()
    words = [form for word in fold_words(text).split() for form in _forms(word)]
    return frozenset(
        number
        for number, known in enumerate(stems)
        if any(word.startswith(known) for word in words)
    )


def _forms(word: str) -> set[str]:
    """Return a word as it is, and without what is written as one word with it."""
    found = {word, bare(word)}
    if word[0] in _JOINED and len(word) > len("بحي"):
        found |= {word[1:], bare(word[1:])}
    return found


def _numbers(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in _NUMBER.findall(fold_words(text))}


@cache
def _stems() -> tuple[tuple[str, ...], ...]:
    """Return the beginnings of words of each meaning, folded, of both languages."""
    with (RESOURCES / "same_words.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            tuple(fold_words(word) for word in f"{row['fr']} {row['ar']}".split()) for row in rows
        )
