"""Pairs of columns above a base line, one pair a month, the earliest at the start edge."""

from dataclasses import dataclass, replace

from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.shapes import Box, fill, hatch, outline
from outreach_app.documents.styles import INK, MILLIMETRE, TEAL, TEXT_WIDTH, WHITE, Style, Styles
from outreach_app.documents.tagging import Path, Step, TaggedCanvas
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

HIGHEST = 26 * MILLIMETRE
COLUMN, PAIR_GAP = 22 / 470, 2.0
BASE, OUTLINE = 0.8, 0.7
SWATCH_WIDTH, SWATCH_HEIGHT, SWATCH_GAP = 5 * MILLIMETRE, 2.6 * MILLIMETRE, 1.5 * MILLIMETRE
KEY_GAP, KEY_BELOW = 6 * MILLIMETRE, MILLIMETRE
# The pairs of a chart of usual width; with more pairs columns are proportionally narrower.
USUAL = 6


@dataclass(frozen=True, slots=True)
class _Text:
    """Text at a position: points from the left edge, and from the top."""

    left: float
    down: float
    words: ShapedParagraph


@dataclass(frozen=True, slots=True)
class _Bar:
    """A column or a swatch of the key; the second series is hatched."""

    left: float
    down: float
    width: float
    height: float
    is_hatched: bool

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the column or swatch."""
        box = Box(left + self.left, top - self.down, self.width, self.height)
        if self.is_hatched:
            fill(canvas, box, WHITE)
            hatch(canvas, box, TEAL)
            outline(canvas, box, OUTLINE, TEAL)
        else:
            fill(canvas, box, TEAL)


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """The chart with its key and labels; it is never split."""

    height: float
    base: float
    bars: tuple[_Bar, ...]
    texts: tuple[_Text, ...]
    above: float = 2.5 * MILLIMETRE
    below: float = 1.5 * MILLIMETRE

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the columns, the base line, and the texts in reading order."""
        for bar in self.bars:
            bar.draw(canvas, left, top)
        line = top - self.base
        canvas.rule((left, line), (left + TEXT_WIDTH, line), BASE, INK)
        for text in self.texts:
            text.words.draw(canvas, left + text.left, top - text.down)


def column_chart(
    block: blocks.ColumnChart, setting: Setting, styles: Styles, order: int
) -> ColumnChart:
    """Lay out the chart across the full width."""
    return _Builder(block, setting, styles, order).chart()


@dataclass(frozen=True, slots=True)
class _Builder:
    block: blocks.ColumnChart
    setting: Setting
    styles: Styles
    order: int

    def chart(self) -> ColumnChart:
        style = self.styles.label
        title = self._line(self.block.title, replace(style, colour=INK), TEXT_WIDTH, 0)
        key_bars, key_texts = self._key(title.height)
        base = title.height + style.leading + KEY_BELOW + style.leading + HIGHEST
        bars, texts = self._columns(base)
        return ColumnChart(
            height=base + MILLIMETRE + style.leading,
            base=base,
            bars=(*key_bars, *bars),
            texts=(_Text(0.0, 0.0, title), *key_texts, *texts),
        )

    def _key(self, down: float) -> tuple[list[_Bar], list[_Text]]:
        style, used = self.styles.label, 0.0
        bars, texts = [], []
        for number, name in enumerate(self.block.series):
            natural = self.setting.natural_width(name, style)
            words = self._line(name, style, natural, number + 1)
            inset = (style.leading - SWATCH_HEIGHT) / 2
            swatch = self._from_start(used, SWATCH_WIDTH)
            bars.append(_Bar(swatch, down + inset, SWATCH_WIDTH, SWATCH_HEIGHT, number == 1))
            beside = self._from_start(used + SWATCH_WIDTH + SWATCH_GAP, natural)
            texts.append(_Text(beside, down, words))
            used += SWATCH_WIDTH + SWATCH_GAP + natural + KEY_GAP
        return bars, texts

    def _columns(self, base: float) -> tuple[list[_Bar], list[_Text]]:
        columns, style = self.block.columns, replace(self.styles.label, colour=INK)
        most = max(max(each.amounts) for each in columns) or 1
        pitch = TEXT_WIDTH / len(columns)
        width = TEXT_WIDTH * COLUMN * min(USUAL / len(columns), 1.0)
        bars, texts = [], []
        for place, each in enumerate(columns):
            first = place * pitch + (pitch - 2 * width - PAIR_GAP) / 2
            for number, (value, amount) in enumerate(zip(each.values, each.amounts, strict=True)):
                left = self._from_start(first + number * (width + PAIR_GAP), width)
                height = HIGHEST * amount / most
                bars.append(_Bar(left, base - height, width, height, number == 1))
                key = 3 + place * 3 + number
                words = self._centred(plain(value), style, width, key)
                texts.append(_Text(left, base - height - style.leading, words))
            name = self._centred(plain(each.name), self.styles.label, pitch, 5 + place * 3)
            texts.append(_Text(self._from_start(place * pitch, pitch), base + MILLIMETRE, name))
        return bars, texts

    def _from_start(self, distance: float, width: float) -> float:
        """Return the left edge of an item at a distance from the start edge."""
        return TEXT_WIDTH - distance - width if self.setting.is_right_to_left else distance

    def _centred(self, words: str, style: Style, width: float, key: int) -> ShapedParagraph:
        return self._line(words, replace(style, alignment=Alignment.CENTRE), width, key)

    def _line(self, words: str, style: Style, width: float, key: int) -> ShapedParagraph:
        return self.setting.paragraph(words, style, width, self._path(key))

    def _path(self, key: int) -> Path:
        first, second = self.block.series
        said = self.setting.listed(
            f"{plain(each.name)}: {first} {plain(each.values[0])}, {second} {plain(each.values[1])}"
            for each in self.block.columns
        )
        figure = Step("Figure", self.order).saying(f"{self.block.title}: {said}")
        return figure, Step("P", key)
