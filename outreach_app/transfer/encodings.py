"""Decoding of text in an unknown encoding: the one whose words look like Arabic or French."""

import re
from collections.abc import Iterable
from itertools import islice

# In the order of preference if two decode a text alike.
_PAGES = ("cp1252", "cp1256", "iso8859_6", "cp850", "mac_roman")
_FRENCH = "éèêëàâùûüôîïçœæÿÉÈÊËÀÂÇÔÎÏÙÛŒ"
_SIGNS = "’‘“”«»€°–—…²³·\u00a0\u202f،؛؟"
_ARABIC = re.compile("[\u0621-\u064a]+")
_ARTICLE = re.compile("\\bال[\u0621-\u064a]{2}")
# A capital with an accent inside a word, or a Latin letter joined to an Arabic one, is wrong.
_BROKEN = re.compile(f"[a-z{_FRENCH[:16]}][{_FRENCH[16:]}]|[\u0621-\u064a][^\\W\\d_\u0621-\u064a]")
_MAX_LINES, _MAX_LOOKED_AT = 1_000, 100_000  # lines with non-ASCII bytes, and their total size
_NULS_AT_LEAST = 0.04  # of the bytes of a text in UTF-16: its separators and line ends


def decoded(content: bytes) -> str:
    """Return text of an unknown encoding; never fails.

    UTF-8 and UTF-16 with or without a BOM, Windows' and ISO's Arabic code pages, Windows' and DOS'
    Western ones, or the Macintosh's: the one that gives most words. In UTF-8 text with other text
    pasted into it, only the invalid lines are decoded by such a page.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if (order := _order_of_utf16(content)) is not None:
        return content.decode(order, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        lines = content.splitlines(keepends=True)
        written = [line for line in lines if not line.isascii()]
        foreign = {line for line in written if not _is_utf8(line)}
        page = _page_of(line for line in written if line in foreign)
        if 2 * sum(line in foreign for line in written) > len(written):
            return content.decode(page, errors="replace")
        read = (line.decode(page if line in foreign else "utf-8", "replace") for line in lines)
        return "".join(read).removeprefix("\ufeff")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _page_of(lines: Iterable[bytes]) -> str:
    """Return the code page in which lines with non-ASCII bytes give most words."""
    telling = b"\n".join(islice(lines, _MAX_LINES))[:_MAX_LOOKED_AT]
    return max(_PAGES, key=lambda page: _likeness(telling.decode(page, errors="replace")))


def _order_of_utf16(content: bytes) -> str | None:
    """Return the byte order of UTF-16 without a BOM: every other byte of ASCII is zero.

    A line break has two bytes as well: where none has, the zeros are damage.
    """
    half = len(content) // 2
    nuls = content.count(0)
    if half == 0 or nuls < half * _NULS_AT_LEAST:
        return None
    order = "utf-16-le" if content[1::2].count(0) * 2 > nuls else "utf-16-be"
    return order if b"\n" not in content or "\n".encode(order) in content else None


def _likeness(text: str) -> int:
    """Return how much a text looks like words: plausible letters minus impossible ones."""
    arabic = sum(len(word) for word in _ARABIC.findall(text) if len(word) > 1)
    others = [sign for sign in text if ord(sign) >= 0x80 and not "\u0621" <= sign <= "\u064a"]
    known = sum(sign in _FRENCH or sign in _SIGNS for sign in others)
    strange = len(others) - known + 2 * text.count("\ufffd") + 2 * len(_BROKEN.findall(text))
    return arabic + known + 2 * len(_ARTICLE.findall(text)) - 2 * strange
