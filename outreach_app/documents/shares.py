"""A bar of the parts of a whole, each with name and figure inside or in a key above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.paragraph import Setting, ShapedParagraph
from outreach_app.documents.shapes import Box, dots, fill, hatch, outline
from outreach_app.documents.styles import (
    FILLS,
    INK,
    MILLIMETRE,
    RULE,
    TEAL,
    TEXT_WIDTH,
    Style,
)
from outreach_app.documents.tagging import Step, TaggedCanvas
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import Fill, plain

BAR_HEIGHT = 6.2 * MILLIMETRE
OUTLINE = 0.7
# The text of a narrower part is above the bar.
MIN_WIDTH = 22 * MILLIMETRE
SWATCH = 2.6 * MILLIMETRE
SWATCH_GAP, KEY_GAP = 1.2 * MILLIMETRE, 5 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the bar from the left edge; `key` is the position of its text and swatch above."""

    left: float
    width: float
    fill: Fill
    words: ShapedParagraph
    key: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ShareBar:
    """The bar below the key of its narrow parts."""

    parts: tuple[_Part, ...]
    key_height: float
    above: float = 1.5 * MILLIMETRE
    below: float = 3 * MILLIMETRE

    @property
    def height(self) -> float:
        return self.key_height + BAR_HEIGHT

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the parts with their texts in reading order."""
        bar = top - self.key_height
        for part in self.parts:
            box = Box(left + part.left, bar, part.width, BAR_HEIGHT)
            _paint(canvas, box, part.fill)
            if part.key is None:
                spare = (BAR_HEIGHT - part.words.height) / 2
                part.words.draw(canvas, box.left, bar - spare)
            else:
                words, swatch = part.key
                inset = (part.words.height - SWATCH) / 2
                box = Box(left + swatch, top - inset, SWATCH, SWATCH)
                _paint(canvas, box, part.fill)
                part.words.draw(canvas, left + words, top)


def share_bar(block: blocks.ShareBar, setting: Setting, style: Style, order: int) -> ShareBar:
    """Lay out the bar across the full width, its first part at the start edge."""
    shown = [share for share in block.shares if share.amount]
    widths = [share.amount for share in shown]
    scale = TEXT_WIDTH / sum(widths)
    said = setting.listed(f"{share.name} {plain(share.value)}" for share in shown)
    figure = Step("Figure", order).saying(said)
    parts = list(_parts(shown, scale, setting, style, figure))
    has_key = any(part.key is not None for part in parts)
    return ShareBar(tuple(parts), style.leading + MILLIMETRE if has_key else 0.0)


def _paint(canvas: TaggedCanvas, box: Box, filled: Fill) -> None:
    """Fill a part of the bar, or its swatch, and draw its edge."""
    fill(canvas, box, FILLS[filled][0])
    if filled is Fill.DOTTED:
        dots(canvas, box, RULE)
    elif filled in (Fill.HATCHED, Fill.HATCHED_BACK):
        hatch(canvas, box, RULE, is_back=filled is Fill.HATCHED_BACK)
    outline(canvas, box, OUTLINE, TEAL)


def _parts(
    shown: Sequence[blocks.Share],
    scale: float,
    setting: Setting,
    style: Style,
    figure: Step,
) -> Iterator[_Part]:
    right_to_left = setting.is_right_to_left
    used, key = 0.0, 0.0
    for number, share in enumerate(shown):
        width = share.amount * scale
        left = TEXT_WIDTH - used - width if right_to_left else used
        used += width
        path = (figure, Step("P", number))
        said = f"{share.name} {plain(share.value)}"
        if width >= MIN_WIDTH:
            ink = FILLS[share.fill][1]
            inside = replace(style, colour=ink, alignment=Alignment.CENTRE)
            words = setting.paragraph(said, inside, width, path)
            yield _Part(left, width, share.fill, words)
            continue
        natural = setting.natural_width(said, style)
        words = setting.paragraph(said, replace(style, colour=INK), natural, path)
        beside, swatch = key + SWATCH + SWATCH_GAP, key
        if right_to_left:
            beside, swatch = TEXT_WIDTH - beside - natural, TEXT_WIDTH - swatch - SWATCH
        yield _Part(left, width, share.fill, words, (beside, swatch))
        key += SWATCH + SWATCH_GAP + natural + KEY_GAP
