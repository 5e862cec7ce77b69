"""The elements that blocks are built from: stacks, rows of cells, rules, bars, empty room."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach_app.documents.flow import TOLERANCE, Element, gap
from outreach_app.documents.glyphs import Colour
from outreach_app.documents.tagging import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, `left` points from the edge of its container."""

    width: float
    thickness: float
    colour: Colour
    left: float = 0.0
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.thickness

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the line at the middle of its thickness."""
        start, middle = left + self.left, top - self.thickness / 2
        canvas.rule((start, middle), (start + self.width, middle), self.thickness, self.colour)


@dataclass(frozen=True, slots=True)
class Room:
    """Empty space, for handwriting."""

    height: float
    above: float = 0.0
    below: float = 0.0

    def split(self, room: float) -> None:
        """Return no parts: this element is never split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Elements below each other.

    `is_whole` forbids page breaks inside, `is_led` between the first and the second.
    """

    parts: tuple[Element, ...]
    above: float = 0.0
    below: float = 0.0
    is_whole: bool = False
    is_led: bool = False

    @property
    def height(self) -> float:
        return sum(space + part.height for part, space in self._spaced())

    def split(self, room: float) -> "tuple[Stack, Stack] | None":
        """Split between two parts, or inside one that can be split."""
        if self.is_whole:
            return None
        used = 0.0
        for number, (part, space) in enumerate(self._spaced()):
            if used + space + part.height > room + TOLERANCE:
                return self._split_at(number, part.split(room - used - space))
            used += space + part.height
        return None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the parts from top to bottom."""
        for part, space in self._spaced():
            top -= space
            part.draw(canvas, left, top)
            top -= part.height

    def _spaced(self) -> Iterator[tuple[Element, float]]:
        before: Element | None = None
        for part in self.parts:
            yield part, gap(before, part)
            before = part

    def _split_at(
        self, number: int, pieces: tuple[Element, Element] | None
    ) -> "tuple[Stack, Stack] | None":
        if pieces is None and number <= self.is_led:
            return None
        head, rest = ((pieces[0],), (pieces[1],)) if pieces else ((), (self.parts[number],))
        return (
            replace(self, parts=(*self.parts[:number], *head)),
            replace(self, parts=(*rest, *self.parts[number + 1 :]), is_led=False),
        )


@dataclass(frozen=True, slots=True)
class Tied:
    """A short last element and the one before it, without a page break between them.

    Only if both together are higher than `page_room`, a whole page, a break is allowed; only then
    is the first one split although they should be whole.
    """

    first: Element
    last: Element
    page_room: float
    is_whole: bool = False

    @property
    def above(self) -> float:
        return self.first.above

    @property
    def below(self) -> float:
        return self.last.below

    @property
    def height(self) -> float:
        return self._before + self.last.height

    def split(self, room: float) -> tuple[Element, Element] | None:
        """Split the first one, so that its end moves to the next page with the last."""
        if self.is_whole and self.height <= self.page_room:
            return None
        parts = self.first.split(min(room, self.first.height - 2 * TOLERANCE))
        if parts is not None:
            return parts[0], replace(self, first=parts[1])
        is_too_high = self.height > self.page_room and self.first.height <= room
        return (self.first, self.last) if is_too_high else None

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw one above the other."""
        self.first.draw(canvas, left, top)
        self.last.draw(canvas, left, top - self._before)

    @property
    def _before(self) -> float:
        return self.first.height + gap(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Wide:
    """A cell too long for its column: it takes the full width below the others.

    `place` is the number of cells before it in reading order.
    """

    place: int
    stack: Stack


@dataclass(frozen=True, slots=True)
class Row:
    """Stacks side by side in reading order, each with its distance from the left edge."""

    cells: tuple[tuple[float, Stack], ...]
    padding: float = 0.0
    above: float = 0.0
    below: float = 0.0
    wide: Wide | None = None

    @property
    def height(self) -> float:
        return self._row_height + (self.wide.stack.height + self.padding if self.wide else 0.0)

    def split(self, room: float) -> "tuple[Row, Row] | None":
        """Split the wide cell, or every cell if the row is higher than a page."""
        if self.wide is not None:
            return self._cut_under(self.wide, room)
        inner = room - 2 * self.padding
        firsts, rests = [], []
        for left, stack in self.cells:
            whole = stack.height <= inner + TOLERANCE
            parts = (stack, Stack(())) if whole else stack.split(inner)
            if parts is None:
                return None
            firsts.append((left, parts[0]))
            rests.append((left, parts[1]))
        return replace(self, cells=tuple(firsts)), replace(self, cells=tuple(rests))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the cells in reading order."""
        for place, (offset, stack) in enumerate(self.cells):
            self._draw_wide(canvas, left, top, place)
            stack.draw(canvas, left + offset, top - self.padding)
        self._draw_wide(canvas, left, top, len(self.cells))

    @property
    def _row_height(self) -> float:
        """The height of the cells side by side."""
        return max(stack.height for _, stack in self.cells) + 2 * self.padding

    def _draw_wide(self, canvas: TaggedCanvas, left: float, top: float, place: int) -> None:
        if self.wide is not None and self.wide.place == place:
            self.wide.stack.draw(canvas, left, top - self._row_height)

    def _cut_under(self, wide: Wide, room: float) -> "tuple[Row, Row] | None":
        """Split a wide cell; the rest is a row of its own."""
        parts = wide.stack.split(room - self._row_height - self.padding)
        if parts is None:
            return None
        rest = replace(self, cells=((0.0, parts[1]),), wide=None)
        return replace(self, wide=replace(wide, stack=parts[0])), rest


@dataclass(frozen=True, slots=True)
class Barred:
    """A stack with a vertical bar next to it, at `bar` points from the left edge."""

    stack: Stack
    indent: float
    bar: float
    thickness: float
    colour: Colour
    above: float
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.stack.height

    def split(self, room: float) -> "tuple[Barred, Barred] | None":
        """Split the stack; both parts have the bar."""
        parts = self.stack.split(room)
        return parts and (replace(self, stack=parts[0]), replace(self, stack=parts[1]))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the bar along the whole height, then the stack."""
        middle = left + self.bar
        canvas.rule((middle, top), (middle, top - self.height), self.thickness, self.colour)
        self.stack.draw(canvas, left + self.indent, top)
