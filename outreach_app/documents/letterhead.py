"""The letterhead of a document: the office's lines, its emblem, place, date and number."""

from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image

from outreach_app.documents.columns import from_start
from outreach_app.documents.elements import Row, Rule, Stack
from outreach_app.documents.flow import Element
from outreach_app.documents.glyphs import Alignment
from outreach_app.documents.paragraph import Setting
from outreach_app.documents.styles import MILLIMETRE, RULE, TEXT_WIDTH, Styles
from outreach_app.documents.tagging import Path, Picture, Step, TaggedCanvas
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import plain

LIMIT = 95 * MILLIMETRE
RULE_WIDTH = 14 * MILLIMETRE
EMBLEM_WIDTH, EMBLEM_HEIGHT = 30 * MILLIMETRE, 18 * MILLIMETRE
EMBLEM_GAP = 4 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Emblem:
    """The office's image, an artifact: the lines next to it say the same in words."""

    picture: Picture
    width: float
    height: float
    above: float = 0.0
    below: float = 0.0

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the image at its size."""
        canvas.show(self.picture, (left, top - self.height), (self.width, self.height))


def decode_emblem(content: bytes) -> Emblem:
    """Return the image of a PNG, scaled to the slot."""
    with Image.open(BytesIO(content), formats=["PNG"]) as image:
        width, height = image.size
        picture = Picture(width, height, image.convert("RGB").tobytes())
    scale = min(EMBLEM_WIDTH / width, EMBLEM_HEIGHT / height)
    return Emblem(picture, width * scale, height * scale)


def letterhead(
    block: blocks.Letterhead, setting: Setting, styles: Styles, order: int, emblem: Emblem | None
) -> Row:
    """Return lines centred on each other at the start edge; place, date and number at the end.

    An emblem is centred on the page and limits both to the room next to it; without one they take
    its room.
    """
    beside = (TEXT_WIDTH - emblem.width) / 2 - EMBLEM_GAP if emblem else TEXT_WIDTH
    width, lines = _lines(block, setting, styles, order, min(LIMIT, beside))
    room = min(beside, TEXT_WIDTH - width)
    between = (TEXT_WIDTH - width - room, Stack(()))
    reference = (room, _reference(block, setting, styles, order, room))
    row = from_start([(width, lines), between, reference], setting)
    if emblem is None:
        return row
    on_axis = ((TEXT_WIDTH - emblem.width) / 2, Stack((emblem,)))
    return replace(row, cells=(*row.cells, on_axis))


def _lines(
    block: blocks.Letterhead, setting: Setting, styles: Styles, order: int, limit: float
) -> tuple[float, Stack]:
    """Lay out the lines with a short rule under the first; return their width too."""
    named = [(line, styles.letterhead) for line in block.lines]
    named[-1] = (block.lines[-1], styles.letterhead_unit)
    width = min(max(setting.natural_width(line, style) for line, style in named), limit)
    lines: list[Element] = [
        setting.paragraph(
            line, replace(style, alignment=Alignment.CENTRE), width, _part(order, number)
        )
        for number, (line, style) in enumerate(named)
    ]
    left, gap = (width - RULE_WIDTH) / 2, MILLIMETRE
    lines.insert(1, Rule(RULE_WIDTH, 0.5, RULE, left=left, above=gap, below=gap))
    return width, Stack(tuple(lines))


def _reference(
    block: blocks.Letterhead, setting: Setting, styles: Styles, order: int, width: float
) -> Stack:
    """Return place and date above the number, at the end edge."""
    style = replace(styles.letterhead, alignment=Alignment.END)
    texts = enumerate((block.place_and_date, block.number), start=len(block.lines))
    return Stack(
        tuple(
            setting.paragraph(plain(text), style, width, _part(order, number))
            for number, text in texts
        )
    )


def _part(order: int, number: int) -> Path:
    return Step("Div", order), Step("P", number)
