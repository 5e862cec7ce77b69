"""What tells one person from all others in a text: a card's number, a plate, a contact (L3)."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from outreach_app.rules.text import clean_text

COVERED = "•••"


class Identifier(StrEnum):
    """What may stand in no text, by the code of its problem."""

    IDENTITY_NUMBER = "identity_number"
    PLATE = "plate"
    CONTACT = "contact_in_text"


# A URL or a record's own id holds letters and digits that are no card's.
_NO_WORDS = re.compile(
    r"https?://\S+|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE
)
# A number over a year is a file's («D1234/2026»), not a card's.
_END = r"(?![\d@]|/\d{2,4}\b)"
# A card's number is one or two letters and four to seven digits: joined, or in pairs of digits.
_JOINED = re.compile(
    r"(?<![A-Za-z0-9@])[A-Za-z]{1,2}(?:\d{4,7}|\d{2}(?:[ ._-]\d{2}){1,2}(?:[ ._-]\d{1,2})?)" + _END
)
# Apart, they are capitals and five digits or more, and no letters that stand before other numbers:
# «BP 20000», «RC 123456», «LE 14 10 26».
_PARTED = re.compile(
    r"(?<![A-Za-z0-9])"
    r"(?!(?:AU|BP|CP|DE|DH|DU|EN|ET|LE|ML|NO|NR|OU|RC|RN|RP|RR|TF|TP|[NAPRLD])[ ._/-])"
    r"[A-Z][ ._/-]?[A-Z]?[ ._/:-]{1,2}(?!(?:19|20)\d\d[ ._-])\d(?:[ ._-]?\d){4,6}" + _END
)
# Letters of the Arabic alphabet stand for the card's; one alone may be a preposition.
_ARABIC = re.compile(
    r"(?<![\u0621-\u064a])(?:[\u0621-\u064a]{2}|[^\Wوبلفكa-zA-Z\d_])-?\d{5,7}(?!\d)"
)
_CARD = (
    r"(?:\bC\.?\s?[IN]\.?\s?[NI]\.?(?:\s?E\b)?|carte (?:nationale|d.identit[ée])"
    r"|بطاق(?:ة|ته|تها) (?:ال)?(?:تعريف|وطنية)|البطاقة الوطنية|ب\.?\s?ت\.?\s?و\b)"
)
_CALLED = r"(?:\W{0,3}(?:n°|nº|no|num[ée]ro|رقم(?:ها|ه)?)\W{0,3}|\s*[:=(]\s*|\s)"
# After the card's name the digits alone are enough: at once, or five together a few words on.
_NAMED = re.compile(
    rf"{_CARD}(?:{_CALLED}{{1,2}}[A-Za-z]{{0,2}}\W?(?!(?:19|20)\d\d(?!\d))\d(?:[ ._-]?\d){{3,7}}"
    rf"|[^\d\n]{{0,25}}?(?<!\d)\d{{5,8}})(?!\d)",
    re.IGNORECASE,
)
# Registration of a car: «12345-أ-6», «12345 | A | 6».
_PLATE = re.compile(r"(?<![\d/.-])\d{1,5} ?[-|/] ?[A-Za-z\u0621-\u064a] ?[-|/] ?\d{1,2}(?![\d/.-])")
# A mobile reaches one person. The numbers of offices and services (05, 08, 19) may be told.
_MOBILE = re.compile(
    r"(?<![\d/])(?:(?:\+|00)?212[ .-]?(?:\(0\))?[ .-]?|0)[67](?:[ .-]?\d){8}(?!\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}")

_PATTERNS: dict[Identifier, tuple[re.Pattern[str], ...]] = {
    Identifier.IDENTITY_NUMBER: (_JOINED, _PARTED, _ARABIC, _NAMED),
    Identifier.PLATE: (_PLATE,),
    Identifier.CONTACT: (_MOBILE, _EMAIL),
}
_TELLING = re.compile(r"[\d@]")  # of which every pattern needs one
_TEXTS_KEPT = 1024
_SIGNS = dict.fromkeys("‐‑‒–—−", "-") | {"ـ": ""}


class _PlainSigns(dict[int, str]):
    """What each sign is read as: looked at once, for most texts share their signs."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = str(int(sign)) if sign.isdecimal() else _SIGNS.get(sign, sign)
        return self[code]


_PLAIN_SIGNS = _PlainSigns()


def find_identifiers(text: str) -> list[Identifier]:
    """Return what a text holds that tells one person from all others, each once."""
    return list(_found(text))


# A form is checked at every letter: all of its texts but one are those of the letter before.
@lru_cache(_TEXTS_KEPT)
def _found(text: str) -> tuple[Identifier, ...]:
    plain = _plain(text)
    if _TELLING.search(plain) is None:
        return ()
    return tuple(
        kind
        for kind, patterns in _PATTERNS.items()
        if any(pattern.search(plain) for pattern in patterns)
    )


def cover_identity_numbers(text: str) -> str:
    """Return the text with identity numbers covered, for files that are not encrypted."""
    if Identifier.IDENTITY_NUMBER not in find_identifiers(text):
        return text
    covered = _plain(text)
    for pattern in _PATTERNS[Identifier.IDENTITY_NUMBER]:
        covered = pattern.sub(COVERED, covered)
    return covered


def _plain(text: str) -> str:
    """Return the text as a person reads it: ASCII digits and hyphens, no full-width letters."""
    compatible = unicodedata.normalize("NFKC", clean_text(text))
    return _NO_WORDS.sub(" ", compatible.translate(_PLAIN_SIGNS))
