"""The embedded font draws each cell as the full font draws its glyphs."""

import pytest
import uharfbuzz as hb

from outreach_app.documents.faces import Face, load
from outreach_app.documents.font_program import font_program
from outreach_app.documents.glyphs import Cell, Fragment, Part
from outreach_app.documents.text_layout import lay_out

FACES = [face for face in Face if face is not Face.TIFINAGH]
# Ligatures of two and three letters, vowels, a letter of two glyphs, composed Latin letters.
TEXT = "لله الآن سُجِّلَ الموضوعُ لا يزال محمد بـ 2026 « Près de l’œuvre, à Fès, efficace »"
Outline = list[tuple[str, tuple[tuple[float, float], ...]]]


class Pen:
    """Records an outline, offset from the origin."""

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y
        self.drawn: Outline = []

    def _record(self, name: str, *points: tuple[float, float]) -> None:
        self.drawn.append((name, tuple((x + self.x, y + self.y) for x, y in points)))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._record("move", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._record("line", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._record("cubic", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._record("curve", *points)

    def closePath(self) -> None:  # noqa: N802
        self._record("close")


def outline(face: hb.Face, glyph: int, x: float = 0.0, y: float = 0.0) -> Outline:
    pen = Pen(x, y)
    hb.Font(face).draw_glyph_with_pen(glyph, pen)
    return pen.drawn


def cells_of(face: Face, text: str) -> tuple[Cell, ...]:
    (line,) = lay_out((Fragment(text, face, 10.0, (0, 0, 0)),), 9000.0, right_to_left=True)
    return tuple(dict.fromkeys(cell for word in line.words for cell in word.cells))


@pytest.mark.parametrize("face", FACES)
def test_glyph_n_draws_cell_n(face: Face) -> None:
    cells, whole = cells_of(face, TEXT), load(face).outlines
    program = hb.Face(font_program(face, cells))

    assert any(part.x or part.y for cell in cells for part in cell.parts)
    for number, cell in enumerate(cells, start=1):
        expected = [
            drawn for part in cell.parts for drawn in outline(whole, part.glyph, part.x, part.y)
        ]
        assert outline(program, number) == expected, cell
        assert hb.Font(program).get_glyph_h_advance(number) == cell.advance


@pytest.mark.parametrize("face", FACES)
def test_the_font_is_small(face: Face) -> None:
    assert len(font_program(face, cells_of(face, TEXT))) < len(load(face).data) / 8


def test_a_raised_letter_is_drawn_small_and_high() -> None:
    plain = cells_of(Face.AMIRI, "e")[0]
    (part,) = plain.parts
    raised = Cell("e", 300, (Part(part.glyph, 10, 250, 660),))
    program = hb.Face(font_program(Face.AMIRI, (plain, raised)))
    box, small = (hb.Font(program).get_glyph_extents(number) for number in (1, 2))

    assert small.height == pytest.approx(box.height * 0.66, abs=2)
    assert small.y_bearing == pytest.approx(box.y_bearing * 0.66 + 250, abs=2)
    assert small.x_bearing == pytest.approx(box.x_bearing * 0.66 + 10, abs=2)


def test_tifinagh_and_the_empty_box_are_drawn() -> None:
    cells = cells_of(Face.TIFINAGH, "ⵜⴰⵎⵓⵔⵜ")
    drawn = hb.Face(font_program(Face.TIFINAGH, (*cells, Cell("漢", 600, (Part(0, 0, 0),)))))

    assert all(outline(drawn, number) for number, cell in enumerate(cells, start=1) if cell.parts)
    assert outline(drawn, len(cells) + 1) == outline(load(Face.TIFINAGH).outlines, 0) != []
