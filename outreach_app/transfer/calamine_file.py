"""Sheets of XLS and ODS workbooks as rows of text."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.named_rows import MAX_CELLS, bounded, require_few_cells

SUFFIXES = (".xls", ".ods")
_Cell: TypeAlias = int | float | str | bool | time | date | datetime | timedelta


def older_sheet_names(name: str, content: bytes) -> list[str]:
    """Return a workbook's visible sheets in order. Raises UnreadableFile."""
    return _visible_sheets(_open_workbook(name, content))


def older_sheet_lines(
    name: str, content: bytes, sheet: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row of a sheet (the first visible by default), with its number.

    Dates and numbers become the text that a person would type. Raises UnreadableFile.
    """
    workbook = _open_workbook(name, content)
    title = sheet or next(iter(_visible_sheets(workbook) or workbook.sheet_names), None)
    if title not in workbook.sheet_names:
        message = _("The file {file} has no sheet {sheet}.")
        raise UnreadableFile(message.format(file=isolate(name), sheet=title))
    try:
        rows = workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise UnreadableFile(_no_workbook(name)) from error
    lines = ((line, [_text(cell) for cell in row]) for line, row in enumerate(rows, start=1))
    yield from bounded(name, lines)


def _visible_sheets(workbook: CalamineWorkbook) -> list[str]:
    return [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _open_workbook(name: str, content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except CalamineError as error:
        if "limit exceeded" in str(error):  # a row may claim to repeat millions of times
            require_few_cells(name, MAX_CELLS + 1)
        raise UnreadableFile(_no_workbook(name)) from error


def _text(value: _Cell) -> str:
    if isinstance(value, date):
        has_hour = isinstance(value, datetime) and value.time() != time()
        return f"{value:%d/%m/%Y %H:%M}" if has_hour else f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def _no_workbook(name: str) -> str:
    message = _(
        "The file {file} is not a workbook, or a password protects it."
        " Save it again as XLSX, without a password."
    )
    return message.format(file=isolate(name))
