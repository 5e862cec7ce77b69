"""CSV as office programs write it: any usual encoding and delimiter."""

import csv
import io
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _

_DELIMITERS = ",;\t"


def read_csv(path: Path) -> list[tuple[int, dict[str, str]]]:
    """The rows of a CSV file under their column names, each with its line. Raises UnreadableFile.

    UTF-8 with or without its mark, UTF-16 with it, else Windows' Arabic or Western page. The
    delimiter is the one of , ; tab that stands most often in the first line.
    """
    text = _decoded(path)
    first_line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, dict[str, str]]] = []
    line = 2
    try:
        for row in reader:
            named = {name.strip(): value or "" for name, value in row.items() if name}
            rows.append((line, named))
            line = reader.line_num + 1
    except csv.Error as error:
        message = _("The file {file} is not valid CSV at line {line}.")
        message = message.format(file=path.name, line=reader.line_num)
        raise UnreadableFile(message, reader.line_num) from error
    return rows


def write_csv(path: Path, names: list[str], rows: list[dict[str, str]]) -> None:
    """Write rows so that Excel opens them right in Arabic; a formula's first sign is guarded."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, names, delimiter=";")
        writer.writeheader()
        writer.writerows({name: _guarded(value) for name, value in row.items()} for row in rows)


def _guarded(value: str) -> str:
    """Excel would run a cell that starts so as a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@") else value


def _decoded(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        message = _("The file {file} cannot be read: {reason}.")
        raise UnreadableFile(message.format(file=path, reason=error.strerror)) from error
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _from_windows(content)


def _from_windows(content: bytes) -> str:
    """Arabic text in page 1256 has many bytes that are letters there, and few in page 1252."""
    arabic = content.decode("cp1256", errors="replace")
    letters = sum("\u0621" <= character <= "\u064a" for character in arabic)
    high = sum(byte >= 0x80 for byte in content)
    return arabic if letters > high / 2 else content.decode("cp1252", errors="replace")
