"""A list as a file that opens correctly in Excel, in Arabic and in French: XLSX or CSV."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from outreach_app.atomic_files import write_whole
from outreach_app.i18n import Language
from outreach_app.rules.dates import parse_date
from outreach_app.rules.text import clean_text
from outreach_app.transfer.csv_file import csv_of

_DAY = re.compile(r"\d{2}/\d{2}/\d{4}")
_WHOLE_NUMBER = re.compile(r"0|-?[1-9]\d{0,14}")
_PARTIAL_NUMBER = re.compile(r"(0|[1-9]\d{0,14})\*")
_MIN_WIDTH, _MAX_WIDTH = 10, 60
# Excel refuses these in the name of a sheet, and more than 31 characters; a number may follow.
_MAX_TITLE = 28
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of a list; cells are texts as on the screen, without direction marks.

    `circulation` is the restriction printed at the foot of its pages; "" if it is not a document.
    A number with an asterisk after it is a sum of which a part was not counted; it stays a number.
    `notes` stand under the rows of an XLSX file.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    language: Language
    circulation: str = ""
    notes: Sequence[str] = ()


def write_table(path: Path, sheet: Sheet) -> None:
    """Write a list as .xlsx or .csv, by the suffix of the name; whole or not at all.

    In XLSX dates and integers are typed, so that Excel sorts and adds them, and an Arabic sheet
    runs from right to left. Raises WriteFailed.
    """
    is_csv = path.suffix.lower() == ".csv"
    write_whole(path, comma_separated(sheet) if is_csv else workbook_of([sheet]))


def workbook_of(sheets: Sequence[Sheet]) -> bytes:
    """Return lists as an XLSX file, one sheet each; equal titles get a number."""
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        _add(workbook, sheet)
    if not sheets:  # the library writes no workbook without a sheet
        _keep_in_memory(workbook.create_sheet())
    content = io.BytesIO()
    with _Archive(content, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).save()
    return content.getvalue()


def comma_separated(sheet: Sheet) -> bytes:
    """Return a list as a CSV file."""
    names = [clean_text(heading) for heading in sheet.headings]
    rows = [dict(zip(names, (clean_text(cell) for cell in row), strict=True)) for row in sheet.rows]
    return csv_of(names, rows)


def _keep_in_memory(page: WriteOnlyWorksheet) -> None:
    """Write the rows of a sheet to memory: the library's own writer has a file in the clear."""
    writer = WorksheetWriter(page, io.BytesIO())
    writer.cleanup = lambda: None  # there is no file to remove
    writer.write_top()
    page._writer = writer  # noqa: SLF001  it would make its own


class _Archive(ZipFile):
    """A workbook's parts; a sheet is one that is in memory."""

    def write(self, filename: io.BytesIO, arcname: str) -> None:  # type: ignore[override]
        """Add a sheet under its name."""
        self.writestr(arcname, filename.getvalue())


def _add(workbook: Workbook, sheet: Sheet) -> None:
    page: WriteOnlyWorksheet = workbook.create_sheet(
        _NO_SHEET_NAME.sub(" ", sheet.title)[:_MAX_TITLE]
    )
    page.sheet_view.rightToLeft = sheet.language.is_right_to_left
    page.freeze_panes = "A2"
    page.oddFooter.center.text = sheet.circulation or None
    headings = [clean_text(heading) for heading in sheet.headings]
    rows = [[clean_text(cell) for cell in row] for row in sheet.rows]
    for number, heading in enumerate(headings):
        longest = max([len(heading), *(len(row[number]) for row in rows)])
        letter = get_column_letter(number + 1)
        page.column_dimensions[letter].width = min(max(longest + 2, _MIN_WIDTH), _MAX_WIDTH)
    page.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    _keep_in_memory(page)
    page.append([_heading(page, words) for words in headings])
    for row in rows:
        page.append([_cell(page, words) for words in row])
    for note in sheet.notes:
        page.append([_words(page, clean_text(note))])


def _heading(page: WriteOnlyWorksheet, words: str) -> WriteOnlyCell:
    cell = _words(page, words)
    cell.font = Font(bold=True)
    return cell


def _cell(page: WriteOnlyWorksheet, words: str) -> WriteOnlyCell:
    day = parse_date(words) if _DAY.fullmatch(words) else None
    if day is not None:
        cell = WriteOnlyCell(page, day)
        cell.number_format = "dd/mm/yyyy"
    elif _WHOLE_NUMBER.fullmatch(words):
        cell = WriteOnlyCell(page, int(words))
    elif partial := _PARTIAL_NUMBER.fullmatch(words):
        cell = WriteOnlyCell(page, int(partial[1]))
        cell.number_format = '0"*"'
    else:
        cell = _words(page, words)
    cell.alignment = Alignment(vertical="top", wrap_text=len(words) > _MAX_WIDTH)
    return cell


def _words(page: WriteOnlyWorksheet, words: str) -> WriteOnlyCell:
    """Make a text cell: text that begins with = would be run as a formula."""
    cell = WriteOnlyCell(page, words)
    cell.data_type = "s"
    return cell
