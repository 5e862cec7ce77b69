"""CSV as office programs write it: any usual encoding and delimiter."""

import csv
import io
import re
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.foreign import MOST_TABLE, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.named_rows import NamedRow, named_rows

_DELIMITERS = ",;\t"
_ARABIC_RUN = re.compile("[\u0621-\u064a]{2,}")
# What a spreadsheet runs as a formula, or takes for the blank before one; the full-width signs are
# those of East Asian settings. A phone, a date or a negative number is none. Source: OWASP, CSV
# Injection.
_FORMULA = re.compile(r"[=@\t\r\n＝＠＋－]|[+-](?![\d\s().-]*\Z)")


def read_csv(path: Path) -> list[NamedRow]:
    """Read a CSV file's rows under their column names, each with its line. Raises UnreadableFile.

    UTF-8 with or without its mark, UTF-16 with it, else Windows' Arabic or Western page. The
    delimiter is the one of , ; tab that stands most often in the first line.
    """
    text = decoded(read_regular(path, MOST_TABLE))
    first_line = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            lines.append((line, [_unguarded(cell) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        message = _("The file {file} is not valid CSV at line {line}.")
        message = message.format(file=isolate(path.name), line=reader.line_num)
        raise UnreadableFile(message, reader.line_num) from error
    return named_rows(lines)


def csv_of(names: list[str], rows: list[dict[str, str]]) -> bytes:
    """Return rows as Excel opens them right in Arabic; what it would run is guarded."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, names, delimiter=";")
    writer.writerow({name: _guarded(name) for name in names})
    writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def decoded(content: bytes) -> str:
    """Text of an unknown encoding, which never fails."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _from_windows(content)


def _guarded(value: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def _unguarded(value: str) -> str:
    """Take the guard off a cell: the refused rows of an import come back."""
    return value[1:] if value[:1] == "'" and _FORMULA.match(value, 1) else value


def _from_windows(content: bytes) -> str:
    """Arabic text in page 1256 has its high bytes in runs, as words; in French they stand alone."""
    arabic = content.decode("cp1256", errors="replace")
    letters = sum(map(len, _ARABIC_RUN.findall(arabic)))
    high = sum(byte >= 0x80 for byte in content)
    return arabic if letters > high / 2 else content.decode("cp1252", errors="replace")
