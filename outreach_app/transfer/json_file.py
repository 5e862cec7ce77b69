"""JSON files from elsewhere: the one reader of them, within limits; each item with its line."""

import json
import re
from pathlib import Path

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.transfer.named_rows import require_few_cells
from outreach_app.untrusted_files import MAX_TEXT, read_regular

_MAX_DIGITS = 100  # of a number: a longer one stays text, and its row is refused
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)")
_FIRST_HALF, _SECOND_HALF = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_SPACE = re.compile(r"[\s,:]*")  # the file is known to be valid: only lines are searched


class _Twice(ValueError):
    """An object has two values under one name: the decoder would silently keep the last."""


def read_json(path: Path, *, most: int = MAX_TEXT) -> tuple[str, object]:
    """Return the text of a file of at most `most` bytes, and its value. Raises UnreadableFile."""
    text = _decoded(path, most)
    require_few_cells(path.name, sum(map(text.count, "[{,")))
    _require_whole_characters(path, text)
    try:
        return text, _DECODER.decode(text)
    except json.JSONDecodeError as error:
        message = _("The file {file} is not valid JSON at line {line}.")
        message = message.format(file=isolate_file(path.name), line=error.lineno)
        raise UnreadableFile(message, error.lineno) from error
    except _Twice as error:
        message = _("“{name}” appears twice in one record of {file}. Keep one of the two.")
        message = message.format(name=isolate(str(error)), file=isolate_file(path.name))
        raise UnreadableFile(message) from error
    except (RecursionError, ValueError) as error:
        message = _("The file {file} is not valid JSON.").format(file=isolate_file(path.name))
        raise UnreadableFile(message) from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _Twice(name)
        found[name] = value
    return found


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once,
    parse_int=lambda digits: int(digits) if len(digits) <= _MAX_DIGITS else digits,
)


def _require_whole_characters(path: Path, text: str) -> None:
    """Raise UnreadableFile for an escape of half a character, which no text can hold."""
    line = text.count("\n", 0, half) + 1 if (half := _find_half(text)) is not None else None
    if line is not None:
        message = _(
            "The file {file} contains an incomplete character at line {line}. Delete it there, "
            "and save the file again."
        )
        message = message.format(file=isolate_file(path.name), line=isolate(str(line)))
        raise UnreadableFile(message, line)


def _find_half(text: str) -> int | None:
    """Return where an escape stands for half a character: whole ones are written as two."""
    if "\\u" not in text:
        return None
    first: re.Match[str] | None = None
    for escape in _ESCAPE.finditer(text):
        code = int(escape[1], 16) if escape[1] else 0
        is_second = code in _SECOND_HALF
        follows = first is not None and first.end() == escape.start()
        if first is not None and not (is_second and follows):
            return first.start()
        if first is None and is_second:
            return escape.start()
        first = escape if code in _FIRST_HALF else None
    return first.start() if first is not None else None


def other_format(path: Path, name: str, tables: str) -> UnreadableFile:
    """Return the refusal of JSON in another form; `tables` are the kinds of table to save as."""
    message = _(
        "The file {file} does not begin as the format {name}, version {version}, does. Choose "
        "another file, or save the data as {tables}."
    )
    words = {"name": isolate(name), "version": isolate("1"), "tables": isolate(tables)}
    return UnreadableFile(message.format(file=isolate_file(path.name), **words))


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


def _decoded(path: Path, most: int) -> str:
    try:
        return read_regular(path, most).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("The file {file} is not UTF-8 text.")
        raise UnreadableFile(message.format(file=isolate_file(path.name))) from error


def _lines_from(text: str, place: int) -> list[int]:
    lines: list[int] = []
    counted, line = 0, 1
    while text[place := _SPACE.match(text, place).end()] != "]":  # type: ignore[union-attr]
        line, counted = line + text.count("\n", counted, place), place
        lines.append(line)
        place = _DECODER.raw_decode(text, place)[1]
    return lines
