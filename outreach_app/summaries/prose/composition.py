"""Putting texts together: pieces in a row, pieces in a list."""

import re
from collections.abc import Sequence

from babel.lists import format_list

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text

Piece = str | Span | Text

# Private-use characters: they stand for the items while Babel sets the words between them.
_FIRST_MARK = 0xE000


def text(*pieces: Piece) -> Text:
    """The pieces in a row; a bare string is the sentence's own words, an empty one is dropped."""
    spans: list[Span] = []
    for piece in pieces:
        if isinstance(piece, str):
            spans.append(Span(piece))
        elif isinstance(piece, Span):
            spans.append(piece)
        else:
            spans.extend(piece)
    return tuple(span for span in spans if span.text)


def typeset(words: str, language: Language) -> str:
    """The words as they are set on paper: French takes the curved apostrophe."""
    return words.replace("'", "’") if language is Language.FRENCH else words


def listed(items: Sequence[Text], language: Language) -> Text:
    """The items as that language lists them: «أ وب وج», "A, B et C"."""
    marks = [chr(_FIRST_MARK + position) for position in range(len(items))]
    parts = re.split("([\ue000-\uf8ff])", format_list(marks, locale=language.locale))
    return text(*(items[marks.index(part)] if part in marks else part for part in parts))


def joined(items: Sequence[Text], separator: str) -> Text:
    """The items with the separator between them."""
    pieces: list[Piece] = []
    for position, item in enumerate(items):
        pieces.extend([separator, item] if position else [item])
    return text(*pieces)
