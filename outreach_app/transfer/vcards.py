"""vCard 2.1, 3.0 and 4.0 as real programs write them: cards of a file as typed properties.

vobject needs complete lines in Unicode: it leaves unfolding and decoding to its caller, and phones
and office programs write both badly. What cannot be read is skipped and reported.
"""

import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vobject.base import ContentLine, VObjectError, textLineToContentLine

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.text import clean_line
from outreach_app.transfer.encodings import decoded

MAX_CARDS = 5_000
_MAX_HEAD = 1_000  # bytes of a property's name and parameters
_MAX_OF_A_MARK = 64  # bytes
_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_VERSION = re.compile(rb"\s*VERSION\s*:\s*[\d.]+\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT = re.compile(rb"AGENT[^:]*:\s*", re.IGNORECASE)
_HEAD = re.compile(rb'((?:[^":]|"[^"]*")*):(.*)', re.DOTALL)
# vobject's own expression divides a line that it does not match in every possible way.
_PARAMETER = r';[\w-]+(?:[=,](?:"[^"]*"|[^";:,=]*+))*+'
_LINE = re.compile(rf"(?:[\w-]+\.)?[\w-]+;?(?:{_PARAMETER})*+:", re.ASCII)
_PROPERTY = re.compile(rb"[A-Za-z0-9_.-]+[:;]")
# Samsung's name of a custom label, which contains its own encoding.
_CUSTOM = re.compile(rb"X-CUSTOM\([^)]*\)", re.IGNORECASE)
_CHARSET = re.compile(rb';CHARSET="?([^;:"]+)"?', re.IGNORECASE)
_QUOTED = re.compile(rb";(?:ENCODING=)?QUOTED-PRINTABLE", re.IGNORECASE)
_BASE64 = re.compile(rb";(?:ENCODING=)?(?:BASE64|B)(?=[;:]|$)", re.IGNORECASE)
_PLAIN = re.compile(rb";ENCODING=(?:8BIT|7BIT)", re.IGNORECASE)
_WITH_PARTS = frozenset({"N", "ADR", "ORG"})
_SEMICOLON = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: its parts as the standard divides them (N, ORG and ADR have several).

    `types` are in lower case; `label` is the custom name of the value, as iPhones keep it.
    """

    name: str
    parts: tuple[str, ...]
    types: frozenset[str]
    label: str

    @property
    def text(self) -> str:
        return self.parts[0] if self.parts else ""


@dataclass(frozen=True, slots=True)
class VCard:
    """Hold one card of a file: where it begins, and its lines, unfolded and decoded.

    `unreadable` are its lines that could not be read; one that `is_cut` has no end.
    """

    line: int
    lines: tuple[str, ...]
    properties: tuple[Property, ...]
    unreadable: tuple[str, ...]
    is_cut: bool


def cards_of(name: str, content: bytes) -> list[VCard]:
    """Read the cards of a file, broken ones included.

    Raises UnreadableFile if there are none, or too many.
    """
    if b"\0" in content[:_MAX_OF_A_MARK]:  # UTF-16: the cards' own encodings are read line by line
        content = decoded(content).encode()
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    if lines and _VERSION.fullmatch(lines[0]):  # a card whose beginning was cut off
        lines.insert(0, b"BEGIN:VCARD")
    divided = list(_divided(lines))
    if not divided:
        message = _("The file {file} contains no vCard. Export the contacts again, as vCard.")
        raise UnreadableFile(message.format(file=isolate(name)))
    if len(divided) > MAX_CARDS:
        message = _(
            "The file {file} contains too many cards: at most {most} can be read. Export the "
            "contacts in several files."
        )
        message = message.format(file=isolate(name), most=isolate(str(MAX_CARDS)))
        raise UnreadableFile(message, code="too_large")
    return [_card(number, part) for number, part in divided]


def _divided(lines: Sequence[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the lines of each card; one that is not closed ends where the next begins.

    A card inside another, that of an assistant, is left out.
    """
    start, depth, part = 0, 0, list[bytes]()
    for number, line in enumerate(lines, start=1):
        if _BEGIN.fullmatch(line):
            if depth and part and _AGENT.fullmatch(part[-1]):
                depth += 1
                continue
            if depth:
                yield start, part
            start, depth, part = number, 1, [line]
        elif depth > 1:
            depth -= bool(_END.fullmatch(line))
        elif depth:
            part.append(line)
            if _END.fullmatch(line):
                yield start, part
                depth = 0
    if depth:
        yield start, part


def _card(line: int, part: list[bytes]) -> VCard:
    is_whole = _END.fullmatch(part[-1]) is not None
    properties, unreadable = list[ContentLine](), list[str]()
    lines = [_decoded_line(each) for each in _whole_lines(part[1 : len(part) - is_whole])]
    for text in lines:
        try:
            properties.append(_content_line(text))
        except (VObjectError, ValueError):
            unreadable.append(clean_line(text))
    labels = {row.group: row.value for row in properties if row.name == "X-ABLABEL"}
    return VCard(
        line=line,
        lines=("BEGIN:VCARD", *lines, *(("END:VCARD",) if is_whole else ())),
        properties=tuple(_property(row, labels) for row in properties),
        unreadable=tuple(filter(None, unreadable)),
        is_cut=not is_whole,
    )


def _content_line(text: str) -> ContentLine:
    """Return a line with its name, parameters and value. Raises VObjectError and ValueError."""
    if not _LINE.match(text):
        raise VObjectError(text)
    return textLineToContentLine(text)


def _property(row: ContentLine, labels: Mapping[str | None, str]) -> Property:
    return Property(
        row.name,
        tuple(map(_unescaped, _parts(row))),
        frozenset(_types(row.params, row.singletonparams)),
        _unescaped(labels.get(row.group, "")) if row.group else "",
    )


def _parts(row: ContentLine) -> list[str]:
    """Split a value where the standard does; an unescaped ; elsewhere is literal."""
    return _SEMICOLON.split(row.value) if row.name in _WITH_PARTS else [row.value]


def _types(params: dict[str, list[str]], alone: Sequence[str]) -> Iterator[str]:
    """Yield types: 4.0 quotes them together, 3.0 repeats them, 2.1 leaves their name out."""
    for value in (*params.get("TYPE", ()), *alone):
        yield from (word.strip().lower() for word in value.split(","))
    if "PREF" in params:
        yield "pref"


def _unescaped(text: str) -> str:
    r"""Return a value without escapes: `\\n`, `\\,` and the like become one character."""
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], text)


