"""A realised document as plain text: the same words, one fact to a line where it had a table."""

from outreach_app.i18n import Language
from outreach_app.summaries.blocks import (
    Assessment,
    Block,
    Cell,
    Facts,
    Letterhead,
    Paragraph,
    Quotation,
    Realised,
    Signature,
    Table,
    Title,
    plain,
)
from outreach_app.summaries.quoting import in_guillemets, isolated


def to_plain_text(document: Realised) -> str:
    """The document in UTF-8 text; without its number, which the printed copy carries."""
    sections = [_lines(block, document.language) for block in document.blocks]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _lines(block: Block, page: Language) -> list[str]:
    lines: list[str] = []
    match block:
        case Letterhead():
            lines = [*block.lines, plain(block.place_and_date)]
        case Title():
            lines = [block.title, *([plain(block.subtitle)] if block.subtitle else [])]
        case Facts():
            lines = [_labelled(label, plain(value), page) for label, value in block.items]
        case Paragraph():
            lines = [plain(block.text)]
        case Table():
            lines = _table(block, page)
        case Assessment():
            lines = [f"{plain(block.heading)} ({block.label})", _cell(block.words, page)]
        case Signature():
            lines = [block.title]
    return lines


def _table(table: Table, page: Language) -> list[str]:
    lines = []
    for row in table.rows:
        for position, (heading, cell) in enumerate(zip(table.headings, row, strict=True)):
            mark = "  " if position else "- "
            lines.append(mark + _labelled(heading, _cell(cell, page), page))
    return [*lines, *([plain(table.more)] if table.more else [])]


def _cell(cell: Cell, page: Language) -> str:
    if not isinstance(cell, Quotation):
        return plain(cell)
    words = isolated(in_guillemets(cell.text, cell.language), cell.language, page)
    return f"{words} ({cell.note})" if cell.note else words


def _labelled(label: str, value: str, page: Language) -> str:
    space = "\u00a0" if page is Language.FRENCH else ""
    return f"{label}{space}: {value}"
