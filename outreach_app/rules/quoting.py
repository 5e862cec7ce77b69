"""How messages quote a value that was refused."""

from outreach_app.i18n import isolate
from outreach_app.rules.identifiers import cover_identity_numbers
from outreach_app.rules.text import clean_line

_MOST = 60  # characters


def quoted(value: str, most: int = _MOST) -> str:
    """Return the beginning of a refused value, isolated, with identity numbers covered.

    Messages are kept: in the file of refused rows, in a terminal, in a screen that is left open.
    """
    return isolate(cover_identity_numbers(clean_line(value))[:most])
