"""Lays text out with Qt: bidirectional order, shaping and line breaks; the only Qt of the core."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

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
from outreach_app.documents.glyphs import Alignment, Fragment, Glyph, Line, MissingGlyph, Word
from outreach_app.documents.renamed import with_private_family

# Layout pixels per point: advances are exact to 1/6400 of a point.
PIXELS = 100
# Controls that steer the layout and have no ink: they are not written, so they need no glyph.
HIDDEN = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
UNSEEN = dict.fromkeys(map(ord, HIDDEN))
SPACES = frozenset(" \u00a0")
# QTextLayout breaks after every ordinary space; UAX 14 and French typography do not here.
UNBREAKABLE = re.compile(r"(?<=«) | (?=[»;:!?%])")
# A hyphenated name stays whole: « Fès-Meknès ».
NAME_HYPHEN = re.compile(r"(?<=\w)-(?=[A-ZÀ-ÖØ-ÞŒ])")
LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2029]")
WANTED = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)

# String index, glyph id, x and y in layout pixels.
Place = tuple[int, int, float, float]


@dataclass(frozen=True, slots=True)
class _Run:
    """What Qt says of one run, in reading order."""

    glyphs: tuple[Place, ...]
    is_right_to_left: bool


# Enough for the parts that several candidates of one document share, and no more.
@lru_cache(maxsize=256)
def lay_out(
    fragments: tuple[Fragment, ...],
    width: float,
    *,
    right_to_left: bool,
    alignment: Alignment = Alignment.START,
) -> tuple[Line, ...]:
    """Break a paragraph into lines of that width in points; x counts from the left edge.

    Raises MissingGlyph. Source: UAX 9 and HarfBuzz, both inside Qt.
    """
    fragments = tuple(fragment for fragment in map(_cleaned, fragments) if fragment.text)
    if not fragments:
        return ()
    text = "".join(fragment.text for fragment in fragments)
    # Qt counts in UTF-16: indexes would not be those of the text any more.
    if beyond := {character for character in text if ord(character) > 0xFFFF}:
        raise MissingGlyph("".join(sorted(beyond)))
    styles = [fragment for fragment in fragments for _ in fragment.text]
    layout = _qt_layout(text, fragments, _option(alignment, right_to_left=right_to_left))
    lines: list[Line] = []
    for line in _break_lines(layout, width):
        end = line.textStart() + line.textLength()
        is_last = end >= len(text)
        # Who reads the file's text gets a space after the last word of a paragraph.
        words = _words(text + " ", styles, line, end + is_last)
        natural = line.naturalTextWidth() / PIXELS
        if alignment is Alignment.JUSTIFIED and not is_last and text[end - 1] != "\u2028":
            words = _justified(words, width - natural, right_to_left=right_to_left)
        lines.append(Line(words, natural))
    return tuple(lines)


def natural_width(fragments: tuple[Fragment, ...], *, right_to_left: bool) -> float:
    """The width in points that a text takes on one line."""
    lines = lay_out(fragments, 10_000.0, right_to_left=right_to_left)
    return max((line.width for line in lines), default=0.0)


def warm_up() -> None:
    """Read every face now, so that the first page does not wait for them."""
    for face in Face:
        _base_font(face)


def _cleaned(fragment: Fragment) -> Fragment:
    text = LINE_ENDS.sub("\u2028", fragment.text).replace("\t", " ")
    return replace(fragment, text=text)


def _option(alignment: Alignment, *, right_to_left: bool) -> QTextOption:
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    start, end = (right, left) if right_to_left else (left, right)
    # Never AlignJustify: Qt leaves right-to-left lines ragged.
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
    kept = NAME_HYPHEN.sub("\u2011", UNBREAKABLE.sub("\u00a0", text))
    layout = QTextLayout(kept, _qt_font(first.face, first.size))
    layout.setTextOption(option)
    layout.setFormats(list(_ranges(fragments)))
    return layout


def _ranges(fragments: Sequence[Fragment]) -> Iterator[QTextLayout.FormatRange]:
    """One range per change of font only: a range of another colour would cut ligatures."""
    start = 0
    for (face, size), same in groupby(fragments, key=lambda part: (part.face, part.size)):
        length = sum(len(fragment.text) for fragment in same)
        described = QTextCharFormat()
        described.setFont(_qt_font(face, size))
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, described
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


def _words(text: str, styles: Sequence[Fragment], line: QTextLine, end: int) -> tuple[Word, ...]:
    runs = sorted((_run(found) for found in line.glyphRuns(-1, -1, WANTED)), key=_first_index)
    seen = [glyph for run in runs for glyph in run.glyphs if text[glyph[0]] not in HIDDEN]
    starts = sorted({index for index, *_ in seen})
    stops = dict(pairwise([*starts, end]))
    if missing := {text[index] for index, glyph, _, _ in seen if glyph == 0}:
        raise MissingGlyph("".join(sorted(missing)))
    baseline = line.ascent()
    words = []
    for run in runs:
        for group in _groups(text, styles, run):
            style = styles[group[0][0]]
            told = list(_told(text, group, stops, style.face))
            words.append(_word(told, style, baseline, right_to_left=run.is_right_to_left))
    return tuple(words)


def _run(found: QGlyphRun) -> _Run:
    indexes, glyphs, points = found.stringIndexes(), found.glyphIndexes(), found.positions()
    places = zip(indexes, glyphs, points, strict=True)
    return _Run(
        tuple((index, glyph, point.x(), point.y()) for index, glyph, point in places),
        found.isRightToLeft(),
    )


def _first_index(run: _Run) -> int:
    return min((index for index, *_ in run.glyphs), default=0)


def _groups(text: str, styles: Sequence[Fragment], run: _Run) -> Iterator[list[Place]]:
    """Cut a run at spaces and at changes of style; glyphs stay in reading order.

    A right-to-left run is cut at punctuation too: readers of text keep the order of words, but
    inside one they put a colon on the wrong side.
    """

    def kind(glyph: Place) -> tuple[bool, bool, Fragment]:
        character, style = text[glyph[0]], styles[glyph[0]]
        is_punctuation = run.is_right_to_left and unicodedata.category(character)[0] in "PS"
        return character in SPACES, is_punctuation, style

    visible = (glyph for glyph in run.glyphs if text[glyph[0]] not in HIDDEN)
    for _, group in groupby(visible, kind):
        yield list(group)


def _told(
    text: str, group: Sequence[Place], stops: dict[int, int], face: Face
) -> Iterator[tuple[Place, str]]:
    """Each glyph with the text it stands for: its own character where a cluster has as many.

    Otherwise the first glyph that advances stands for the whole cluster, the others for nothing.
    """
    advances = load(face).advances
    for index, same in groupby(group, itemgetter(0)):
        cluster, characters = list(same), text[index : stops[index]].translate(UNSEEN)
        if len(cluster) == len(characters):
            yield from zip(cluster, characters, strict=True)
            continue
        advancing = (place for place, glyph in enumerate(cluster) if advances[glyph[1]] > 0)
        carrier = next(advancing, 0)
        for place, glyph in enumerate(cluster):
            yield glyph, characters if place == carrier else ""


def _word(
    told: Sequence[tuple[Place, str]], style: Fragment, baseline: float, *, right_to_left: bool
) -> Word:
    """The word whose glyphs come in reading order; it keeps them from left to right."""
    is_space = told[0][1][:1] in SPACES
    across = told[::-1] if right_to_left else told
    left = across[0][0][2]
    scale = 1000 / PIXELS / style.size
    glyphs = tuple(
        Glyph(number, text, round((x - left) * scale), round((baseline - y) / PIXELS, 2))
        for (_, number, x, y), text in across
    )
    return Word(style, left / PIXELS, glyphs, is_space)


def _justified(words: Sequence[Word], extra: float, *, right_to_left: bool) -> tuple[Word, ...]:
    """Widen the spaces inside a line by `extra` points in all; spaces at its end fall away."""
    kept = list(words)
    while kept and kept[-1].is_space:
        kept.pop()
    spaces = sorted(word.left for word in kept if word.is_space)
    if not spaces:
        return tuple(kept)
    step = extra / len(spaces)
    widened = []
    for word in kept:
        before = bisect_left(spaces, word.left)
        if right_to_left:
            before -= len(spaces) - word.is_space
        widened.append(Word(word.style, word.left + step * before, word.glyphs, word.is_space))
    return tuple(widened)


@cache
def _application() -> object:
    """The Qt application, without which any font call crashes; kept alive by the cache."""
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
