"""Text layout with Qt: bidirectional order, shaping and line breaks; the core's only use of Qt."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby

from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGlyphRun,
    QGuiApplication,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from outreach_app.documents.faces import Face, load
from outreach_app.documents.fallback import in_faces_that_hold
from outreach_app.documents.glyphs import Alignment, Fragment, Line, Word
from outreach_app.documents.renamed import with_private_family
from outreach_app.documents.words import Run, StyledText, space
from outreach_app.i18n import isolate

# Layout pixels per point: advances are exact to 1/6400 of a point.
PIXELS = 100
# QTextLayout breaks after every ordinary space; UAX 14 and French typography forbid these.
UNBREAKABLE = re.compile(r"(?<=«) | (?=[»;:!?%])")
# « Fès-Meknès », « sous-préfet »: at a line end the hyphen would be read as hyphenation.
INNER_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
# Poppler deletes a hyphen at the end of a line with the line break: what follows stays beside it.
LONE_HYPHEN = re.compile(r"(?<!\S)- (?=\S)")
PHONE = re.compile(r"(?<![\w/.:@+-])(?:\+|00|0(?=[5-8]))\d(?:[ .\-\u00a0]?\d){7,13}\b", re.ASCII)
# Text that keeps its direction inside Arabic even without isolates: addresses, phone numbers
# with spaces, references such as 23/2026-B.
LEFT_TO_RIGHT = re.compile(
    r"(?<![\u2066\w/.:@+-])(?:(?:https?://|www\.)[!-~]*[\w/]|[\w.+-]+@[\w.-]*\w"
    rf"|{PHONE.pattern}|\b[A-Z0-9]+(?:[/.:-][A-Z0-9]+)+\b)",
    re.ASCII,
)
BEYOND, UNHELD = re.compile("[\U00010000-\U0010ffff]"), "\ufffd"
LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2029]")
WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


# Enough for the parts shared by several candidates of one document.
@lru_cache(maxsize=256)
def lay_out(
    fragments: tuple[Fragment, ...],
    width: float,
    *,
    right_to_left: bool,
    alignment: Alignment = Alignment.START,
) -> tuple[Line, ...]:
    """Divide a paragraph into lines of that width in points; x is from the left edge.

    Source: UAX 9 and HarfBuzz, both inside Qt.
    """
    cleaned = (_cleaned(part, right_to_left=right_to_left) for part in fragments)
    fragments = tuple(held for part in cleaned if part.text for held in in_faces_that_hold(part))
    if not fragments:
        return ()
    text = "".join(fragment.text for fragment in fragments)
    styled = StyledText(fragments)
    layout = _qt_layout(text, fragments, _option(alignment, right_to_left=right_to_left))
    lines: list[Line] = []
    for line in _break_lines(layout, width):
        start, end = line.textStart(), line.textStart() + line.textLength()
        runs = [_run(found) for found in line.glyphRuns(-1, -1, WANTED)]
        words = styled.words(runs, start, end, line.ascent() / PIXELS)
        natural = line.naturalTextWidth() / PIXELS
        is_full = end < len(text) and text[end - 1] != "\u2028"
        if alignment is Alignment.JUSTIFIED and is_full:
            words = _justified(words, width - natural, right_to_left=right_to_left)
        lines.append(Line(_with_last_space(words), natural))
    return tuple(lines)


def natural_width(fragments: tuple[Fragment, ...], *, right_to_left: bool) -> float:
    """Return the width in points of a text on one line."""
    lines = lay_out(fragments, 10_000.0, right_to_left=right_to_left)
    return max((line.width for line in lines), default=0.0)


def warm_up() -> None:
    """Load every face in advance, so that the first page does not wait for them."""
    for face in Face:
        _base_font(face)


def _cleaned(fragment: Fragment, *, right_to_left: bool) -> Fragment:
    text = LINE_ENDS.sub("\u2028", fragment.text).replace("\t", " ")
    text = LONE_HYPHEN.sub("-\u00a0", text)
    # A phone number stays on one line.
    text = PHONE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    if right_to_left:
        text = LEFT_TO_RIGHT.sub(lambda found: isolate(found[0]), text)
    return replace(fragment, text=text)


def _option(alignment: Alignment, *, right_to_left: bool) -> QTextOption:
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    start, end = (right, left) if right_to_left else (left, right)
    # Never AlignJustify: Qt leaves right-to-left lines unjustified.
    flag = {Alignment.END: end, Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter}.get(
        alignment, start
    )
    option = QTextOption(flag | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _qt_layout(text: str, fragments: Sequence[Fragment], option: QTextOption) -> QTextLayout:
    first = fragments[0]
    kept = INNER_HYPHEN.sub("\u2011", UNBREAKABLE.sub("\u00a0", text))
    # Qt counts in UTF-16: a character of two units would shift later indexes. No face has one.
    kept = BEYOND.sub(UNHELD, kept)
    layout = QTextLayout(kept, _qt_font(first.face, first.size))
    layout.setTextOption(option)
    layout.setFormats(list(_ranges(fragments)))
    return layout


def _ranges(fragments: Sequence[Fragment]) -> Iterator[QTextLayout.FormatRange]:
    """Yield one range per change of font only: a change of colour would break ligatures."""
    start = 0
    for (face, size), same in groupby(fragments, key=lambda part: (part.face, part.size)):
        length = sum(len(fragment.text) for fragment in same)
        described = QTextCharFormat()
        described.setFont(_qt_font(face, size))
        found = QTextLayout.FormatRange()
        found.start = start
        found.length = length
        found.format = described
        yield found
        start += length


def _break_lines(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * PIXELS)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
    layout.endLayout()
    return lines


def _run(found: QGlyphRun) -> Run:
    points = found.positions()

    def place(number: int) -> tuple[float, float]:
        point = points[number]
        return point.x() / PIXELS, point.y() / PIXELS

    return Run(found.stringIndexes(), found.glyphIndexes(), place, found.isRightToLeft())


def _with_last_space(words: Sequence[Word]) -> tuple[Word, ...]:
    """Add a space after the last word; otherwise readers join it to the next line."""
    if not words:
        return ()
    last = words[-1]
    natural = load(last.style.face).space * last.style.size / 1000
    left = last.left - natural if last.is_right_to_left else last.left + last.width
    return (*words, space(last.style, left, right_to_left=last.is_right_to_left))


def _justified(words: Sequence[Word], extra: float, *, right_to_left: bool) -> list[Word]:
    """Widen the spaces inside a line by `extra` points in total."""
    spaces = sorted(word.left for word in words if word.is_space)
    if not spaces:
        return list(words)
    step = extra / len(spaces)
    widened = []
    for word in words:
        before = bisect_left(spaces, word.left)
        if right_to_left:
            before -= len(spaces) - word.is_space
        widened.append(word.moved(step * before))
    return widened


@cache
def _application() -> object:
    """Return the Qt application, without which any font call crashes; it is cached."""
    return QGuiApplication.instance() or QGuiApplication(["documents", "-platform", "offscreen"])


@cache
def _qt_font(face: Face, size: float) -> QFont:
    font = QFont(_base_font(face))
    font.setPixelSize(round(size * PIXELS))
    return font


@cache
def _base_font(face: Face) -> QFont:
    _application()
    file = load(face)
    known = QFontDatabase.addApplicationFontFromData(QByteArray(with_private_family(file.data)))
    font = QFont(QFontDatabase.applicationFontFamilies(known)[0])
    font.setWeight(QFont.Weight(face.weight))
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.ForceOutline)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setPixelSize(1000)
    if bytes(QRawFont.fromFont(font).fontTable("head").data()) != file.table("head"):
        raise RuntimeError(f"Qt answered another file for {face.postscript_name}")
    return font
