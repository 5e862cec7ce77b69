"""The text of Word and OpenDocument files, read with the standard library within limits.

python-docx would load lxml into the child process, cannot read .odt, and includes struck text.
"""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

_WORD, _OPEN, _MANIFEST = "word/document.xml", "content.xml", "META-INF/manifest.xml"
_MAX_XML = 8_000_000  # bytes, uncompressed
_MAX_RATIO, _ALWAYS = 200, 100_000  # ratio of compression, checked beyond this many bytes
_MAX_PARTS, _MAX_DEPTH, _MAX_SPACES = 2_000, 200, 20
_BROKEN = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, OverflowError, ValueError,
           zlib.error, expat.ExpatError)  # fmt: skip

Attributes = Mapping[str, str]


class _Full(Exception):
    """Raised when the text limit is reached."""


class _Refused(Exception):
    """Raised for a malicious document."""


def document_text(name: str, content: bytes, most: int) -> str:
    """Return the first `most` characters of a document's text, table cells separated by tabs.

    Without struck text, comments and notes. Raises UnreadableFile (`damaged`, `protected`,
    `no_text`).
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            return _text(archive, name, most)
    except _Refused as error:
        raise _damaged(name) from error
    except _BROKEN as error:
        raise _damaged(name) from error


def _text(archive: ZipFile, name: str, most: int) -> str:
    if len(archive.infolist()) > _MAX_PARTS:
        raise _Refused
    names = set(archive.namelist())
    if _WORD in names:
        return _parsed(_member(archive, _WORD, name), _Word(most))
    if _OPEN not in names:
        message = _(
            "{file} is neither a Word nor an OpenDocument text. Copy its text and paste it."
        )
        raise UnreadableFile(message.format(file=isolate(name)), code="no_text")
    if _MANIFEST in names and b"encryption-data" in _member(archive, _MANIFEST, name):
        raise _protected(name)
    return _parsed(_member(archive, _OPEN, name), _OpenText(most))


def _member(archive: ZipFile, part: str, name: str) -> bytes:
    info = archive.getinfo(part)
    if info.flag_bits & 1:
        raise _protected(name)
    if info.file_size > min(_MAX_XML, _MAX_RATIO * info.compress_size + _ALWAYS):
        raise _Refused
    with archive.open(info) as file:
        content = file.read(_MAX_XML + 1)  # whatever size the archive states
    if len(content) > _MAX_XML:
        raise _Refused
    return content


class _Reader:
    """Collects the text of a document's elements, one after another."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._parts = list[str]()
        self._length = 0
        self._skipped = 0
        self._cells = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)[: self._most]

    def put(self, text: str) -> None:
        if not self._skipped:
            self._parts.append(text)
            self._length += len(text)
        if self._length > self._most:
            raise _Full

    def begin(self, element: str, attributes: Attributes) -> None:
        raise NotImplementedError

    def end(self, element: str) -> None:
        raise NotImplementedError

    def characters(self, text: str) -> None:
        raise NotImplementedError

    def end_row(self) -> None:
        while self._parts and self._parts[-1] in ("\t", " "):
            self._parts.pop()
        self.put("\n")


class _Word(_Reader):
    """Reads `word/document.xml`."""

    _SKIPPED = ("del", "moveFrom", "instrText", "Fallback")
    _is_text = False

    def begin(self, element: str, attributes: Attributes) -> None:
        if element in self._SKIPPED:
            self._skipped += 1
        elif element == "t":
            self._is_text = True
        elif element in ("br", "cr"):
            self.put("\n")
        elif element == "numPr":
            self.put("- ")
        elif element == "tc":
            self._cells += 1

    def end(self, element: str) -> None:
        if element in self._SKIPPED:
            self._skipped -= 1
        elif element == "t":
            self._is_text = False
        elif element == "p":
            self.put(" " if self._cells else "\n")
        elif element == "tc":
            self._cells -= 1
            self.put("\t")
        elif element == "tr":
            self.end_row()

    def characters(self, text: str) -> None:
        if self._is_text:
            self.put(text)


class _OpenText(_Reader):
    """Reads `content.xml`."""

    _SKIPPED = ("tracked-changes", "annotation", "note")
    _paragraphs, _is_item = 0, False

    def begin(self, element: str, attributes: Attributes) -> None:
        if element in self._SKIPPED:
            self._skipped += 1
        elif element in ("p", "h"):
            self._paragraphs += 1
            self.put("- " if self._is_item else "")
            self._is_item = False
        elif element == "list-item":
            self._is_item = True
        elif element == "s":
            number = next((value for key, value in attributes.items() if key.endswith(" c")), "1")
            self.put(" " * min(_MAX_SPACES, int(number)))
        elif element in ("tab", "line-break"):
            self.put("\t" if element == "tab" else "\n")
        elif element == "table-cell":
            self._cells += 1

    def end(self, element: str) -> None:
        if element in self._SKIPPED:
            self._skipped -= 1
        elif element in ("p", "h"):
            self._paragraphs -= 1
            self.put(" " if self._cells else "\n")
        elif element == "table-cell":
            self._cells -= 1
            self.put("\t")
        elif element == "table-row":
            self.end_row()

    def characters(self, text: str) -> None:
        if self._paragraphs:
            self.put(text)


def _parsed(content: bytes, reader: _Reader) -> str:
    """Return the text that a reader collects; entities and excessive depth are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def begin(element: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise _Refused
        reader.begin(element.rpartition(" ")[2], attributes)

    def end(element: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(element.rpartition(" ")[2])

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(content, True)
    except _Full:
        return reader.text
    return reader.text


def _refuse(*_declared: object) -> None:
    raise _Refused


def _damaged(name: str) -> UnreadableFile:
    return _unreadable(
        name,
        "damaged",
        lambda: _("{file} is damaged or too large inside. Open it, copy its text and paste it."),
    )


def _protected(name: str) -> UnreadableFile:
    return _unreadable(
        name,
        "protected",
        lambda: _("{file} has a password. Open it with the password, copy its text and paste it."),
    )


def _unreadable(name: str, code: str, words: Callable[[], str]) -> UnreadableFile:
    return UnreadableFile(words().format(file=isolate(name)), code=code)
