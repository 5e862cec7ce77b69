"""Stack elements into pages: what an element is, and where pages break."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from outreach_app.documents.tagging import TaggedCanvas

# Less than any difference that shows; it absorbs the rounding of sums.
TOLERANCE = 0.01


class Element(Protocol):
    """Something of a fixed width that stands on a page; every measure is in points.

    `above` and `below` are the gaps it asks for, of which neighbours keep the larger one.
    """

    @property
    def above(self) -> float: ...
    @property
    def below(self) -> float: ...
    @property
    def height(self) -> float: ...

    def split(self, room: float) -> "tuple[Element, Element] | None":
        """Cut into a part at most `room` high and the rest; None where it must not be cut."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float) -> None:
        """Draw with the upper left corner there, counted from the page's lower left corner."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element on a page; `offset` is how far below the top of the text it begins."""

    element: Element
    offset: float


Page = tuple[Placed, ...]


def gap(before: Element | None, after: Element) -> float:
    """Return the space between two neighbours; the first element of a page has none above it."""
    return max(before.below, after.above) if before is not None else 0.0


def paginate(
    elements: Sequence[Element], first_room: float, room: float, gaps: float = 1.0
) -> tuple[Page, ...]:
    """Break elements into pages whose text is at most that high; `gaps` is how wide gaps are."""
    pages = _Pages(first_room, room, gaps)
    for element in elements:
        pages.add(element)
    return pages.finished()


class _Pages:
    """The pages so far: the last one is still filling."""

    def __init__(self, first_room: float, room: float, gaps: float) -> None:
        self._done: list[Page] = []
        self._page: list[Placed] = []
        self._height = first_room
        self._used = 0.0
        self._room = room
        self._gaps = gaps

    def add(self, element: Element) -> None:
        """Place an element, over as many pages as it needs."""
        remaining: Element | None = element
        while remaining is not None:
            remaining = self._place(remaining)

    def finished(self) -> tuple[Page, ...]:
        return (*self._done, tuple(self._page))

    def _place(self, element: Element) -> Element | None:
        """Place the element or a part of it, and return what is still to be placed."""
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
        self._page, self._used, self._height = [], 0.0, self._room
