"""Reading of rendered files as other programs do: text, fonts, structure."""

import subprocess
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import BytesIO
from itertools import chain
from pathlib import Path

import pypdfium2
from pypdf import PdfReader

from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

# Control characters: our own isolates, and what readers insert around directions.
UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page as pypdf reads it, with plain spaces."""
    return [seen(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def read_by_pdfium(pdf: bytes) -> str:
    """Return the text as Chrome, Edge and the preview read it."""
    pages = list(pypdfium2.PdfDocument(pdf))
    return seen("\n".join(page.get_textpage().get_text_range() for page in pages))


def read_by_poppler(pdf: bytes, folder: Path) -> str:
    """Return the text as Evince and Okular read it."""
    return seen(run("pdftotext", pdf, folder, result="-").stdout)


def seen(text: str) -> str:
    """Return what a person sees of a text, in composed characters."""
    return unicodedata.normalize("NFC", " ".join(text.translate(UNSEEN).split()))


def found_in_order(expected: list[str], pdf: bytes) -> float:
    """Return the share of these words that are extracted in order."""
    read = " ".join(pages_of(pdf)).split()
    matching = SequenceMatcher(None, expected, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) / len(expected)


def texts_in(document: blocks.Realised) -> list[str]:
    """Return every text of a document in reading order, without the marks of quotations."""
    return [seen(text) for block in document.blocks for text in _texts(block)]


def words_in(document: blocks.Realised) -> list[str]:
    """Return every word of a document in reading order, without the marks of quotations."""
    return [word for text in texts_in(document) for word in text.split()]


def run(
    command: str, pdf: bytes, folder: Path, *options: str, result: str | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a PDF tool on the file; `result` is what it asks for after the file, "-" for stdout."""
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    after = [] if result is None else [result]
    return subprocess.run(
        [command, *options, str(file), *after], capture_output=True, text=True, check=False
    )


def _texts(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Letterhead():
            yield from (*block.lines, plain(block.place_and_date), plain(block.number))
        case blocks.Title():
            yield from (block.title, plain(block.subtitle))
        case blocks.Facts():
            yield from chain.from_iterable((label, plain(value)) for label, value in block.items)
        case blocks.Paragraph():
            yield plain(block.text)
        case blocks.Table():
            yield from _table(block)
        case blocks.Remarks():
            yield from _remarks(block)
        case blocks.Assessment() | blocks.Statement():
            yield from _set_apart(block)
        case blocks.Addressee():
            yield from (plain(block.sender), block.to, plain(block.addressee))
        case blocks.Signature() | blocks.Signatures() | blocks.FillIns() | blocks.NotesLines():
            yield from _by_hand(block)
        case _:
            yield from _figures(block)


def _set_apart(block: blocks.Assessment | blocks.Statement) -> Iterator[str]:
    if isinstance(block, blocks.Assessment):
        yield from (plain(block.heading), block.label)
    else:
        yield plain(block.source)
    yield from (block.words.text, block.words.note or "")


def _figures(
    block: blocks.KeyFigures
    | blocks.Heading
    | blocks.Note
    | blocks.TileMap
    | blocks.ShareBar
    | blocks.ColumnChart,
) -> Iterator[str]:
    match block:
        case blocks.KeyFigures():
            yield from chain.from_iterable((plain(value), label) for label, value in block.items)
        case blocks.Heading():
            yield from (str(block.number or ""), block.text)
        case blocks.Note():
            yield block.text
        case blocks.TileMap():
            tiles = ((plain(tile.name), plain(tile.value)) for tile in block.tiles)
            yield from chain.from_iterable(tiles)
            yield from (block.key_title, *(words for _, words in block.key), block.note)
        case blocks.ShareBar():
            # A share of nothing is not drawn.
            shown = (share for share in block.shares if share.amount)
            yield from (f"{share.name} {plain(share.value)}" for share in shown)
        case blocks.ColumnChart():
            yield from (block.title, *block.series)
            for column in block.columns:
                yield from (*map(plain, column.values), plain(column.name))


def _by_hand(block: blocks.ByHand) -> tuple[str, ...]:
    match block:
        case blocks.Signature():
            return (block.title,)
        case blocks.Signatures():
            return block.titles
        case blocks.FillIns():
            return block.labels
        case blocks.NotesLines():
            return (block.label,)


def _table(block: blocks.Table) -> Iterator[str]:
    yield from block.headings
    for row in block.rows:
        yield from chain.from_iterable(map(_cell, row))
    yield plain(block.more)
    yield from chain.from_iterable(map(_cell, block.total))


def _remarks(block: blocks.Remarks) -> Iterator[str]:
    yield from block.headings
    for row in block.rows:
        cells = (row.topic, row.said, *row.done, row.state)
        yield from chain.from_iterable(map(_cell, cells))


def _cell(cell: blocks.Cell) -> Iterator[str]:
    if isinstance(cell, blocks.Quotation):
        # Its own guillemets become inner ones.
        yield from (cell.text.replace("«", "“").replace("»", "”"), cell.note or "")
    elif isinstance(cell, blocks.CountChange):
        yield plain(cell.text)
    elif isinstance(cell, blocks.Lines):
        yield from map(plain, cell.lines)
        yield cell.note or ""
    elif not isinstance(cell, blocks.Bars):
        yield plain(cell)
