"""Full names however their words are joined, parted and ordered: by their consonants in a row."""

import re
from collections.abc import Iterator, Sequence

from outreach_app.rules.phonetics import name_parts

# Fewer consonants in a row are those of too many other words.
_MIN_WHOLE, _MIN_FAMILY = 7, 4
_LONGEST = 8  # words of a name
_REPEATED = re.compile(r"(.)\1+")
# Vowels are written or not, and so is the l of an article: « Abd-el-Ghani Aït Lahcen ».
_LEFT_OUT = str.maketrans("", "", "aeiouywl")
# What is written as one word with what follows it: «وللسيد» is و + ل + السيد.
_CONJUNCTION, _PREPOSITION = "وف", "بلك"


def whole_names(words: Sequence[str]) -> Iterator[str]:
    """Yield the consonants of a name, and of its words turned, if they are enough to know it by."""
    for start in range(len(words)):
        joined = _consonants([*words[start:], *words[:start]])
        if len(joined) >= _MIN_WHOLE:
            yield joined


def family_names(words: Sequence[str]) -> Iterator[str]:
    """Yield the consonants of a name without its first word, and without more of them."""
    for start in range(1, len(words)):
        joined = _consonants(words[start:])
        if len(joined) >= _MIN_FAMILY:
            yield joined


def starts_of(name: str) -> list[str]:
    """Return the consonants of each word of a name."""
    return [part.start for part in name_parts(name)]


def joined_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the consonants of successive words of a text, with the word before them or nothing."""
    parts = name_parts(text)
    starts = [part.start for part in parts]
    for first, part in enumerate(parts):
        before = parts[first - 1].written if first else ""
        for way in without_attached(part.written):
            begin = part.start if way == part.written else "".join(starts_of(way))
            for last in range(first + 1, min(first + _LONGEST, len(parts)) + 1):
                yield before, _consonants([begin, *starts[first + 1 : last]])


def without_attached(word: str) -> tuple[str, ...]:
    """Return a word as written, and without the Arabic particles that are one word with it."""
    ways = [word]
    for rest in (word, word[1:] if word[:1] in _CONJUNCTION else word):
        ways.append(rest)
        if rest.startswith("لل"):
            ways.append(f"ال{rest[2:]}")
        elif rest[:1] in _PREPOSITION:
            ways.append(rest[1:])
    return tuple(dict.fromkeys(way for way in ways if way == word or len(way) > 2))


def _consonants(starts: Sequence[str]) -> str:
    return _REPEATED.sub(r"\1", "".join(starts).translate(_LEFT_OUT))
