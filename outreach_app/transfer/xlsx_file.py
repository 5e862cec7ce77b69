"""XLSX as office programs write it: a sheet as rows of text that the readers understand."""

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from lzma import LZMAError
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from outreach_app.errors import UnreadableFile
from outreach_app.foreign import open_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.named_rows import NamedRow, below_title, named_rows

# Unpacked: more than any office's list of partners; a small file can be made to unpack to anything.
MOST_BYTES = 300_000_000
_ZEROS = re.compile("0+")
# Blank ones too: a format that reaches the last column makes 16,384 of them a line.
MOST_CELLS = 10_000_000
# What the libraries raise over damaged bytes: RuntimeError for a cipher or a method of packing,
# SyntaxError for XML, whether lxml is there to read it or not.
_WHAT_OPENPYXL_RAISES = (
    BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError, TypeError, AttributeError,
    IndexError, EOFError, ArithmeticError, RuntimeError, LZMAError, struct.error, zlib.error,
)  # fmt: skip


def sheet_names(path: Path) -> list[str]:
    """List a workbook's visible sheets in order. Raises UnreadableFile."""
    with _opened(path) as workbook:
        return [sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"]


def read_xlsx(path: Path, sheet: str | None = None) -> list[NamedRow]:
    """Read the rows of a sheet, the first unless one is named, under their column names.

    Days and numbers become the text that a person would type. Raises UnreadableFile.
    """
    with _opened(path) as workbook:
        name = sheet or next(iter(workbook.sheetnames), None)
        if name not in workbook.sheetnames:
            message = _("The file {file} has no sheet {sheet}.")
            raise UnreadableFile(message.format(file=isolate(path.name), sheet=name))
        page = workbook[name]
        page.reset_dimensions()  # some programs write a wrong size, and rows would be missed
        lines = list(_lines(path, page))
    return named_rows(below_title(lines))


def _lines(
    path: Path, page: Iterable[Sequence[ReadOnlyCell | EmptyCell]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield each line up to its last cell that holds anything. Raises UnreadableFile."""
    looked_at = 0
    for line, row in enumerate(page, start=1):
        looked_at += len(row)
        if looked_at > MOST_CELLS:
            raise UnreadableFile(_too_large(path))
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1].strip():
            cells.pop()
        yield line, cells


def _text(cell: ReadOnlyCell | EmptyCell) -> str:
    value = cell.value
    if value is None or cell.data_type == "e":  # an error of a formula, such as #N/A
        return ""
    if isinstance(value, date):
        has_hour = isinstance(value, datetime) and value.time() != time()
        return f"{value:%d/%m/%Y %H:%M}" if has_hour else f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # A format of zeros alone shows the leading zero of a phone.
    width = len(cell.number_format) if _ZEROS.fullmatch(cell.number_format) else 0
    return str(value).zfill(width) if isinstance(value, int) else str(value)


@contextmanager
def _opened(path: Path) -> Iterator[Workbook]:
    try:
        with open_regular(path) as file:
            _require_workbook(path, file)
            workbook = load_workbook(file, read_only=True, data_only=True)
            try:
                yield workbook
            finally:
                workbook.close()
    except _WHAT_OPENPYXL_RAISES as error:
        raise UnreadableFile(_no_workbook(path)) from error


def _require_workbook(path: Path, file: BinaryIO) -> None:
    if not is_zipfile(file):
        raise UnreadableFile(_no_workbook(path))
    with ZipFile(file) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
            raise UnreadableFile(_too_large(path))


def _too_large(path: Path) -> str:
    message = _("The file {file} is too large. Save the sheet of partners alone.")
    return message.format(file=isolate(path.name))


def _no_workbook(path: Path) -> str:
    message = _(
        "The file {file} is not an XLSX workbook, or a password protects it."
        " Save it again as XLSX, without a password."
    )
    return message.format(file=isolate(path.name))
