"""The check of an age file's header, before any library reads it.

Source: the age file format, https://age-encryption.org/v1. The format does not limit the number of
stanzas, and the decryption library tries each of them with each key: a header of a few hundred
kilobytes keeps it busy for minutes. What this program writes stays far below these limits.
"""

import re

from outreach_app.exchange.format import failures
from outreach_app.exchange.format.limits import (
    MAX_HEADER,
    MAX_RECIPIENTS,
    MAX_STANZA_LINES,
    MAX_STANZAS,
)

MAGIC = b"age-encryption.org/v1\n"

_MARK = re.compile(rb"--- [A-Za-z0-9+/]{43}")
_STANZA = re.compile(rb"-> ([!-~]+)(?: [!-~]+)*")
_BODY = re.compile(rb"[A-Za-z0-9+/]{0,64}")
_FULL_LINE = 64
_STATION = b"X25519"
_GREASE = b"-grease"  # stanzas of random words, by which writers keep readers tolerant


def check_header(data: bytes) -> None:
    """Raise BundleError E_NOT_BUNDLE or E_HEADER unless the file begins with a small header."""
    if not data.startswith(MAGIC):
        raise failures.not_bundle()
    lines = data[len(MAGIC) : MAX_HEADER].split(b"\n")
    place = stations = stanzas = 0
    while (stanza := _STANZA.fullmatch(lines[place])) is not None:
        stanzas += 1
        stations += stanza[1] == _STATION
        if stanza[1] != _STATION and not stanza[1].endswith(_GREASE):
            raise failures.header("stanza of another kind")
        if stanzas > MAX_STANZAS or stations > MAX_RECIPIENTS:
            raise failures.header("too many stanzas")
        place = _after_body(lines, place + 1)
    if not stations or _MARK.fullmatch(lines[place]) is None or place == len(lines) - 1:
        raise failures.header("not closed")


def _after_body(lines: list[bytes], start: int) -> int:
    """Return the line after a stanza's body: full lines, then a shorter one that ends it."""
    for place in range(start, min(start + MAX_STANZA_LINES, len(lines) - 1)):
        if _BODY.fullmatch(lines[place]) is None:
            raise failures.header("body of a stanza")
        if len(lines[place]) < _FULL_LINE:
            return place + 1
    raise failures.header("body of a stanza")
