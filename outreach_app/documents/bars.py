"""A count as a bar in a cell, with a thinner bar of the earlier count below it."""

from dataclasses import dataclass

from outreach_app.documents.paragraph import Setting
from outreach_app.documents.shapes import Box, fill
from outreach_app.documents.styles import MID, MILLIMETRE, TEAL
from outreach_app.documents.tagging import Path, Step, TaggedCanvas
from outreach_app.summaries.prose import blocks

NOW, BEFORE, GAP = 2.6 * MILLIMETRE, 1.1 * MILLIMETRE, 0.4 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars from the start edge of a cell, vertically centred in a line of text."""

    now: float
    before: float
    width: float
    height: float
    right_to_left: bool
    path: Path
    above: float = 0.0
    below: float = 0.0

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the current bar, then the earlier one."""
        top -= (self.height - NOW - GAP - BEFORE) / 2
        self._draw(canvas, left, top, self.now, NOW)
        if self.before:
            self._draw(canvas, left, top - NOW - GAP, self.before, BEFORE)

    def _draw(
        self, canvas: TaggedCanvas, left: float, top: float, share: float, thickness: float
    ) -> None:
        length = share * self.width
        start = left + (self.width - length if self.right_to_left else 0.0)
        colour = TEAL if thickness == NOW else MID
        fill(canvas, Box(start, top, length, thickness), colour, self.path)


def bars(cell: blocks.Bars, setting: Setting, width: float, height: float, path: Path) -> Bars:
    """Lay out the bars of a cell; screen readers get its numbers."""
    told = " · ".join(str(number) for number in (cell.now, cell.before) if number is not None)
    figure = Step("Figure", 0).saying(told)
    most = max(cell.most, 1)
    return Bars(
        now=cell.now / most,
        before=(cell.before or 0) / most,
        width=width,
        height=height,
        right_to_left=setting.is_right_to_left,
        path=(*path[:-1], figure),
    )
