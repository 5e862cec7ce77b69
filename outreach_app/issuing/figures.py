"""The figures of a document as a workbook: a sheet for each of its tables and charts."""

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import (
    Bars,
    Cell,
    ColumnChart,
    CountChange,
    Heading,
    Lines,
    Note,
    Quotation,
    Realised,
    Table,
    plain,
)
from outreach_app.summaries.prose.numbers import PARTIAL
from outreach_app.transfer.table_file import Sheet, workbook_of

# A number from a thousand up, isolated in Arabic, and its mark.
_GROUPED = re.compile(r"\u2066?(-?\d{1,3}(?:\u202f\d{3})+)\u2069?(\*?)")


def figures_of(document: Realised) -> bytes:
    """Return the tables of a document as an XLSX file, each under its heading."""
    return workbook_of(list(_sheets(document)))


def _sheets(document: Realised) -> Iterator[Sheet]:
    heading, level = document.kind, document.level.words(document.language)
    notes = {each.text for each in document.blocks if isinstance(each, Note)}
    marked = sorted(text for text in notes if text.startswith(PARTIAL))
    for block in document.blocks:
        match block:
            case Heading():
                heading = block.text
            case Table() if block.rows:
                sheet = _sheet(heading, block, document.language)
                marks = {_stars(cell[::-1]) for row in sheet.rows for cell in row}
                said = [note for note in marked if _stars(note) in marks]
                yield replace(sheet, circulation=level, notes=said)
            case ColumnChart():
                rows = [[plain(c.name), *map(_number, map(plain, c.values))] for c in block.columns]
                yield Sheet(block.title, ["", *block.series], rows, document.language, level)
            case _:
                pass


def _stars(text: str) -> int:
    """Return how many stars a text begins with: the mark of a note."""
    return len(text) - len(text.lstrip(PARTIAL))


def _sheet(title: str, table: Table, language: Language) -> Sheet:
    """Return a table without its bars, which only draw the numbers next to them."""
    shown = [place for place, cell in enumerate(table.rows[0]) if not isinstance(cell, Bars)]
    lines = [*table.rows, *([table.total] if table.total else [])]
    rows = [[_words(line[place]) for place in shown] for line in lines]
    return Sheet(title, [table.headings[place] for place in shown], rows, language)


def _words(cell: Cell) -> str:
    """Return the text of a cell; a change as a number that can be added."""
    match cell:
        case CountChange():
            return _number(plain(cell.text).replace("+", "").replace("\u2212", "-"))
        case Quotation():
            return cell.text
        case Lines():
            return "\n".join(map(plain, cell.lines))
        case Bars():
            return ""
        case _:
            return _number(plain(cell))


def _number(text: str) -> str:
    """Return a number without the space between thousands, any other text as it is."""
    grouped = _GROUPED.fullmatch(text)
    return grouped[1].replace("\u202f", "") + grouped[2] if grouped else text
