"""Text layout conforms to Unicode and HarfBuzz, and reports characters that it cannot show."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz as hb
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from outreach_app.documents import text_layout
from outreach_app.documents.faces import Face, load
from outreach_app.documents.glyphs import Alignment, Fragment, Line
from outreach_app.documents.text_layout import lay_out, natural_width
from tests.core.documents.lines import fragment, read, read_word

ARABIC = "في إطار انفتاح مصالح الأمن الوطني على محيطها، وتفعيلا لمقاربة شرطة القرب"
VOWELLED = "سُجِّلَ الموضوعُ دونَ تفاصيلَ لله الآن ولا يزال"
FRENCH = "Affluence devant les établissements, à l’œuvre\u00a0: AVATAR, fficace, Té"
WIDTH = 220.0

# Debian's unicode-data.
BIDI_TESTS = Path("/usr/share/unicode/BidiCharacterTest.txt")
# Qt gives a tab no glyph, nor an isolate that nothing opened after a soft hyphen.
BIDI_DIFFERENCES = {
    "0661 0009 0028 0662 0029;2",
    "00AD 0028 2069 0661 0025 0029 0662;2",
}


def laid_out(line: Line) -> list[tuple[int, float]]:
    """Return glyph ids and x in points, from left to right, without what has no ink."""
    glyphs = []
    for word in line.words:
        pen, scale = word.left, word.style.size / 1000
        for cell in word.cells:
            glyphs += [(part.glyph, pen + part.x * scale) for part in cell.parts]
            pen += cell.advance * scale
    return sorted(glyphs, key=lambda glyph: (round(glyph[1], 2), glyph[0]))


def shaped(text: str, face: Face, direction: str, size: float) -> list[tuple[int, float]]:
    """Return the same from HarfBuzz, given the whole run at once."""
    outlines = load(face).outlines
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    hb.shape(hb.Font(outlines), buffer)
    scale, x = size / outlines.upem, 0.0
    placed = []
    for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not text[glyph.cluster].isspace():
            placed.append((glyph.codepoint, (x + position.x_offset) * scale))
        x += position.x_advance
    return sorted(placed, key=lambda glyph: (round(glyph[1], 2), glyph[0]))


@pytest.mark.parametrize("face", [face for face in Face if face is not Face.TIFINAGH])
@pytest.mark.parametrize(
    ("text", "direction"), [(ARABIC, "rtl"), (VOWELLED, "rtl"), (FRENCH, "ltr")]
)
def test_glyphs_stand_where_harfbuzz_puts_them(text: str, direction: str, face: Face) -> None:
    (line,) = lay_out(
        (fragment(text, face),), 2000.0, right_to_left=direction == "rtl", alignment=Alignment.START
    )
    ours, whole = laid_out(line), shaped(text, face, direction, 10.0)
    left = min(x for _, x in ours)

    assert [glyph for glyph, _ in ours] == [glyph for glyph, _ in whole]
    for (_, here), (_, there) in zip(ours, whole, strict=True):
        assert here - left == pytest.approx(there - whole[0][1], abs=0.02)


@pytest.mark.parametrize(("text", "right_to_left"), [(ARABIC * 3, True), (FRENCH * 3, False)])
def test_justified_lines_reach_both_edges_except_the_last(text: str, right_to_left: bool) -> None:
    lines = lay_out(
        (fragment(text),), WIDTH, right_to_left=right_to_left, alignment=Alignment.JUSTIFIED
    )
    *full, last = [edges(line) for line in lines]

    assert len(full) >= 2
    for left, right in full:
        # A glyph may be slightly off its advance.
        assert left == pytest.approx(0.0, abs=0.3)
        assert right == pytest.approx(WIDTH, abs=0.1)
    assert last[1] - last[0] < WIDTH - 5


@pytest.mark.parametrize(("text", "right_to_left"), [(ARABIC * 3, True), (FRENCH * 3, False)])
def test_a_widened_space_begins_where_the_word_before_it_ends(
    text: str, right_to_left: bool
) -> None:
    lines = lay_out(
        (fragment(text),), WIDTH, right_to_left=right_to_left, alignment=Alignment.JUSTIFIED
    )
    pairs = [pair for line in lines for pair in pairwise(line.words) if pair[1].is_space]

    assert len(pairs) > len(lines)
    for word, space in pairs:
        after, before = (word, space) if right_to_left else (space, word)
        between = after.left - before.left - before.width
        # Less than a stretched space, more than the offset of a glyph.
        assert abs(between) < 0.6


@pytest.mark.parametrize(("text", "right_to_left"), [(ARABIC, True), (FRENCH, False)])
def test_a_line_at_the_end_edge_touches_it(text: str, right_to_left: bool) -> None:
    (line,) = lay_out(
        (fragment(text),), 400.0, right_to_left=right_to_left, alignment=Alignment.END
    )
    left, right = edges(line)

    assert (left if right_to_left else 400.0 - right) == pytest.approx(0.0, abs=0.3)


def edges(line: Line) -> tuple[float, float]:
    """Return where the words of a line begin and end, in points; not the space after them."""
    words = line.words[:-1] if len(line.words) > 1 else line.words
    return min(word.left for word in words), max(word.left + word.width for word in words)


def test_a_line_break_in_the_text_is_kept_and_its_line_not_stretched() -> None:
    lines = lay_out(
        (fragment("un deux\ntrois"),), WIDTH, right_to_left=False, alignment=Alignment.JUSTIFIED
    )

    assert [read(line).strip() for line in lines] == ["un deux", "trois"]
    assert edges(lines[0])[1] < WIDTH / 2


@pytest.mark.parametrize("width", [float(width) for width in range(70, 160, 7)])
def test_a_hyphenated_name_stays_on_one_line(width: float) -> None:
    text = "Fès-Meknès, Béni Mellal-Khénifra, Dakhla-Oued Ed-Dahab et Marrakech-Safi"
    lines = lay_out((fragment(text),), width, right_to_left=False)
    words = [read(line).strip() for line in lines]
    assert " ".join(words) == text
    assert not [line for line in words if line.endswith("-")]


@pytest.mark.parametrize("width", [float(width) for width in range(60, 160, 7)])
def test_no_line_begins_with_french_punctuation_or_ends_with_an_opening_quote(
    width: float,
) -> None:
    text = "Il a dit « bonjour » : la rue reste sombre ; est-ce normal ? Non ! À 50 % seulement"
    lines = lay_out((fragment(text),), width, right_to_left=False)

    assert not [line for line in map(read, lines) if line.strip()[0] in "»:;?!%"]
    assert not [line for line in map(read, lines) if line.strip()[-1] == "«"]


def test_a_colour_change_inside_a_word_keeps_its_letters_joined() -> None:
    whole = natural_width((fragment("مشاركة"),), right_to_left=True)
    red = Fragment("كة", Face.AMIRI, 10.0, (1.0, 0.0, 0.0))

    assert natural_width((fragment("مشار"), red), right_to_left=True) == whole


@pytest.mark.parametrize(
    "written",
    [
        "+212 6 61 23 45 01",
        "06 61 23 45 01",
        "0522-27-45.11",
        "00212 522 27 45 11",
        "https://www.exemple.ma/plainte/12-3?n=4",
        "chef.07@example.ma",
        "23/2026-B",
        "R-06-B/2026",
        "09-08",
    ],
)
@pytest.mark.parametrize("around", ["للاتصال: {} ليلا", "({})، نعم", "«{}»"])
def test_a_phone_an_address_or_a_reference_keeps_its_direction(written: str, around: str) -> None:
    (line,) = lay_out((fragment(around.format(written)),), 2000.0, right_to_left=True)
    across = "".join(
        "".join(cell.text for cell in word.cells)
        for word in sorted(line.words, key=lambda word: word.left)
    )

    assert written in across


@pytest.mark.parametrize("right_to_left", [True, False])
@pytest.mark.parametrize("width", [float(width) for width in range(100, 200, 9)])
def test_a_phone_stays_on_one_line(width: float, right_to_left: bool) -> None:
    text = ARABIC if right_to_left else FRENCH
    written = fragment(f"{text} +212 6 61 23 45 01 {text}")
    lines = lay_out((written,), width, right_to_left=right_to_left)

    assert len([line for line in lines if {"+212", "01"} <= set(map(read_word, line.words))]) == 1


def test_an_isolated_number_keeps_its_order_and_needs_no_glyph_for_the_isolates() -> None:
    (line,) = lay_out((fragment("يوم \u206619/10/2026\u2069"),), WIDTH, right_to_left=True)

    assert "19/10/2026" in [read_word(word) for word in line.words]
    assert "\u2066" not in read(line)


@pytest.mark.skipif(not BIDI_TESTS.exists(), reason="needs Debian's unicode-data")
@pytest.mark.parametrize("every", [11, pytest.param(1, marks=pytest.mark.long)])
def test_qt_orders_text_as_the_unicode_test_file_says(every: int) -> None:
    found = dict(bidi_tests(every))

    assert {name for name, agrees in found.items() if not agrees} == BIDI_DIFFERENCES & found.keys()


def bidi_tests(every: int) -> Iterator[tuple[str, bool]]:
    for line in BIDI_TESTS.read_text().splitlines()[::every]:
        if line and not line.startswith("#"):
            codes, direction, _, levels, order = line.split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            yield f"{codes};{direction}", agrees(text, direction, levels.split(), order.split())


DIRECTIONS = {
    "0": Qt.LayoutDirection.LeftToRight,
    "1": Qt.LayoutDirection.RightToLeft,
    "2": Qt.LayoutDirection.LayoutDirectionAuto,
}


def agrees(text: str, direction: str, levels: list[str], order: list[str]) -> bool:
    """Return whether runs have the parity of the levels, and positions the visual order."""
    parity, places = qt_order(text, DIRECTIONS[direction])
    # Combining marks come back inside the glyph of their base.
    marks = {
        index
        for index, character in enumerate(text)
        if character in "\u0331\u0332\u0333\u20d6\u0301"
    }
    visible = [int(index) for index in order if int(index) not in marks]
    if not all(index in places for index in visible):
        return False
    xs = [places[index] for index in visible]
    return xs == sorted(xs) and all(parity[i] == int(levels[i]) % 2 for i in visible)


def qt_order(text: str, direction: Qt.LayoutDirection) -> tuple[dict[int, bool], dict[int, float]]:
    option = QTextOption()
    option.setTextDirection(direction)
    layout = QTextLayout(text, text_layout._qt_font(Face.AMIRI, 1.0))
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    parity: dict[int, bool] = {}
    places: dict[int, float] = {}
    for run in line.glyphRuns(-1, -1, text_layout.WANTED):
        for index, point in zip(run.stringIndexes(), run.positions(), strict=True):
            parity[index] = run.isRightToLeft()
            places.setdefault(index, point.x())
    return parity, places
