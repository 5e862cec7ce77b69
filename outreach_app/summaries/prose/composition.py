"""Putting texts together: pieces in a row, pieces in a list."""

import re
from collections.abc import Sequence
from dataclasses import replace

from babel.lists import format_list

from outreach_app.i18n import Language, isolate
from outreach_app.summaries.prose.blocks import Span, Text

Piece = str | Span | Text

# The full stop of quoted words before that of their sentence: «قيد الإصلاح.».
_STOP_IN_QUOTE = re.compile("(?<=[^\\W\\d_]{4})\\.(?=\u00a0?»\u2069?$)")
_ENDS = (".", ",", ";", "\u00a0;", "،", "؛")

# Private-use characters: placeholders of the items while Babel joins them.
_FIRST_MARK = 0xE000
_SPACED_MARK = re.compile(" ([:;!?»])")
_AFTER_NUMBER_SIGN = re.compile("(?<=[nN]°) ")
# Figures, phones, addresses and Latin words, which bidi text would turn round.
_LEFT_TO_RIGHT = re.compile(
    r"(?<!\u2066)\+?[0-9A-Za-zÀ-ÿ](?:[0-9A-Za-zÀ-ÿ .,:/@_+’'-]*[0-9A-Za-zÀ-ÿ])?"
)


def text(*pieces: Piece) -> Text:
    """Join pieces to a text: a bare string is the sentence's own words, empty ones are dropped.

    The full stop at the end of quoted words gives way to the sign of the sentence after them.
    """
    spans: list[Span] = []
    for piece in pieces:
        for span in (Span(piece),) if isinstance(piece, str) else _spans(piece):
            if spans and span.text.startswith(_ENDS):
                spans[-1] = replace(spans[-1], text=_STOP_IN_QUOTE.sub("", spans[-1].text))
            if span.text:
                spans.append(span)
    return tuple(spans)


def _spans(piece: Span | Text) -> Text:
    return (piece,) if isinstance(piece, Span) else piece


def typeset(words: str, language: Language) -> str:
    """Return the words as they are set on paper; no letter of them changes.

    French takes the curved apostrophe, and keeps its punctuation to the word before it and a number
    to its sign; Arabic isolates figures, phones and Latin runs, which keep their order then.
    """
    if language is Language.ARABIC:
        return _LEFT_TO_RIGHT.sub(lambda found: isolate(found.group()), words)
    words = _AFTER_NUMBER_SIGN.sub("\u00a0", words.replace("'", "’"))
    return _SPACED_MARK.sub("\u00a0\\1", words).replace("« ", "«\u00a0")


def listed(items: Sequence[Text], language: Language) -> Text:
    """Join the items as that language lists them: «أ وب وج», "A, B et C"."""
    marks = [chr(_FIRST_MARK + position) for position in range(len(items))]
    parts = re.split("([\ue000-\uf8ff])", format_list(marks, locale=language.locale))
    return text(*(items[marks.index(part)] if part in marks else part for part in parts))


def joined(items: Sequence[Text], separator: str) -> Text:
    """Join the items with the separator between them."""
    pieces: list[Piece] = []
    for position, item in enumerate(items):
        pieces.extend([separator, item] if position else [item])
    return text(*pieces)
