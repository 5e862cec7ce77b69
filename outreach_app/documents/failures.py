"""Says in a sentence why a document could not be produced."""

import unicodedata

from outreach_app.errors import DocumentFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

# More names than this would make a sentence that nobody reads.
NAMED_AT_MOST = 10


def lacking(characters: str) -> DocumentFailed:
    """The refusal of a text with characters that the fonts do not hold."""
    named = " ".join(_named(character) for character in characters[:NAMED_AT_MOST])
    message = _(
        "The document cannot be printed with these characters: {characters}."
        " Replace them in the text, then try again."
    ).format(characters=named)
    return DocumentFailed(message, details={"characters": characters})


def unexpected(cause: BaseException) -> DocumentFailed:
    """The refusal after a failure that no rule foresees; `cause` goes to the details."""
    message = _("The document could not be produced. Try again, then restart the program.")
    return DocumentFailed(message, details={"cause": repr(cause)})


def _named(character: str) -> str:
    """The character and its number, or the number alone where nothing would show."""
    number = f"U+{ord(character):04X}"
    shows = unicodedata.category(character)[0] not in "CMZ"
    return isolate(f"{character} ({number})" if shows else number)
