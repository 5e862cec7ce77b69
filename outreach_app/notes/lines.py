"""The lines of a note, with hard-wrapped prose joined and chat prefixes removed."""

import re
from dataclasses import dataclass

from outreach_app.notes.cues import cue
from outreach_app.notes.text import Span, folded

BULLET = re.compile(
    rf"\s*(?:{cue('numbering').pattern}\s?[-:.]|[1-9]\.[1-9][.)]?(?=\s)"
    r"|[-*•·>+▪◦–—■●○✓]+|\(?\d{1,2}\s?[).\-/](?!\d)|\(?[a-z\u0621-\u064a]\)"
    r"|[a-hابجدهوزحط]\s?[-.](?=\s)|[ivx]{1,4}[.)\-](?=\s))\s*"
)
_CHAT = re.compile(
    r"\s*\[?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?),?\s+(?:à )?\d{1,2}:\d{2}(?::\d\d)?(?: ?[ap]m)?"
    r"\]?\s*(?:-\s*)?[^:\n]{1,40}:\s*",
    re.IGNORECASE,
)
_TITLED = re.compile(r"[^:\n]{2,48}\s?:")
_ENDED = re.compile(r"[.:;؛؟?!|\t]\s*$")
_SMALL = re.compile(r"\s*[a-zà-ÿ]")
# Lines this long, all of nearly one length, were wrapped by a mailer or a scanner.
_MIN_WIDTH, _MAX_WIDTH, _FULL, _CUT_LINES = 55, 130, 0.75, 3
_SHORT = 3  # words of the rest of a wrapped bullet


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a note without its chat prefix, whose place is `prefix`.

    `mark` is the kind of its bullet: `1`, `1.1`, `i`, `a` or `-`; "" without one.
    """

    span: Span
    mark: str
    prefix: Span | None = None

    @property
    def is_bullet(self) -> bool:
        return bool(self.mark)


def lines_of(text: str, folded: str) -> list[Line]:
    """Return the lines of a note that are not blank, in order."""
    spans: list[Span] = []
    width = _cut_width(text)
    start = 0
    for raw in text.split("\n"):
        span = Span(start, start + len(raw))
        start = span.end + 1
        is_new = cue("next", "refer", "promise", "boilerplate").search(folded, span.start, span.end)
        if spans and raw.strip() and not is_new and _goes_on(text, spans[-1], span, width):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return [_line(text, folded, span) for span in spans if text[span.start : span.end].strip()]


def _line(text: str, folded: str, span: Span) -> Line:
    prefix = None
    chat = _CHAT.match(text, span.start, span.end)
    if chat is not None:
        prefix, span = Span(*chat.span()), Span(chat.end(), span.end)
    bullet = BULLET.match(folded, span.start, span.end)
    start = bullet.end() if bullet is not None else span.start
    return Line(Span(start, span.end), _mark(bullet[0]) if bullet is not None else "", prefix)


def _mark(bullet: str) -> str:
    """Return the kind of a bullet: lines of one list have the same."""
    sign = bullet.strip(" \t().-/")
    if sign.replace(".", "").isdecimal():
        return "1.1" if "." in sign else "1"
    if sign and not sign.strip("ivx"):
        return "i"
    return "a" if sign[:1].isalpha() else "-"


def _cut_width(text: str) -> int:
    """Return the width at which prose was wrapped, or 0."""
    lengths = sorted((len(line) for line in text.split("\n")), reverse=True)
    width = lengths[0]
    full = sum(length >= _FULL * width for length in lengths)
    is_cut = _MIN_WIDTH < width <= _MAX_WIDTH and full >= _CUT_LINES and "\t" not in text
    return width if is_cut else 0


def _goes_on(text: str, before: Span, span: Span, width: int) -> bool:
    """Return whether a line continues the one before it."""
    last, line = text[before.start : before.end], text[span.start : span.end]
    if not last.strip() or _begins(line) or _ENDED.search(last) or "|" in last + line:
        return False
    if last.rstrip().endswith("-") and _SMALL.match(line):
        return True
    tail = last.rsplit("\n", 1)[-1]
    if width and len(tail) >= _FULL * width and not (_TITLED.match(tail) and len(tail) < width / 2):
        return True
    is_rest = _SMALL.match(line) is not None or len(line.split()) <= _SHORT
    return BULLET.match(folded(last)) is not None and is_rest and not _TITLED.match(line)


def _begins(line: str) -> bool:
    """Return whether a line begins something of its own."""
    key = line.partition(":")[0].split()
    is_titled = _TITLED.match(line) is not None and len(key) <= _SHORT
    return bool(BULLET.match(folded(line)) or _CHAT.match(line) or is_titled or "\t" in line)
