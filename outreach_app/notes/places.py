"""The place and the channel of a meeting, in a folded note."""

import re

from outreach_app.notes.cues import codes, cue
from outreach_app.notes.layout import Piece
from outreach_app.notes.text import Span, trimmed

_MAX_PLACE = 60  # characters after the word with which a place begins
_MIN_PLACE = 4
_SIGNS = " \t|;،,.-*•:؛()–"
_ENDS = re.compile(r"[,.;:|()\n]|\s[-–]\s")
# A preposition before the place is not part of it.
_BEFORE = re.compile(
    r"(?:ب(?=مقر|قاع|مكتب|دار|ثانو|اعداد|ال)|ف(?=مق|ال|دار)|في |au |a la |a l'|dans |a |f )"
)
_CHANNELS_SAID = ("ch.video", "ch.phone", "ch.email", "ch.inperson")
_SAID_WITHIN = 200


def place_in(
    text: str, folded: str, labelled: list[Piece], beginning: Span, people: list[Span]
) -> Span | None:
    """Return where the place is written: after its label, or in the first lines.

    `people` are the lines that say who came: «نادي» begins the name of a partner there.
    """
    if labelled:
        return trimmed(text, labelled[0].span, _SIGNS)
    for found in cue("place").finditer(folded, beginning.start, beginning.end):
        if any(Span(*found.span()).meets(line) for line in people):
            continue
        before = folded[max(0, found.start() - 20) : found.start()]
        if any(
            not before[behind.end() :].strip() for behind in cue("place.behind").finditer(before)
        ):
            continue
        ends = [
            sign.start()
            for pattern in (_ENDS, cue("place.end"))
            if (sign := pattern.search(folded, found.end(), beginning.end)) is not None
        ]
        end = min([*ends, found.end() + _MAX_PLACE, beginning.end])
        start = found.start()
        if (preposition := _BEFORE.match(folded, start)) is not None:
            start = preposition.end()
        span = trimmed(text, Span(start, end), _SIGNS)
        if span.end - span.start >= _MIN_PLACE:
            return span
    return None


def channel_of(folded: str, place: Span | None) -> tuple[str, Span] | None:
    """Return the channel (`ch.*`) that is stated, or that the place implies, and its words."""
    for code in _CHANNELS_SAID:
        if (found := codes("ch.")[code].search(folded[:_SAID_WITHIN])) is not None:
            return code, Span(*found.span())
    if place is None:
        return None
    for code in ("ch.office", "ch.partner_place"):
        # Of the words alone: «بمقر» has its preposition before them.
        if (found := codes("ch.")[code].search(folded[place.start : place.end])) is not None:
            return code, Span(*found.span()).moved(place.start)
    return None
