"""XLSX as office programs write it: a sheet as rows of text that the readers understand."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from io import BytesIO
from lzma import LZMAError
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from openpyxl import Workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.named_rows import bounded

# Uncompressed: more than any office's list of partners; a small file can be made to unpack to
# anything.
MAX_BYTES = 100_000_000
MAX_MEMBERS = 1_000
# XLSX that openpyxl does not know: Excel's strict form, and packages without usual parts.
OTHER_FORM = "other_form"
_ZEROS = re.compile("0+")
# Including blank cells: a format up to the last column makes 16,384 of them per line.
MAX_BLANK = 10_000_000
# What the libraries raise for damaged bytes: RuntimeError for encryption or compression,
# SyntaxError for XML, with or without lxml.
_WHAT_OPENPYXL_RAISES = (
    BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, EOFError, ArithmeticError, RuntimeError, LZMAError, struct.error, zlib.error,
)  # fmt: skip


class _Texts:
    """The texts of a workbook, which its cells name by number: none is before the first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __getitem__(self, number: int) -> str:
        if number < 0:
            raise IndexError(number)
        return self._texts[number]


def sheet_names(name: str, content: bytes) -> list[str]:
    """Return a workbook's visible sheets in order. Raises UnreadableFile."""
    with _open_workbook(name, content) as workbook:
        return _visible_sheets(workbook)


def sheet_lines(
    name: str, content: bytes, sheet: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row of a sheet (the first visible by default), with its number.

    Dates and numbers become the text that a person would type. Raises UnreadableFile.
    """
    with _open_workbook(name, content) as workbook:
        title = sheet or next(iter(_visible_sheets(workbook) or workbook.sheetnames))
        if title not in workbook.sheetnames:
            message = _("The file {file} has no sheet {sheet}.")
            raise UnreadableFile(message.format(file=isolate(name), sheet=title))
        page = workbook[title]
        page.reset_dimensions()  # some programs write a wrong size, and rows would be missed
        yield from bounded(name, _lines(name, page))


def _visible_sheets(workbook: Workbook) -> list[str]:
    return [sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def _lines(
    name: str, page: Iterable[Sequence[ReadOnlyCell | EmptyCell]]
) -> Iterator[tuple[int, list[str]]]:
    looked_at = 0
    for line, row in enumerate(page, start=1):
        looked_at += len(row)
        if looked_at > MAX_BLANK:
            raise UnreadableFile(_too_large(name), code="too_large")
        yield line, [_text(cell) for cell in row]


def _text(cell: ReadOnlyCell | EmptyCell) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":  # an error of a formula, e.g. #N/A
        return ""
    if isinstance(value, date):
        has_hour = isinstance(value, datetime) and value.time() != time()
        return f"{value:%d/%m/%Y %H:%M}" if has_hour else f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).zfill(_width(cell)) if isinstance(value, int) else str(value)


def _width(cell: ReadOnlyCell | EmptyCell) -> int:
    """Return the number of digits in a format of zeros, e.g. for the leading zero of a phone."""
    try:
        form = cell.number_format
    except IndexError:  # a workbook may name styles that it does not have
        return 0
    return len(form) if _ZEROS.fullmatch(form) else 0


@contextmanager
def _open_workbook(name: str, content: bytes) -> Iterator[Workbook]:
    file = BytesIO(content)
    try:
        _require_workbook(name, file)
        try:
            workbook = _read(file)
        except KeyError as error:
            raise UnreadableFile(_no_workbook(name), code=OTHER_FORM) from error
        try:
            if not workbook.sheetnames:
                raise UnreadableFile(_no_workbook(name), code=OTHER_FORM)
            yield workbook
        finally:
            workbook.close()
    except _WHAT_OPENPYXL_RAISES as error:
        raise UnreadableFile(_no_workbook(name)) from error


def _read(file: BinaryIO) -> Workbook:
    """Read a workbook so that only cells with the number of a text get one."""
    reader = ExcelReader(file, read_only=True, data_only=True)
    read_strings = reader.read_strings

    def read_texts() -> None:
        read_strings()
        reader.shared_strings = _Texts(reader.shared_strings)

    reader.read_strings = read_texts
    reader.read()
    return reader.wb


def _require_workbook(name: str, file: BinaryIO) -> None:
    if not is_zipfile(file):
        raise UnreadableFile(_no_workbook(name))
    with ZipFile(file) as packed:
        members = packed.infolist()
        if len(members) > MAX_MEMBERS or sum(part.file_size for part in members) > MAX_BYTES:
            raise UnreadableFile(_too_large(name), code="too_large")


def _too_large(name: str) -> str:
    message = _("The file {file} is too large. Save only the sheet of partners.")
    return message.format(file=isolate(name))


def _no_workbook(name: str) -> str:
    message = _(
        "The file {file} is not an XLSX workbook, or a password protects it."
        " Save it again as XLSX, without a password."
    )
    return message.format(file=isolate(name))
