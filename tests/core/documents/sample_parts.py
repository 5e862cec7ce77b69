"""Test helpers that make texts, rows and quotations of sample documents."""

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Cell, Quotation, Span, Text

Row = tuple[Cell, ...]


def text(*parts: str) -> Text:
    """Return a text of these parts, none of them a fact."""
    return tuple(Span(part) for part in parts)


def row(*cells: str | Quotation) -> Row:
    return tuple(text(cell) if isinstance(cell, str) else cell for cell in cells)


def quotation(words: str, language: Language, note: str | None = None) -> Quotation:
    return Quotation(words, language, "points.1.words", note)
