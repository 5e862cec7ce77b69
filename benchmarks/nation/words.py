"""Invented texts with a realistic word frequency: a few everywhere, most rare."""

import random
import re
from itertools import accumulate
from typing import Any

import msgspec

from outreach_app.i18n import Language
from outreach_app.rules.folding import fold_words
from outreach_app.vocabulary import RESOURCES

WORDS = 15_000  # of each language
# The Zipf–Mandelbrot law, with the usual parameters for texts.
_SHIFT, _POWER = 2.7, 1.07
_ARABIC = "ابتثجحدرسشصطعفقكلمنهوي"
_FRENCH = ("ma", "ro", "ti", "sec", "por", "lan", "vel", "cho", "qua", "ré", "on", "eur", "age")
_WORD = re.compile(r"[^\W\d_]{2,}")


class Texts:
    """Sentences of one language, repeated as often as in forms."""

    def __init__(self, language: Language, chance: random.Random) -> None:
        self._chance = chance
        self.language = language.value
        self.words = _words(language, chance)
        self._weights = list(accumulate(1 / (n + _SHIFT) ** _POWER for n in range(len(self.words))))
        self.subjects = self._sentences(10_000, 6)
        self.texts = self._sentences(50_000, 12)

    def subject(self) -> str:
        """Return a subject of six words."""
        return self._chance.choice(self.subjects)

    def text(self) -> str:
        """Return a text of twelve words."""
        return self._chance.choice(self.texts)

    def _sentences(self, count: int, size: int) -> list[str]:
        words = self._chance.choices(self.words, cum_weights=self._weights, k=count * size)
        return [" ".join(words[start : start + size]) for start in range(0, len(words), size)]


def _words(language: Language, chance: random.Random) -> list[str]:
    """Return words by frequency: those of the sample's texts, then invented ones."""
    sample = (RESOURCES / "sample" / "matters.json").read_bytes()
    found = dict.fromkeys(
        word
        for text in _texts(msgspec.json.decode(sample), language.value)
        for word in _WORD.findall(text)
    )
    while len(found) < WORDS:
        found[_invented(language, chance)] = None
    # One that joins the next, as in a name, would make other terms at the end of a text.
    return [word for word in found if " " in fold_words(f"{word} {word}")]


def _invented(language: Language, chance: random.Random) -> str:
    if language is Language.ARABIC:
        return "".join(chance.choices(_ARABIC, k=chance.randint(3, 6)))
    return "".join(chance.choices(_FRENCH, k=chance.randint(2, 4)))


def _texts(value: Any, key: str) -> list[str]:
    """Return every text under a key of decoded JSON, however deep."""
    if isinstance(value, list):
        return [text for each in value for text in _texts(each, key)]
    if not isinstance(value, dict):
        return []
    own = [value[key]] if isinstance(value.get(key), str) else []
    return own + [text for each in value.values() for text in _texts(each, key)]
