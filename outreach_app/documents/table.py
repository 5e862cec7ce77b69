"""A table that breaks between its rows and repeats its headings, and what announces it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach_app.documents.elements import Room, Row, Rule, Stack
from outreach_app.documents.flow import TOLERANCE, Element, gap
from outreach_app.documents.glyphs import Colour
from outreach_app.documents.styles import HAIRLINE, INK, RULE, TEAL
from outreach_app.documents.tagging import TaggedCanvas

# Rows that stay together on either side of a page break, in a table that has twice as many.
KEPT_ROWS = 2
Line = tuple[float, Colour]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rules of a table, each by its thickness and colour; None draws no rule there."""

    top: Line | None = (1.0, TEAL)
    headings: Line = (0.6, RULE)
    rows: Line = (0.35, HAIRLINE)
    total: Line = (0.6, INK)
    bottom: Line = (0.6, INK)


FRAME = Frame()


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Rows under headings; a row is cut only if it is higher than `page_room`, a whole page.

    `repeated` is the headings as they are drawn from the second page on, as an artifact;
    `total` the row of sums and `notes` what explains the rows: they stay with the last ones.
    """

    headings: Row
    repeated: Row
    rows: tuple[Row, ...]
    width: float
    page_room: float
    total: Row | None = None
    notes: tuple[Element, ...] = ()
    above: float = 0.0
    below: float = 0.0
    frame: Frame = FRAME

    @property
    def height(self) -> float:
        return sum(part.height for part in self._parts(self.rows))

    @property
    def minimum(self) -> float:
        """The height of the headings with the first rows, which no page break parts from them."""
        return sum(part.height for part in self._parts(self.rows[:KEPT_ROWS]))

    def split(self, room: float) -> "tuple[RuledTable, RuledTable] | None":
        """Cut between rows, or inside the first one where no page can hold it."""
        used = sum(part.height for part in self._parts(()))
        for number, row in enumerate(self.rows):
            used += row.height + (self.frame.rows[0] if number else 0.0)
            if used > room + TOLERANCE:
                return self._cut(number, room - (used - row.height))
        return None

    def with_note(self, note: Element) -> "RuledTable":
        """The table with one more note under it."""
        return replace(self, notes=(*self.notes, note))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw rules and rows from top to bottom."""
        for part in self._parts(self.rows):
            part.draw(canvas, left, top)
            top -= part.height

    def _parts(self, rows: tuple[Row, ...]) -> Iterator[Element]:
        frame = self.frame
        if frame.top is not None:
            yield Rule(self.width, *frame.top)
        yield self.headings
        yield Rule(self.width, *frame.headings)
        for number, row in enumerate(rows):
            if number:
                yield Rule(self.width, *frame.rows)
            yield row
        if self.total is not None:
            yield Rule(self.width, *frame.total)
            yield self.total
        yield Rule(self.width, *frame.bottom)
        if self.notes:
            yield Room(self.below)
            yield from self.notes

    def _cut(self, number: int, room: float) -> "tuple[RuledTable, RuledTable] | None":
        row = self.rows[number]
        around = sum(part.height for part in self._parts(()))
        pieces = row.split(room) if row.height + around > self.page_room else None
        number = number if pieces else self._before_break(number)
        if pieces is None and number == 0:
            return None
        first, rest = ((pieces[0],), (pieces[1],)) if pieces else ((), (self.rows[number],))
        return (
            replace(self, rows=(*self.rows[:number], *first), total=None, notes=()),
            replace(self, headings=self.repeated, rows=(*rest, *self.rows[number + 1 :])),
        )

    def _before_break(self, fitting: int) -> int:
        """How many of the rows that fit go before the break; 0 where the table moves on whole."""
        if len(self.rows) < 2 * KEPT_ROWS:
            return fitting
        number = min(fitting, len(self.rows) - KEPT_ROWS)
        return 0 if number < KEPT_ROWS and self.minimum <= self.page_room else number


@dataclass(frozen=True, slots=True)
class Announced:
    """A paragraph and the table it announces: its last lines stay with the first rows."""

    lead: Element
    table: RuledTable

    @property
    def above(self) -> float:
        return self.lead.above

    @property
    def below(self) -> float:
        return self.table.below

    @property
    def height(self) -> float:
        return self._before + self.table.height

    @property
    def minimum(self) -> float:
        return self._before + self.table.minimum

    def split(self, room: float) -> tuple[Element, Element] | None:
        """Cut the table; where even its first rows do not fit, cut the paragraph."""
        if room >= self.minimum:
            parts = self.table.split(room - self._before)
            return parts and (Stack((self.lead, parts[0])), parts[1])
        pieces = self.lead.split(min(room, self.lead.height - 2 * TOLERANCE))
        return pieces and (pieces[0], replace(self, lead=pieces[1]))

    def with_note(self, note: Element) -> "Announced":
        """The table with one more note under it."""
        return replace(self, table=self.table.with_note(note))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the paragraph over the table."""
        self.lead.draw(canvas, left, top)
        self.table.draw(canvas, left, top - self._before)

    @property
    def _before(self) -> float:
        return self.lead.height + gap(self.lead, self.table)
