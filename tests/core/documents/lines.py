"""Test helpers that lay out text and read the result."""

from outreach_app.documents.faces import Face
from outreach_app.documents.glyphs import Fragment, Line, Word

INK = (0.0, 0.0, 0.0)


def fragment(text: str, face: Face = Face.AMIRI, size: float = 10.0) -> Fragment:
    return Fragment(text, face, size, INK)


def read(line: Line) -> str:
    """Return the characters of a line in reading order."""
    return "".join(map(read_word, line.words))


def read_word(word: Word) -> str:
    cells = reversed(word.cells) if word.is_right_to_left else word.cells
    return "".join(cell.text for cell in cells)
