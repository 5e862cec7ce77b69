"""Tables that break between rows and repeat their headings, and their lead paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from outreach_app.documents.elements import Room, Row, Rule, Stack
from outreach_app.documents.flow import TOLERANCE, Element, gap
from outreach_app.documents.glyphs import Colour
from outreach_app.documents.styles import HAIRLINE, INK, RULE, TEAL
from outreach_app.documents.tagging import TaggedCanvas

# The minimum number of rows before and after a page break.
KEPT_ROWS = 2
# The number of rows after the fitting ones that a break considers: more than two usual pages.
LOOK_AHEAD = 60
Line = tuple[float, Colour]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rules of a table, each by its thickness and colour; None draws no rule."""

    top: Line | None = (1.0, TEAL)
    headings: Line = (0.6, RULE)
    rows: Line = (0.35, HAIRLINE)
    total: Line = (0.6, INK)
    bottom: Line = (0.6, INK)


FRAME = Frame()


@dataclass(frozen=True, slots=True)
class RuledTable:
    """Rows under headings; a row is split only if it is wide or higher than `page_room`.

    `repeated` is the headings from the second page on, as an artifact; None if there are none;
    `total` the row of sums and `notes` the explanations: they stay with the last rows. `dividers`
    are lines between columns, in points from the left edge. If any three consecutive rows fit on a
    page, each page gets at least two, and the last one `kept_last`.
    """

    headings: Row | None
    repeated: Row | None
    rows: tuple[Row, ...]
    width: float
    page_room: float
    total: Row | None = None
    notes: tuple[Element, ...] = ()
    above: float = 0.0
    below: float = 0.0
    frame: Frame = FRAME
    kept_last: int = KEPT_ROWS
    dividers: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        return sum(part.height for part in self._parts(self.rows))

    @property
    def minimum(self) -> float:
        """The height of the headings and first rows, which are never separated."""
        return sum(part.height for part in self._parts(self.rows[:KEPT_ROWS]))

    def split(self, room: float) -> "tuple[RuledTable, RuledTable] | None":
        """Split between rows, or inside the first one if it is higher than a page."""
        used = sum(part.height for part in self._parts(()))
        for number, row in enumerate(self.rows):
            used += row.height + (self.frame.rows[0] if number else 0.0)
            if used > room + TOLERANCE:
                return self._split_at(number, room - (used - row.height))
        return None

    def keeping(self, rows: int) -> "RuledTable":
        """Return the table with at least that many rows on its last page."""
        return replace(self, kept_last=rows)

    def with_note(self, note: Element) -> "RuledTable":
        """Return the table with an additional note."""
        return replace(self, notes=(*self.notes, note))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw rules and rows from top to bottom, then the lines between columns."""
        first = top - sum(part.height for part in self._head())
        for part in self._parts(self.rows):
            part.draw(canvas, left, top)
            top -= part.height
        for divider in self.dividers:
            x = left + divider
            canvas.rule((x, first), (x, top), *self.frame.rows)

    def _parts(self, rows: tuple[Row, ...]) -> Iterator[Element]:
        frame = self.frame
        yield from self._head()
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

    def _head(self) -> Iterator[Element]:
        if self.frame.top is not None:
            yield Rule(self.width, *self.frame.top)
        if self.headings is not None:
            yield self.headings
            yield Rule(self.width, *self.frame.headings)

    def _split_at(self, number: int, room: float) -> "tuple[RuledTable, RuledTable] | None":
        row = self.rows[number]
        around = sum(part.height for part in self._parts(()))
        may_break = row.wide is not None or row.height + around > self.page_room
        pieces = row.split(room) if may_break else None
        number = number if pieces else self._before_break(number)
        if pieces is None and number == 0:
            return None
        first, rest = ((pieces[0],), (pieces[1],)) if pieces else ((), (self.rows[number],))
        return (
            replace(self, rows=(*self.rows[:number], *first), total=None, notes=()),
            replace(self, headings=self.repeated, rows=(*rest, *self.rows[number + 1 :])),
        )

    def _before_break(self, fitting: int) -> int:
        """Return how many of the fitting rows go before the break; 0 moves the whole table.

        The most after which the rest can be divided too, so that no row is alone on a page.
        """
        most = min(fitting, len(self.rows) - self.kept_last)
        ways_on = self._ways_on(fitting)
        for number in range(most, KEPT_ROWS - 1, -1):
            if number in ways_on:
                return number
        if most >= KEPT_ROWS:
            return most
        return 0 if 0 in ways_on else fitting

    def _ways_on(self, fitting: int) -> set[int]:
        """Return the rows, up to the first that does not fit, at which a page can start.

        From there all other rows fit on pages of `page_room`, none of them alone.
        """
        count = min(len(self.rows), fitting + LOOK_AHEAD)
        heights = [row.height + self.frame.rows[0] for row in self.rows[:count]]
        bare = replace(self, rows=(), total=None, notes=())
        around, under = bare.height, replace(self, rows=()).height - bare.height
        is_whole = count == len(self.rows)
        good = {count}
        for first in range(count - 1, -1, -1):
            used = around - self.frame.rows[0]
            for end in range(first + 1, count + 1):
                used += heights[end - 1]
                is_last = is_whole and end == count
                if used + (under if is_last else 0.0) > self.page_room + TOLERANCE:
                    break
                if end in good and end - first >= (self.kept_last if is_last else KEPT_ROWS):
                    good.add(first)
                    break
        return good


@dataclass(frozen=True, slots=True)
class Announced:
    """A lead paragraph and its table: the paragraph's last lines stay with the first rows."""

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
        """Split the table; if even its first rows do not fit, split the paragraph."""
        if room >= self.minimum:
            parts = self.table.split(room - self._before)
            if parts is None and room + TOLERANCE >= self.table.page_room:
                return self.lead, self.table
            return parts and (Stack((self.lead, parts[0])), parts[1])
        pieces = self.lead.split(min(room, self.lead.height - 2 * TOLERANCE))
        return pieces and (pieces[0], replace(self, lead=pieces[1]))

    def keeping(self, rows: int) -> "Announced":
        """Return the table with at least that many rows on its last page."""
        return replace(self, table=self.table.keeping(rows))

    def with_note(self, note: Element) -> "Announced":
        """Return the table with an additional note."""
        return replace(self, table=self.table.with_note(note))

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw the paragraph above the table."""
        self.lead.draw(canvas, left, top)
        self.table.draw(canvas, left, top - self._before)

    @property
    def _before(self) -> float:
        return self.lead.height + gap(self.lead, self.table)
