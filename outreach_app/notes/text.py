"""The text of a note: bounded, and folded with the place of each character kept."""

import re
import unicodedata
from dataclasses import dataclass

MAX_CHARACTERS = 20_000
"""The maximum length of a note; the rest is ignored."""

_MAX_LINES, _MAX_LINE = 400, 2_000
# Longer runs are not words or numbers of a note, and make patterns slow.
_LONG_NUMBER = re.compile(r"\d{13,}")
_LONG_RUN = re.compile(r"\S{60,}")
_REPEATED = re.compile(r"([-./:|,;_*=])\1{4,}")
_BLANK_LINES = re.compile(r"\n{3,}")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefe]")
# Invisible characters and vowel signs: without them, folded text is as long as the text.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00ad\u0640\u064b-\u065f\u0670\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff\ud800-\udfff]"
)
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي",
     "ک": "ك", "گ": "ك", "ڭ": "ك", "ݣ": "ك", "œ": "o", "æ": "a", "Œ": "o", "Æ": "a"}
    | dict(zip("’‘`،؛؟–—−٫\xa0\u202f", "'''" + ",;?---." + "  ", strict=True))
    | dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
)  # fmt: skip
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a note's text: characters from `start`, before `end`."""

    start: int
    end: int

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def meets(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def bounded(text: str) -> str:
    """Return a note's text as it is read: cleaned, and limited so that every pattern stays fast.

    At most 20,000 characters in 400 lines of 2,000, no run over 60, no number over 12 digits.
    """
    text = unicodedata.normalize("NFC", text[: 2 * MAX_CHARACTERS])
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    text = _DROPPED.sub("", text)[:MAX_CHARACTERS]
    text = _REPEATED.sub(r"\1", _LONG_NUMBER.sub(" ", text))
    text = _LONG_RUN.sub(lambda run: run[0][:59] + " ", text)
    lines = text.split("\n")[:_MAX_LINES]
    return _BLANK_LINES.sub("\n\n", "\n".join(line[:_MAX_LINE] for line in lines)).rstrip()


def is_cut(text: str) -> bool:
    """Return whether a text is longer than what is read of a note."""
    lines = text.splitlines()
    is_long = len(text) > MAX_CHARACTERS or len(lines) > _MAX_LINES
    return is_long or any(len(line) > _MAX_LINE for line in lines)


def folded(text: str) -> str:
    """Return a text without case, accents or variants of letters, each character in its place.

    Notes are compared in this form; `rules.folding` moves the places.
    """
    return "".join(map(_folded_character, text.translate(_SAME)))


def words_of(text: str, span: Span) -> str:
    """Return the words at a place, on one line."""
    return " ".join(text[span.start : span.end].split())


def trimmed(text: str, span: Span, signs: str) -> Span:
    """Return the place without these characters and white space at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in signs):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in signs):
        end -= 1
    return Span(start, end)


def _folded_character(character: str) -> str:
    if character <= "\x7f" or "\u0600" <= character <= "\u06ff":
        return character.lower()
    lower = unicodedata.normalize("NFD", character)[0].lower()
    return lower if len(lower) == 1 else character
