"""A realised document as plain text: the same text, with a line for each fact of a table."""

from collections.abc import Iterable, Iterator

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import (
    Addressee,
    Assessment,
    Bars,
    Block,
    Cell,
    ColumnChart,
    CountChange,
    Facts,
    FillIns,
    Heading,
    KeyFigures,
    Letterhead,
    Lines,
    Note,
    NotesLines,
    Paragraph,
    Quotation,
    Realised,
    Remarks,
    ShareBar,
    Signature,
    Signatures,
    Span,
    Statement,
    Table,
    Text,
    TileMap,
    Title,
    plain,
)
from outreach_app.summaries.prose.quoting import in_guillemets, isolated


def to_plain_text(document: Realised) -> str:
    """Write the document as UTF-8 text."""
    sections = [_lines(block, document.language) for block in document.blocks]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def is_printed(sign: str, blocks: Iterable[Block], page: Language) -> bool:
    """Return whether blocks print a sign, so that a key to it explains something."""
    return any(sign in line for block in blocks for line in _lines(block, page))


def _lines(block: Block, page: Language) -> list[str]:
    lines: list[str] = []
    match block:
        case Letterhead():
            lines = [*block.lines, plain(block.place_and_date), plain(block.number)]
        case Title():
            lines = [block.title, *([plain(block.subtitle)] if block.subtitle else [])]
        case Heading():
            number = "" if block.number is None else f"{block.number}. "
            lines = [f"{number}{block.text}"]
        case Paragraph() | Note():
            lines = [block.text if isinstance(block, Note) else plain(block.text)]
        case Assessment():
            lines = [f"{plain(block.heading)} ({block.label})", _cell(block.words, page)]
        case Statement():
            words = block.words
            notes = [words.note] if words.note else []
            lines = [isolated(words.text, words.language, page), *notes, plain(block.source)]
        case Signature() | Signatures():
            lines = [block.title] if isinstance(block, Signature) else list(block.titles)
        case Addressee():
            lines = [plain(block.sender), block.to, plain(block.addressee)]
        case Table() | Remarks():
            lines = _table(block, page) if isinstance(block, Table) else _remarks(block, page)
        case _:
            labels = [_labelled(name, plain(value), page) for name, value in _labels(block)]
            lines = [*_title(block), *labels]
    return lines


def _labels(
    block: Facts | KeyFigures | TileMap | ShareBar | ColumnChart | NotesLines | FillIns,
) -> Iterator[tuple[str, Text]]:
    """Yield the labels and values of a block; what is written by hand has none."""
    match block:
        case Facts() | KeyFigures():
            yield from block.items
        case TileMap():
            yield from ((plain(tile.name), tile.value) for tile in block.tiles)
        case ShareBar():
            yield from ((share.name, share.value) for share in block.shares)
        case ColumnChart():
            for column in block.columns:
                pairs = zip(block.series, column.values, strict=True)
                said = " · ".join(f"{name} {plain(value)}" for name, value in pairs)
                yield plain(column.name), (Span(said),)
        case NotesLines() | FillIns():
            return


def _title(block: Block) -> list[str]:
    return [block.title] if isinstance(block, ColumnChart) else []


def _table(table: Table, page: Language) -> list[str]:
    lines = []
    if not table.headings:
        pairs = [[_cell(cell, page) for cell in row] for row in table.rows]
        return [_labelled(label, " · ".join(values), page) for label, *values in pairs]
    for row in [*table.rows, *([table.total] if table.total else [])]:
        for position, (heading, cell) in enumerate(zip(table.headings, row, strict=True)):
            mark = "  " if position else "- "
            # An empty cell is left for handwriting.
            if said := _cell(cell, page):
                lines.append(mark + _labelled(heading, said, page))
    return [*lines, *([plain(table.more)] if table.more else [])]


def _remarks(remarks: Remarks, page: Language) -> list[str]:
    lines = []
    said, done = remarks.headings
    for row in remarks.rows:
        lines.append(f"- {plain(row.topic)}")
        lines.append("  " + (_labelled(said, _cell(row.said, page), page) if row.said else said))
        lines += ["  " + _labelled(done, _cell(each, page), page) for each in row.done]
        lines.append("  " + _labelled(remarks.state_label, plain(row.state), page))
    return lines


def _cell(cell: Cell, page: Language) -> str:
    if isinstance(cell, Bars):
        return ""
    if isinstance(cell, CountChange):
        return plain(cell.text)
    if isinstance(cell, Lines):
        separator = "؛ " if page is Language.ARABIC else "\u00a0; "
        said = separator.join(plain(line) for line in cell.lines)
        return f"{said} ({cell.note})" if cell.note else said
    if not isinstance(cell, Quotation):
        return plain(cell)
    words = isolated(in_guillemets(cell.text, cell.language), cell.language, page) + cell.mark
    return f"{words} ({cell.note})" if cell.note else words


def _labelled(label: str, value: str, page: Language) -> str:
    space = "\u00a0" if page is Language.FRENCH else ""
    return f"{label}{space}: {value}"
