"""Rows of a table under the names in its first line, whatever kind of file holds it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.emails import is_email
from outreach_app.rules.text import clean_line

MAX_CELLS = 1_000_000
MAX_ROWS = 5_000  # of one import: each is checked, written, journaled and indexed
NamedRow = tuple[int, dict[str, str]]

# The most title lines above the headings.
_MAX_TITLE_LINES = 10
# Not a heading: more digits than a date has.
_NUMBER = re.compile(r"\+?(?:\d[\s().-]*){9,15}")


def require_few_cells(name: str, count: int) -> None:
    """Raise UnreadableFile if a table has more cells than can be read."""
    if count > MAX_CELLS:
        message = _(
            "The file {file} contains too many cells. Keep the rows and columns that you need, or "
            "divide it into several files."
        )
        raise UnreadableFile(message.format(file=isolate(name)), code="too_large")


def require_rows(name: str, count: int) -> None:
    """Raise UnreadableFile if a file to import has no row, or more than one import takes."""
    if not count:
        message = _("The file {file} has no rows below its headings.")
        raise UnreadableFile(message.format(file=isolate(name)))
    if count > MAX_ROWS:
        message = _(
            "The file {file} has {count} rows: at most {most} are imported at once. Divide it "
            "into several files. Nothing was imported."
        )
        numbers = {"count": isolate(str(count)), "most": isolate(str(MAX_ROWS))}
        raise UnreadableFile(message.format(file=isolate(name), **numbers), code="too_large")


def bounded(name: str, lines: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines without trailing blank cells. Raises UnreadableFile for too many cells.

    A row counts as wide as the headings, as naming its cells makes it that wide.
    """
    headings = cells_so_far = 0
    for number, (line, cells) in enumerate(lines):
        while cells and not cells[-1].strip():
            cells.pop()
        if not headings or number <= _MAX_TITLE_LINES:
            headings = max(headings, len(cells))
        cells_so_far += max(headings, len(cells)) if cells else 1
        require_few_cells(name, cells_so_far)
        yield line, cells


def named_rows(lines: Iterable[tuple[int, Sequence[str]]]) -> list[NamedRow]:
    """Return the rows under the names of the first line with content, each with its line.

    Blank lines are left out. Columns without a name, cells beyond the last one, and repeated names
    get a name from their position, e.g. `#4`, so that nothing is lost. If the first line has a
    telephone or an e-mail in it, it is a row like the others.
    """
    headings: list[str] = []
    rows: list[NamedRow] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        if headings:
            rows.append((line, _cells_by_heading(headings, cells)))
        elif any(map(_is_value, cells)):
            headings = _names(list(_guess_headings(cells)))
            rows.append((line, _cells_by_heading(headings, cells)))
        else:
            headings = _names(cells)
    return rows


def below_title(
    lines: Sequence[tuple[int, Sequence[str]]],
) -> Iterable[tuple[int, Sequence[str]]]:
    """Return the lines without those of one cell above the headings: a title, a date."""
    top = lines[:_MAX_TITLE_LINES]
    filled = [sum(bool(cell.strip()) for cell in cells) for _line, cells in top]
    several = (place for place, count in enumerate(filled) if count > 1)
    return islice(lines, next(several, 0), None)


def headings_of(rows: Sequence[NamedRow]) -> list[str]:
    """Return the names of the columns in order, those beyond the headings last."""
    return list(dict.fromkeys(name for _line, row in rows for name in row))


def _is_value(cell: str) -> bool:
    words = clean_line(cell)
    return bool(is_email(words) or _NUMBER.fullmatch(words))


def _guess_headings(cells: Sequence[str]) -> Iterator[str]:
    """Yield headings for a table without any: e-mails, numbers, and the one text beside them."""
    words = [clean_line(cell) for cell in cells]
    is_name_told = sum(bool(each) and not _is_value(each) for each in words) == 1
    for place, each in enumerate(words, start=1):
        if is_email(each):
            yield _("E-mail")
        elif _NUMBER.fullmatch(each):
            yield _("Phone")
        else:
            yield _("Name") if each and is_name_told else f"#{place}"


def _names(cells: Sequence[str]) -> list[str]:
    names: list[str] = []
    known: set[str] = set()
    for place, cell in enumerate(cells, start=1):
        name = clean_line(cell)
        names.append(f"{name} #{place}" if name in known else name)
        known.add(names[-1])
    return names


def _cells_by_heading(headings: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    row = {name: "" for name in headings if name}
    for place, cell in enumerate(cells):
        name = headings[place] if place < len(headings) else ""
        if name or cell.strip():
            row[name or f"#{place + 1}"] = cell
    return row
