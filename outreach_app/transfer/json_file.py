"""JSON files from elsewhere: decoded within limits, each item of a list with its line."""

import json
import re
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.foreign import MOST_TEXT, read_regular
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.named_rows import require_few_cells

_MOST_DIGITS = 100  # of a number: a longer one stays text, and its row is refused
_DECODER = json.JSONDecoder(
    parse_int=lambda digits: int(digits) if len(digits) <= _MOST_DIGITS else digits
)
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # whole characters are written as two of these
_SPACE = re.compile(r"[\s,:]*")  # the file is known to be valid: only lines are searched


def read_json(path: Path, *, otherwise: str) -> tuple[str, object]:
    """Return the text of a file and its value. Raises UnreadableFile.

    `otherwise` is the message for a file nested or sized beyond the limits.
    """
    text = _decoded(path)
    require_few_cells(path.name, sum(map(text.count, "[{,")))
    try:
        return text, _readable(text, _DECODER.decode(text))
    except json.JSONDecodeError as error:
        message = _("The file {file} is not valid JSON at line {line}.")
        message = message.format(file=isolate(path.name), line=error.lineno)
        raise UnreadableFile(message, error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableFile(otherwise) from error


def _readable(text: str, whole: object) -> object:
    """Return the value without the halves of characters that escapes may contain."""
    if _HALF.search(text) is None:
        return whole
    written = json.dumps(whole, ensure_ascii=False).encode(errors="replace")
    return _DECODER.decode(written.decode())


def lines_of_items(text: str, name: str) -> list[int]:
    """Return the line on which each item of a list of the top object starts."""
    place = _SPACE.match(text, text.index("{") + 1).end()  # type: ignore[union-attr]
    while text[place] != "}":
        key, place = _DECODER.raw_decode(text, place)
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]
        if key == name:
            return _lines_from(text, place + 1)
        _value, place = _DECODER.raw_decode(text, place)
        place = _SPACE.match(text, place).end()  # type: ignore[union-attr]
    return []


def _decoded(path: Path) -> str:
    try:
        return read_regular(path, MOST_TEXT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file {file} is not UTF-8 text.")
        raise UnreadableFile(message.format(file=isolate(path.name))) from error


def _lines_from(text: str, place: int) -> list[int]:
    lines: list[int] = []
    counted, line = 0, 1
    while text[place := _SPACE.match(text, place).end()] != "]":  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, place), place
        lines.append(line)
        place = _DECODER.raw_decode(text, place)[1]
    return lines
