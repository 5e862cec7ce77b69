"""Reads rendered files the way other programs do: their text, their fonts, their structure."""

import subprocess
from collections.abc import Iterator
from difflib import SequenceMatcher
from io import BytesIO
from itertools import chain
from pathlib import Path

from pypdf import PdfReader

from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

# Controls that steer the layout, and the text of glyphs that have none of their own.
UNSEEN = dict.fromkeys(map(ord, "\u200b\u2066\u2067\u2068\u2069"))


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, spaces made plain, no-break or not."""
    pages = PdfReader(BytesIO(pdf)).pages
    return [" ".join(page.extract_text().translate(UNSEEN).split()) for page in pages]


def found_in_order(expected: list[str], pdf: bytes) -> float:
    """The share of these words that the file gives back in their order."""
    read = " ".join(pages_of(pdf)).split()
    matching = SequenceMatcher(None, expected, read, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) / len(expected)


def words_in(document: blocks.Realised) -> list[str]:
    """Every word of a document in reading order, without the marks of quotations."""
    return [
        word
        for block in document.blocks
        for text in _texts(block)
        for word in text.translate(UNSEEN).split()
    ]


def run(
    command: str, pdf: bytes, folder: Path, *options: str
) -> "subprocess.CompletedProcess[str]":
    """Run a PDF tool on the file."""
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    return subprocess.run(
        [command, *options, str(file)], capture_output=True, text=True, check=False
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
        case blocks.Assessment():
            yield from (plain(block.heading), block.label, *_cell(block.words))
        case blocks.Signature():
            yield block.title
        case _:
            yield from _figures(block)


def _figures(
    block: blocks.KeyFigures
    | blocks.Heading
    | blocks.Note
    | blocks.NotesLines
    | blocks.TileMap
    | blocks.ShareBar,
) -> Iterator[str]:
    match block:
        case blocks.KeyFigures():
            yield from chain.from_iterable((plain(value), label) for label, value in block.items)
        case blocks.Heading():
            yield from (str(block.number), block.text)
        case blocks.Note():
            yield block.text
        case blocks.NotesLines():
            yield block.label
        case blocks.TileMap():
            tiles = ((plain(tile.name), plain(tile.value)) for tile in block.tiles)
            yield from chain.from_iterable(tiles)
            yield from (block.key_title, *(words for _, words in block.key), block.note)
        case blocks.ShareBar():
            yield from (f"{share.name} {plain(share.value)}" for share in block.shares)


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
        yield from (cell.text, cell.note or "")
    elif isinstance(cell, blocks.Change):
        yield plain(cell.text)
    else:
        yield plain(cell)
