"""Reading of other programs' files in the child process, with its messages.

Nothing of the store is loaded here, and no window.
"""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import ScreenLanguage, use
from outreach_app.rules.emblems import prepare_emblem
from outreach_app.rules.text import encodable
from outreach_app.transfer.calamine_file import SUFFIXES, older_sheet_lines, older_sheet_names
from outreach_app.transfer.csv_file import csv_lines
from outreach_app.transfer.named_rows import bounded
from outreach_app.transfer.note_texts import note_text
from outreach_app.transfer.vcards import VCard, cards_of
from outreach_app.transfer.xlsx_file import OTHER_FORM, sheet_lines, sheet_names

T = TypeVar("T")


class ReadCsv(msgspec.Struct, frozen=True, tag=True):
    """Asks for a CSV file's rows."""


class ReadSheet(msgspec.Struct, frozen=True, tag=True):
    """Asks for the rows of a workbook's sheet, the first visible by default."""

    sheet: str | None


class ListSheets(msgspec.Struct, frozen=True, tag=True):
    """Asks for a workbook's visible sheets."""


class ReadCards(msgspec.Struct, frozen=True, tag=True):
    """Asks for the cards of a vCard file."""


class PrepareEmblem(msgspec.Struct, frozen=True, tag=True):
    """Asks for an image ready for the letterhead."""


class ReadNote(msgspec.Struct, frozen=True, tag=True):
    """Asks for the text of a note."""


Wish = ReadCsv | ReadSheet | ListSheets | ReadCards | PrepareEmblem | ReadNote


class Request(msgspec.Struct, frozen=True):
    """A file's name and bytes, what is asked of it, and the language of error messages."""

    name: str
    content: bytes
    wish: Wish
    language: ScreenLanguage


class Lines(msgspec.Struct, frozen=True, tag=True):
    """The cells of each row, with the line where it starts."""

    lines: list[tuple[int, list[str]]]


class Sheets(msgspec.Struct, frozen=True, tag=True):
    """The names of a workbook's sheets."""

    names: list[str]


class Cards(msgspec.Struct, frozen=True, tag=True):
    """The cards of a file."""

    cards: list[VCard]


class Picture(msgspec.Struct, frozen=True, tag=True):
    """An image ready for the letterhead, as PNG."""

    content: bytes


class NoteText(msgspec.Struct, frozen=True, tag=True):
    """The text of a note."""

    text: str


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The content of an UnreadableFile."""

    message: str
    code: str
    line: int | None


Answer = Lines | Sheets | Cards | Picture | NoteText | Refused

_REQUESTS: "msgspec.msgpack.Decoder[Request]" = msgspec.msgpack.Decoder(Request)


def read(request: bytes) -> bytes:
    """Answer an encoded request with an encoded answer."""
    asked = _REQUESTS.decode(request)
    use(asked.language)
    answer: Answer
    try:
        answer = _answer(asked.name, asked.content, asked.wish)
    except UnreadableFile as error:
        answer = Refused(error.message, error.code, error.line)
    return msgspec.msgpack.encode(answer)


def _answer(name: str, content: bytes, wish: Wish) -> Answer:
    match wish:
        case ReadCsv():
            return Lines(list(bounded(name, csv_lines(name, content))))
        case ReadSheet(sheet):
            asked = (name, content, sheet)
            return Lines(
                _by_form(
                    name,
                    lambda: list(sheet_lines(*asked)),
                    lambda: list(older_sheet_lines(*asked)),
                )
            )
        case ListSheets():
            return Sheets(
                _by_form(
                    name,
                    lambda: sheet_names(name, content),
                    lambda: older_sheet_names(name, content),
                )
            )
        case ReadCards():
            return Cards(cards_of(name, content))
        case PrepareEmblem():
            return Picture(prepare_emblem(content))
        case ReadNote():
            return NoteText(encodable(note_text(name, content)))


def _by_form(name: str, newer: Callable[[], T], older: Callable[[], T]) -> T:
    """Read a workbook with the reader for its form; XLSX in an unusual form with the second."""
    if name.lower().endswith(SUFFIXES):
        return older()
    try:
        return newer()
    except UnreadableFile as error:
        if error.code != OTHER_FORM:
            raise
        return older()
