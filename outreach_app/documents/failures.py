"""Messages about missing glyphs and failed documents."""

import unicodedata

from outreach_app.errors import DocumentFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

# A longer list would be unreadable.
NAMED_AT_MOST = 10


def lacking(characters: str) -> str:
    """Return a message with the characters missing in the fonts, and advice."""
    named = " ".join(_character_name(character) for character in characters[:NAMED_AT_MOST])
    return _(
        "The document shows an empty box for these characters: {characters}."
        " Replace them in the text if they matter."
    ).format(characters=named)


def unexpected(cause: BaseException) -> DocumentFailed:
    """Return the refusal after an unexpected failure; `cause` goes to the details."""
    message = _("The document could not be produced. Try again, then restart the program.")
    return DocumentFailed(message, details={"cause": repr(cause)})


def _character_name(character: str) -> str:
    """Return the character and its number, or only the number if it is invisible."""
    number = f"U+{ord(character):04X}"
    shows = unicodedata.category(character)[0] not in "CMZ"
    return isolate(f"{character} ({number})" if shows else number)
