"""Other programs' files: tables, contact cards, images; each is read in a child process.

The libraries that read them are not hardened against malicious files.
"""

from pathlib import Path
from typing import TypeVar

import msgspec

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate_file, screen
from outreach_app.reading_child import MAX_SECONDS, ReadingChild, TooCostly
from outreach_app.rules.text import encodable
from outreach_app.transfer import foreign_reader
from outreach_app.transfer.foreign_reader import Answer, Refused, Request, Wish
from outreach_app.transfer.named_rows import NamedRow, below_title, named_rows
from outreach_app.transfer.vcards import VCard
from outreach_app.untrusted_files import MAX_TEXT, read_regular

CHILD = ReadingChild(foreign_reader.read)
"""The only one of the program; it loads the libraries when the first file is read."""

WORKBOOK_SUFFIXES = (".xlsx", ".xls", ".ods")
# Bytes. An address book includes pictures, which are not taken.
MAX_WORKBOOK, MAX_CARDS, MAX_IMAGE = 16_000_000, 32_000_000, 10_000_000
MAX_NOTE = 20_000_000  # with the pictures in it

_ANSWERS: "msgspec.msgpack.Decoder[Answer]" = msgspec.msgpack.Decoder(Answer)
_Expected = TypeVar("_Expected", bound=msgspec.Struct)


def read_csv(path: Path) -> list[NamedRow]:
    """Read a CSV file's rows under their column names, with their lines. Raises UnreadableFile.

    Titles can precede the headings.
    """
    return _rows_of(_ask_child(path, MAX_TEXT, foreign_reader.ReadCsv(), foreign_reader.Lines))


def read_workbook(path: Path, sheet: str | None = None) -> list[NamedRow]:
    """Read the rows of a sheet (the first visible by default) under their column names.

    Dates and numbers become the text that a person would type. Raises UnreadableFile.
    """
    wish = foreign_reader.ReadSheet(sheet)
    return _rows_of(_ask_child(path, MAX_WORKBOOK, wish, foreign_reader.Lines))


def sheet_names(path: Path) -> list[str]:
    """Return a workbook's visible sheets in order. Raises UnreadableFile."""
    return _ask_child(path, MAX_WORKBOOK, foreign_reader.ListSheets(), foreign_reader.Sheets).names


def sheets_left(path: Path, sheet: str | None) -> list[str]:
    """Return the visible sheets of a workbook besides the one that is read.

    Any other file has none. Raises UnreadableFile.
    """
    if path.suffix.lower() not in WORKBOOK_SUFFIXES:
        return []
    names = sheet_names(path)
    return [name for name in names if name != (sheet or names[0])]


def read_vcards(path: Path) -> list[VCard]:
    """Read the cards of a file, broken ones included. Raises UnreadableFile if there are none."""
    return _ask_child(path, MAX_CARDS, foreign_reader.ReadCards(), foreign_reader.Cards).cards


def read_emblem(path: Path) -> bytes:
    """Read an image as a PNG for the letterhead. Raises UnreadableFile."""
    return _ask_child(
        path, MAX_IMAGE, foreign_reader.PrepareEmblem(), foreign_reader.Picture
    ).content


def read_note_file(path: Path) -> str:
    """Read the text of a note: .txt, .docx, .odt, .eml. Raises UnreadableFile, also for others."""
    return _ask_child(path, MAX_NOTE, foreign_reader.ReadNote(), foreign_reader.NoteText).text


def _rows_of(answer: foreign_reader.Lines) -> list[NamedRow]:
    return named_rows(below_title(answer.lines))


def _ask_child(path: Path, most: int, wish: Wish, expected: type[_Expected]) -> _Expected:
    request = Request(encodable(path.name), read_regular(path, most), wish, screen())
    try:
        answer = _ANSWERS.decode(CHILD.ask(msgspec.msgpack.encode(request), MAX_SECONDS))
    except (TooCostly, ValueError) as error:
        raise _too_costly(path) from error
    if isinstance(answer, Refused):
        raise UnreadableFile(answer.message, answer.line, code=answer.code)
    if not isinstance(answer, expected):
        raise _too_costly(path)
    return answer


def _too_costly(path: Path) -> UnreadableFile:
    message = _(
        "Reading the file {file} took too much time or memory, and was stopped. Keep only what "
        "you need in it, and save it again with the program that made it."
    )
    return UnreadableFile(message.format(file=isolate_file(path.name)), code="too_costly")
