"""A tile map: areas by geography, shaded by a figure, with a key on the free side."""

from dataclasses import dataclass, replace

from outreach_app.documents.elements import Stack
from outreach_app.documents.flow import Element
from outreach_app.documents.glyphs import Alignment, Colour
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.shapes import Box, fill, outline
from outreach_app.documents.styles import (
    MILLIMETRE,
    STEPS,
    TEAL,
    TEXT_WIDTH,
    WHITE,
    Style,
    Styles,
)
from outreach_app.documents.tagging import Path, Step, TaggedCanvas
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

TILE_WIDTH, TILE_HEIGHT = 23.5 * MILLIMETRE, 11.6 * MILLIMETRE
GAP = MILLIMETRE
INSET = 0.6 * MILLIMETRE
OUTLINE = 0.7
DARKEST = len(STEPS) - 1
KEY_WIDTH = 38 * MILLIMETRE
SWATCH_WIDTH, SWATCH_HEIGHT = 6 * MILLIMETRE, 3.2 * MILLIMETRE
SWATCH_GAP = 2 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class _Tile:
    """A tile by its position from the map's upper left corner; `shade` None for a dashed one."""

    left: float
    offset: float
    width: float
    height: float
    shade: Colour | None
    words: Stack

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        box = Box(left + self.left, top - self.offset, self.width, self.height)
        if self.shade is not None:
            fill(canvas, box, self.shade)
        outline(canvas, box, OUTLINE, TEAL, is_dashed=self.shade is None)
        spare = (self.height - self.words.height) / 2
        self.words.draw(canvas, box.left, box.top - spare)


@dataclass(frozen=True, slots=True)
class TileMap:
    """Tiles and the parts of the key with their positions; it is never split."""

    height: float
    tiles: tuple[_Tile, ...]
    texts: tuple[tuple[float, float, Element], ...]
    above: float = 0.0
    below: float = 0.0

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the tiles, then the key."""
        for tile in self.tiles:
            tile.draw(canvas, left, top)
        for offset, down, element in self.texts:
            element.draw(canvas, left + offset, top - down)


def tile_map(block: blocks.TileMap, setting: Setting, styles: Styles, order: int) -> TileMap:
    """Lay out the map at the start edge and its key at the other one."""
    builder = _Builder(block, setting, styles, order)
    rows = 1 + max(tile.row for tile in block.tiles)
    height = rows * (TILE_HEIGHT + GAP) - GAP
    swatches, texts = builder.key(height)
    return TileMap(
        height=height,
        tiles=(*builder.tiles(), *swatches),
        texts=tuple(texts),
        above=MILLIMETRE,
        below=2 * MILLIMETRE,
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    block: blocks.TileMap
    setting: Setting
    styles: Styles
    order: int

    def tiles(self) -> list[_Tile]:
        columns = 1 + max(tile.column for tile in self.block.tiles)
        width = columns * (TILE_WIDTH + GAP) - GAP
        start = TEXT_WIDTH - width if self.setting.is_right_to_left else 0.0
        return [
            _Tile(
                left=start + tile.column * (TILE_WIDTH + GAP),
                offset=tile.row * (TILE_HEIGHT + GAP),
                width=TILE_WIDTH,
                height=TILE_HEIGHT,
                shade=None if tile.step is None else STEPS[tile.step],
                words=self._words(tile, number),
            )
            for number, tile in enumerate(self.block.tiles)
        ]

    def key(self, bottom: float) -> tuple[list[_Tile], list[tuple[float, float, Element]]]:
        """Lay out the shades with their texts between title and note, aligned to the bottom."""
        style, first = self.styles.label, len(self.block.tiles)
        right_to_left = self.setting.is_right_to_left
        left = 0.0 if right_to_left else TEXT_WIDTH - KEY_WIDTH
        title = self._line(self.block.key_title, style, KEY_WIDTH, first)
        note = self._line(self.block.note, self.styles.note, KEY_WIDTH, first + 10)
        step = style.leading + MILLIMETRE
        down = bottom - note.height - MILLIMETRE - step * len(self.block.key) - title.height
        texts: list[tuple[float, float, Element]] = [(left, down, title)]
        swatches = []
        down += title.height + MILLIMETRE / 2
        for number, (shade, words) in enumerate(self.block.key, start=1):
            room = KEY_WIDTH - SWATCH_WIDTH - SWATCH_GAP
            line = self._line(words, self.styles.note, room, first + number)
            swatch = left + (KEY_WIDTH - SWATCH_WIDTH if right_to_left else 0.0)
            beside = left if right_to_left else left + SWATCH_WIDTH + SWATCH_GAP
            offset = down + (style.leading - SWATCH_HEIGHT) / 2
            colour = None if shade is None else STEPS[shade]
            swatches.append(_Tile(swatch, offset, SWATCH_WIDTH, SWATCH_HEIGHT, colour, Stack(())))
            texts.append((beside, down, line))
            down += step
        texts.append((left, bottom - note.height, note))
        return swatches, texts

    def _words(self, tile: blocks.Tile, number: int) -> Stack:
        colour = WHITE if tile.step == DARKEST else None
        inner = TILE_WIDTH - 2 * INSET
        parts = []
        for place, (words, style) in enumerate(
            ((tile.name, self.styles.tile_name), (tile.value, self.styles.tile_value))
        ):
            tinted = replace(style, colour=colour) if colour else style
            path = self._path(number, place)
            line = self.setting.paragraph(plain(words), tinted, inner, path)
            parts.append(Indented(line, INSET))
        return Stack(tuple(parts))

    def _line(self, words: str, style: Style, width: float, number: int) -> ShapedParagraph:
        at_start = replace(style, alignment=Alignment.START)
        return self.setting.paragraph(words, at_start, width, self._path(number, 0))

    def _path(self, number: int, place: int) -> Path:
        return self._figure, Step("Div", number), Step("P", place)

    @property
    def _figure(self) -> Step:
        areas = (f"{plain(tile.name)} {plain(tile.value)}" for tile in self.block.tiles)
        said = self.setting.listed(areas)
        colon = ":" if self.setting.is_right_to_left else "\u00a0:"
        return Step("Figure", self.order).saying(f"{self.block.key_title}{colon} {said}")


@dataclass(frozen=True, slots=True)
class Indented:
    """A paragraph with a distance from the left edge."""

    paragraph: ShapedParagraph
    indent: float
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.paragraph.height

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the paragraph at its indent."""
        self.paragraph.draw(canvas, left + self.indent, top)
