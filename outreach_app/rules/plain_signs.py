"""The characters of a text as a person reads them: digits in any style, letters without marks."""

import re
import sys
import unicodedata

from outreach_app.rules.text import clean_text

_SIGNS = dict.fromkeys("‐‑‒–—−", "-") | {"ـ": "", "。": ".", "⠀": " ", "🆎": "AB"}
_UNSEEN = frozenset({"Cc", "Cf", "Me", "Mn"})  # marks too: a letter is read without its accents
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")  # letters by category, but invisible
# A digit by its code, as web pages write it.
_ENTITY = re.compile(r"&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?", re.IGNORECASE)
_SPACE = re.compile(r"&nbsp;|(?<=[a-z])%20(?=\d)", re.IGNORECASE)
_TAGS = {0xE0000 + ord(digit): digit for digit in "0123456789"}  # digits that nobody sees
_ALPHABETS = (0x1F150, 0x1F170, 0x1F1E6)  # letters in black circles, black squares and flags


class _PlainSigns(dict[int, str]):
    """The plain form of each character, computed once: most texts share their characters."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain_sign(code)
        return self[code]


def _plain_sign(code: int) -> str:
    """Return the plain form of a character: a digit in any style, letters without marks."""
    sign = chr(code)
    for first in _ALPHABETS:
        if first <= code < first + 26:
            return chr(ord("A") + code - first)
    value = unicodedata.numeric(sign, -1)
    if value in range(10):
        return str(int(value))
    read = unicodedata.normalize("NFKD", sign)
    return "".join(_SIGNS.get(part, part) for part in read if _is_seen(part))


def _is_seen(sign: str) -> bool:
    return sign in "\n\t" or not (unicodedata.category(sign) in _UNSEEN or sign in _FILLERS)


PLAIN_SIGNS = _PlainSigns()


def without_entities(text: str) -> str:
    """Return a clean text with characters instead of their codes."""
    spaced = _SPACE.sub(" ", text.translate(_TAGS))
    return clean_text(_ENTITY.sub(_named_sign, spaced))


def _named_sign(entity: re.Match[str]) -> str:
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    return chr(code) if code <= sys.maxunicode else entity[0]
