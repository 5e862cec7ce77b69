"""Division of elements into pages: the element protocol, and page breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from outreach_app.documents.tagging import TaggedCanvas

# Smaller than any visible difference; it absorbs rounding errors of sums.
TOLERANCE = 0.01


class Element(Protocol):
    """An element of fixed width on a page; every measure is in points.

    `above` and `below` are its gaps; between neighbours the larger one counts.
    """

    @property
    def above(self) -> float: ...
    @property
    def below(self) -> float: ...
    @property
    def height(self) -> float: ...

    def split(self, room: float) -> "tuple[Element, Element] | None":
        """Return a part at most `room` high and the rest; None if it cannot be split."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw with this upper left corner, measured from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element on a page; `offset` is its distance from the top of the text."""

    element: Element
    offset: float


Page = tuple[Placed, ...]


def gap(before: Element | None, after: Element) -> float:
    """Return the gap between two neighbours; the first element of a page has none."""
    return max(before.below, after.above) if before is not None else 0.0


def paginate(
    elements: Sequence[Element], first_room: float, room: float, gaps: float = 1.0
) -> tuple[Page, ...]:
    """Divide elements into pages with at most that height; `gaps` scales the gaps."""
    pages = _Pages(first_room, room, gaps)
    for element in elements:
        pages.add(element)
    return pages.finished()


class _Pages:
    """The pages so far; elements are added to the last one."""

    def __init__(self, first_room: float, room: float, gaps: float) -> None:
        self._done: list[Page] = []
        self._page: list[Placed] = []
        self._height = first_room
        self._used = 0.0
        self._room = room
        self._gaps = gaps

    def add(self, element: Element) -> None:
        """Place an element, on as many pages as it needs."""
        remaining: Element | None = element
        while remaining is not None:
            remaining = self._place(remaining)

    def finished(self) -> tuple[Page, ...]:
        return (*self._done, tuple(self._page))

    def _place(self, element: Element) -> Element | None:
        """Place the element or a part of it, and return the rest."""
        space = gap(self._last(), element) * self._gaps
        room = self._height - self._used - space + TOLERANCE
        parts = None if element.height <= room else element.split(room)
        if element.height <= room or (parts is None and not self._page):
            self._put(element, space)
            return None
        if parts is not None:
            self._put(parts[0], space)
        self._turn()
        return parts[1] if parts is not None else element

    def _last(self) -> Element | None:
        return self._page[-1].element if self._page else None

    def _put(self, element: Element, space: float) -> None:
        self._page.append(Placed(element, self._used + space))
        self._used += space + element.height

    def _turn(self) -> None:
        self._done.append(tuple(self._page))
        self._page = []
        self._used = 0.0
        self._height = self._room
