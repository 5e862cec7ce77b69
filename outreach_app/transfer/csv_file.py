"""CSV as office programs read and write it, with any usual delimiter."""

import csv
import io
import re
from collections.abc import Iterator

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.encodings import decoded
from outreach_app.transfer.named_rows import require_few_cells

_DELIMITERS = ",;\t|"
_SAID_DELIMITER = re.compile(r'"?sep=(.)"?[^\r\n]*(?:\r\n|\r|\n)', re.IGNORECASE)
_MAX_LOOKED_AT, _MAX_LINES = 20_000, 20  # characters and lines in which a delimiter is searched
# What a spreadsheet runs as a formula, or ignores before one; full-width signs are those of East
# Asian settings. A phone, a date or a negative number is not one. Source: OWASP, CSV Injection.
_FORMULA = re.compile(r"[=@\t\r\n＝＠＋－]|[+-](?![\d\s().-]*\Z)")


def csv_lines(name: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row of a CSV file, with the number that a spreadsheet gives it.

    The delimiter is the one in a first line `sep=;`, as Excel writes it, or else the one of , ; |
    tab that splits the first lines most evenly. Raises UnreadableFile.
    """
    text = decoded(content)
    _require_text(name, text)
    said = _SAID_DELIMITER.match(text)
    delimiter = said[1] if said else _delimiter(text)
    # Before the first row is read: a single row may be the whole file.
    require_few_cells(name, sum(map(text.count, (delimiter, "\n", "\r"))))
    csv.field_size_limit(len(text))  # a cell that is too long is refused with its row alone
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row, line = 0, 1
    try:
        for cells in reader:
            if said is None or line > 1:
                row += 1  # fewer than lines, where a cell has several
                yield row, [_unguarded(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        if reader.line_num > line:  # a cell took the lines that follow it
            message = _(
                "The file {file} is not valid CSV: from line {line} on, a quotation mark takes "
                "the lines that follow for one cell. Close it in line {line}, or remove it."
            )
        else:
            message = _("The file {file} is not valid CSV at line {line}.")
        message = message.format(file=isolate(name), line=isolate(str(line)))
        raise UnreadableFile(message, line) from error


def _require_text(name: str, text: str) -> None:
    """Raise UnreadableFile for zero bytes, which no program writes into a table."""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = _(
            "The file {file} is damaged, or not a table: line {line} contains zero bytes. Save it "
            "again as CSV in the program that made it."
        )
        message = message.format(file=isolate(name), line=isolate(str(line)))
        raise UnreadableFile(message, line)


def csv_of(names: list[str], rows: list[dict[str, str]]) -> bytes:
    """Return rows in a form that Excel opens correctly in Arabic; formulas are escaped."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, delimiter=";")
    writer.writerow({name: _guarded(name) for name in names})
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _delimiter(text: str) -> str:
    """Return the sign that occurs equally often in most of the first lines."""
    first = text[:_MAX_LOOKED_AT].splitlines()[:_MAX_LINES]

    def evenness(sign: str) -> tuple[int, int]:
        counts = [count for line in first if (count := line.count(sign))]
        most = max(counts, key=counts.count, default=0)
        return counts.count(most), most

    return max(_DELIMITERS, key=evenness)


def _guarded(value: str) -> str:
    """Prefix an apostrophe to a formula (CSV injection)."""
    return f"'{value}" if _FORMULA.match(value) else value


def _unguarded(value: str) -> str:
    """Remove the escape of a formula: refused rows of an import are imported again."""
    return value[1:] if value[:1] == "'" and _FORMULA.match(value, 1) else value
