"""Malicious files in the formats of other programs."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

MILLION = 1_000_000
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_TYPES, _TYPES_END = "[Content_Types].xml", b"</Types>"
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_CELL = b'<row><c t="s"><v>0</v></c></row>'


def workbook(rows: bytes, strings: bytes = b"", before: bytes = b"") -> bytes:
    """Return a small workbook whose only sheet unpacks to these rows."""
    sound, made = BytesIO(), BytesIO()
    book = Workbook()
    book.worksheets[0].append(["name"])
    book.save(sound)
    parts = {
        _SHEET: b"%b<worksheet %b><sheetData>%b</sheetData></worksheet>" % (before, _MAIN, rows),
        _STRINGS: b"<sst %b>%b</sst>" % (_MAIN, strings),
    }
    with ZipFile(sound) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        types = source.read(_TYPES).replace(_TYPES_END, _STRINGS_TYPE + _TYPES_END)
        whole = {name: source.read(name) for name in source.namelist()} | {_TYPES: types} | parts
        for name, content in whole.items():
            target.writestr(name, content)
    return made.getvalue()


def card(*lines: bytes) -> bytes:
    return b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\n%bEND:VCARD\r\n" % b"".join(lines)


def png(side: int, depth: int = 8) -> bytes:
    """Return a blank image with transparency: it packs to next to nothing."""
    packer = zlib.compressobj(1)
    row = bytes(1 + side * 4 * (depth // 8))
    pixels = b"".join(packer.compress(row) for _row in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, depth, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    )


def _laughs() -> bytes:
    """Return entities that expand to a billion characters."""
    entities = b'<!ENTITY a "haha">'
    for former, name in pairwise(b"abcdefghij"):
        entities += b'<!ENTITY %c "%b">' % (name, b"&%c;" % former * 10)
    declared = b"<!DOCTYPE x [%b]>" % entities
    return workbook(b'<row><c t="str"><v>&j;</v></c></row>', before=declared)


# By name, with the suffix of the kind: small to send, or just below the size limit.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "commas.csv": lambda: b"," * (16 * MILLION - 1),
    "lines.csv": lambda: b"\n" * (16 * MILLION - 1),
    "open_quote.csv": lambda: b'"' + b"a" * (16 * MILLION - 9),
    "quotes.csv": lambda: b"a,b\n" + b'""""' * 3_900_000,
    "wide_characters.csv": lambda: b"a,b\n" + "😀".encode() * 3_900_000,
    "wide_headings.csv": lambda: b"heading," * 30_000 + b"\na" * MILLION,
    "not_utf.csv": lambda: b"\xff\xfe" + b"\xd8" * (15 * MILLION),
    "beginnings.vcf": lambda: b"BEGIN:VCARD\n" * 2_600_000,
    "lines.vcf": lambda: b"\n" * (31 * MILLION),
    "many_cards.vcf": lambda: card(b"TEL:0612345678\r\n" * 9) * 4_999,
    "one_card.vcf": lambda: card(b"TEL:0612345678\r\n" * 1_900_000),
    "folded.vcf": lambda: card(b"NOTE:x\r\n", b" aaaaaaaaaaa\r\n" * 2_300_000),
    "folded_name.vcf": lambda: card(b"NOTE\r\n", b" aaaaaaaaaaa\r\n" * 2_300_000),
    "quotes.vcf": lambda: card(b"NOTE;X=" + b'"a"' * 10_000_000 + b"\r\n"),
    "parts.vcf": lambda: card(b"N:" + b";" * (31 * MILLION) + b"\r\n"),
    "strings.xlsx": lambda: workbook(_CELL, b"<si/>" * (19 * MILLION)),
    "texts.xlsx": lambda: workbook(_CELL, b"<si><t>a</t></si>" * 5_500_000),
    "cells.xlsx": lambda: workbook(b"<row>%b</row>" % (b"<c/>" * (20 * MILLION))),
    "rows.xlsx": lambda: workbook(b"<row/>" * (15 * MILLION)),
    "last_column.xlsx": lambda: workbook(b'<row><c r="XFD1"><v>1</v></c></row>' * (2 * MILLION)),
    "last_row.xlsx": lambda: workbook(b'<row r="900000000"><c><v>1</v></c></row>' * 2),
    "one_cell.xlsx": lambda: workbook(b'<row><c t="str"><v>' + b"a" * (90 * MILLION)),
    "nested.xlsx": lambda: workbook(b"<a>" * (5 * MILLION)),
    "unpacked.xlsx": lambda: workbook(b" " * (400 * MILLION)),
    "laughs.xlsx": _laughs,
    "pixels.png": lambda: png(5_000),
    "deep_pixels.png": lambda: png(4_999, depth=16),
    "more_pixels.png": lambda: png(20_000),
}
