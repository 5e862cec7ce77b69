"""Fingerprints: digests of a file that are read aloud by phone, to detect a substituted file."""

import hashlib

from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

_GROUP, _DIGITS = 5, 30  # thirty digits are 99 bits: a file cannot be made to fit
_CHECK_PRIME = 99991  # the greatest prime below 100,000


def fingerprint_of(content: bytes) -> str:
    """Return six groups of five digits and a check group: `12345 67890 … 12345`."""
    digest = hashlib.sha256(content).digest()
    digits = f"{int.from_bytes(digest) % 10**_DIGITS:0{_DIGITS}d}"
    return " ".join(_groups(digits + _check_group(digits)))


def check_typed(typed: str, content: bytes, another: Problem) -> list[Problem]:
    """Check a fingerprint as a person typed it; no problem if it is the content's.

    Codes: `incomplete`, `mistyped` (its check group does not fit), and that of `another` for one of
    another file. Spaces, dashes and Arabic-Indic digits are accepted.
    """
    digits = "".join(str(int(sign)) for sign in typed if sign.isdecimal())
    if len(digits) != _DIGITS + _GROUP:
        message = _("A fingerprint has {digits} digits. Type all the digits that are read to you.")
        message = message.format(digits=isolate(str(_DIGITS + _GROUP)))
        return [Problem("fingerprint", "incomplete", message)]
    if digits[_DIGITS:] != _check_group(digits[:_DIGITS]):
        message = _("A digit was misheard or mistyped. Have the fingerprint read again.")
        return [Problem("fingerprint", "mistyped", message)]
    return [] if digits == fingerprint_of(content).replace(" ", "") else [another]


def _check_group(digits: str) -> str:
    """Return the check group: it detects any wrong digit, and any two digits or groups swapped."""
    return f"{int(digits) % _CHECK_PRIME:0{_GROUP}d}"


def _groups(digits: str) -> list[str]:
    return [digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP)]