def _whole_lines(part: list[bytes]) -> Iterator[bytes]:
    """Unfold the lines: white space in 3.0 and 4.0, a final = in quoted-printable, base64."""
    is_old = any(re.fullmatch(rb"VERSION:\s*2\.1\s*", line, re.IGNORECASE) for line in part)
    whole = bytearray()  # it grows by as many lines as a value was folded into
    for line in part:
        head = _head(whole[:_MAX_HEAD])
        if _QUOTED.search(head) and whole.endswith(b"="):
            whole[-1:] = line
        elif _BASE64.search(head) and not _PROPERTY.match(line):
            continue  # a photo: it is not taken, and programs fold its lines differently
        elif whole and line[:1] in (b" ", b"\t"):
            # 2.1 folds at an existing space, which must stay.
            whole += b" " * is_old + line[1:]
        else:
            if whole.strip():
                yield bytes(whole)
            whole[:] = _CUSTOM.sub(b"X-CUSTOM", line)
    if whole.strip():
        yield bytes(whole)


def _head(line: bytes | bytearray) -> bytes:
    found = _HEAD.match(line)
    return found[1] if found else b""


def _decoded_line(line: bytes) -> str:
    """Decode a line to Unicode as in 3.0: no encoding of its own, line breaks as escapes."""
    line = line.replace(b"\0", b"")  # damage: a card in UTF-16 was decoded whole
    found = _HEAD.match(line)
    if found is None:
        return decoded(line)
    head, value = found[1], found[2]
    charset = _CHARSET.search(head)
    if _BASE64.search(head):
        value = b""
    elif _QUOTED.search(head):
        value = quopri.decodestring(value)
    for pattern in (_CHARSET, _QUOTED, _BASE64, _PLAIN):
        head = pattern.sub(b"", head)
    text = _in_charset(value, charset[1].decode("ascii", "replace") if charset else "")
    text = text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return f"{decoded(head)}:{text}"


def _in_charset(value: bytes, charset: str) -> str:
    try:
        return value.decode(charset) if charset else decoded(value)
    except (LookupError, UnicodeDecodeError):  # unknown, or not the encoding used
        return decoded(value)
