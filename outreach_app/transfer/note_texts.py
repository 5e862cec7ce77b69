"""The text of a note's file: .docx, .odt, .eml, .txt; advice for other kinds."""

from collections.abc import Callable
from pathlib import PurePath

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.document_texts import document_text
from outreach_app.transfer.encodings import decoded
from outreach_app.transfer.mail_texts import mail_text

MAX_OF_NOTE = 40_000
"""The maximum number of characters read from a file; a note is cut to fewer."""

_ARCHIVE, _PDF, _OLDER, _RICH = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_BEGINNING = 4096


def note_text(name: str, content: bytes) -> str:
    """Return the text of a note's file.

    Raises UnreadableFile with advice: `pdf`, `older_format`, `protected`, `damaged`, `no_text`.
    """
    beginning = content[:_BEGINNING]
    if _PDF in beginning[:1024]:
        raise _refused(name, "pdf", _pdf_words)
    if beginning.startswith((_OLDER, _RICH)):
        raise _refused(name, "older_format", _older_words)
    if beginning.startswith(_ARCHIVE):
        text = document_text(name, content, MAX_OF_NOTE)
    elif PurePath(name).suffix.lower() == ".eml":
        text = mail_text(name, content, MAX_OF_NOTE)
    elif b"\0" in beginning and "\0" in decoded(beginning):
        raise _refused(name, "no_text", _no_text_words)
    else:
        text = decoded(content)[:MAX_OF_NOTE]
    if not text.strip():
        raise _refused(name, "no_text", _no_text_words)
    return text


def _refused(name: str, code: str, words: Callable[[], str]) -> UnreadableFile:
    return UnreadableFile(words().format(file=isolate(name)), code=code)


def _pdf_words() -> str:
    return _(
        "{file} is a PDF, whose words and numbers may be extracted in a different order. Open it, "
        "copy its text, paste it, and check the numbers."
    )


def _older_words() -> str:
    return _(
        "{file} is in an older format, or has a password. Open it, save it as .docx or .odt "
        "without a password, or copy its text and paste it."
    )


def _no_text_words() -> str:
    return _("{file} contains no text that can be read. Open it, copy its text and paste it.")
