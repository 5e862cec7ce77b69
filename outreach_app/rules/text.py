"""Cleaning of typed or pasted text, and detection of its language."""

import re
import unicodedata

from outreach_app.i18n import Language

MAX_LINE = 500  # characters of a name, a title, an address
MAX_TEXT = 20_000  # characters of a free text

# Soft hyphen, zero-width and direction characters, joiners of emoji, the byte-order mark, control
# characters that are not white space, halves of broken surrogate pairs, noncharacters, and tags.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
# Characters that no keyboard writes and no document, table or search can hold, or that reverse the
# order of others or draw nothing: `clean_line` removes all of them.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
# U+200C separates two letters of an Arabic abbreviation; anywhere else it is noise.
_LONE_NON_JOINER = re.compile("(?<![^\\W\\d_])\u200c|\u200c(?![^\\W\\d_])")
# Without a space after it a dash or a dot is a bullet before a letter, not before a digit.
_BULLET = re.compile(
    r"\A\s*(?:(?:[-–—•*·●▪◦]|\(?\d{1,2}[.)]|\d{1,2}\s?-)\s+|[-–—•·●▪◦](?=[^\W\d]))"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]")


def clean_line(text: str) -> str:
    """Normalise to NFC on one line, without invisible characters or repeated white space."""
    visible = _LONE_NON_JOINER.sub("", _INVISIBLE.sub("", text))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def without_bullet(line: str) -> str:
    """Return a line of a list without its dash, dot or number, which a table has of its own."""
    return _BULLET.sub("", line)


def is_writable(text: str) -> bool:
    """Return whether a text contains only writable characters, and not just white space."""
    return _UNWRITABLE.search(text) is None and not text.isspace()


def encodable(text: str) -> str:
    """Return a text that UTF-8 can encode: halves of characters, as in file names, become `?`."""
    return text.encode("utf-8", "replace").decode()


def clean_text(text: str) -> str:
    """Clean each line as `clean_line` does and keep the line breaks between them."""
    return "\n".join(clean_line(line) for line in text.splitlines()).strip("\n")


def language_of(text: str) -> Language | None:
    """Return a text's language by its letters: Arabic over 80 %, French under 20 %, else None.

    Also None if there are fewer than three letters.
    """
    arabic = len(_ARABIC.findall(text))
    letters = arabic + len(_LATIN.findall(text))
    if letters < 3 or letters * 0.2 <= arabic <= letters * 0.8:
        return None
    return Language.ARABIC if arabic > letters * 0.8 else Language.FRENCH


def is_in_letters_of(text: str, language: Language) -> bool:
    """Return whether a name can be printed in a language: Latin letters stand in Arabic names."""
    if language is Language.FRENCH:
        return _ARABIC.search(text) is None
    return _LATIN.search(text) is None or _ARABIC.search(text) is not None


def stored_language(language: str | None, text: str) -> Language:
    """Return the stored language of a text; an unknown one is judged by the letters."""
    # A tuple: Python 3.11 raises if an enum is asked for a text.
    known = language if language in tuple(Language) else language_of(text)
    return Language(known or Language.ARABIC)
