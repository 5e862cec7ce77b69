"""Warnings on free text: words of sensitive data, and the number of an identity card (L3)."""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from outreach_app.rules.folding import fold_words, stem
from outreach_app.rules.text import clean_line
from outreach_app.vocabulary import RESOURCES


class SensitiveReason(StrEnum):
    """What a word may tell about a person that this register must not keep."""

    OPINION = "opinion"
    RELIGION = "religion"
    UNION = "union"
    HEALTH = "health"
    ETHNICITY = "ethnicity"


@dataclass(frozen=True, slots=True)
class SensitiveWord:
    """A word or phrase of the list that a text holds, as the list writes it."""

    word: str
    reason: SensitiveReason


COVERED = "•••"

# Card numbers are one or two letters and four to seven digits. Written apart they need capitals
# and five digits, and letters that do not usually stand before another number.
_JOINED_CIN = re.compile(r"(?<![\w/.-])([A-Za-z]{1,2})(\d{4,7})(?![\w/])")
_PARTED_CIN = re.compile(
    r"(?<![\w/.-])(?!(?:BP|CP|DH|ML|NO|NR|RC|RN|RP|TF)\b)([A-Z]{1,2})[ -](\d{5,7})(?![\w/])"
)


def sensitive_words(text: str) -> tuple[SensitiveWord, ...]:
    """Find the sensitive words that a text holds, in order, in either language.

    A hit asks for rewording or a reason; it proves nothing: the list is short and blind to context.
    """
    stems = _stems(text)
    found = (
        entry
        for start in range(len(stems))
        for phrase, entry in _phrases().get(stems[start], ())
        if stems[start : start + len(phrase)] == phrase
    )
    return tuple(dict.fromkeys(found))


def find_cin(text: str) -> str | None:
    """Find the first thing that reads as a Moroccan identity-card number (`AB123456`)."""
    line = clean_line(text)
    found = _JOINED_CIN.search(line) or _PARTED_CIN.search(line)
    return fold_words(found[1] + found[2]).upper() if found else None


def hide_cin(text: str) -> str:
    """Return the text with identity-card numbers covered, for files that are not encrypted."""
    hidden = _PARTED_CIN.sub(COVERED, _JOINED_CIN.sub(COVERED, text))
    return COVERED if find_cin(hidden) else hidden


def _stems(text: str) -> list[str]:
    return [stem(word) for word in fold_words(text).split()]


@cache
def _phrases() -> dict[str, list[tuple[list[str], SensitiveWord]]]:
    """Index the list by the stem of each entry's first word."""
    phrases: dict[str, list[tuple[list[str], SensitiveWord]]] = {}
    with (RESOURCES / "sensitive_words.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            entry = SensitiveWord(row["word"], SensitiveReason(row["reason"]))
            stems = _stems(entry.word)
            phrases.setdefault(stems[0], []).append((stems, entry))
    return phrases
