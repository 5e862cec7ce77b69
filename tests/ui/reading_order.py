"""Find labels whose parts are not in the direction of the screen's language."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import Language
from tests.ui.drawn_words import drawn_pieces
from ui.widgets.labels import Label


def find_out_of_order(screen: QWidget, language: Language) -> Iterator[str]:
    """Yield each one-line label whose parts are drawn in another order than written."""
    for label in screen.findChildren(Label):
        parts = _parts_of(label) if label.isVisible() else ()
        if parts:
            found = places(label, parts)
            if not are_in_order(found, language):
                yield f"{label.text()!r} is read in another order: {found}"


def places(label: QWidget, parts: tuple[str, ...]) -> list[float]:
    """Return the left edge of each part, which is one piece."""
    pieces = drawn_pieces(label)
    return [
        next(place.x() for place, words in pieces if part in words or words.strip() == part)
        for part in parts
    ]


def are_in_order(found: list[float], language: Language) -> bool:
    return found == sorted(found, reverse=language.is_right_to_left)


def _parts_of(label: Label) -> tuple[str, ...]:
    """Return the parts of a one-line label that are drawn as one piece each."""
    if " · " not in label.text() or label.height() >= 2 * label.fontMetrics().height():
        return ()
    parts = tuple(part.strip("\u2066\u2067\u2068\u2069") for part in label.text().split(" · "))
    drawn = [words for _place, words in drawn_pieces(label)]
    return parts if all(any(part in words for words in drawn) for part in parts) else ()
