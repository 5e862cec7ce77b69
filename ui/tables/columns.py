"""The declaration of a table column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from outreach_app.rules.ordering import order_key
from ui.widgets.translated import Text

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon before the text of a cell, and the colour of both."""

    name: str
    tone: str = "muted"


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Column(Generic[RowT]):
    """A column: the text of its cells, its width and its sort key.

    `sort_key` is what the query sorts by ("" if it cannot); rows in memory are sorted by what `by`
    returns, None last, or else by the text. `width` in px, 0 for what remains,
    at least `least`. One with a width shrinks to its title, or to `firm`. `leaves` is the order in
    which columns are hidden if space is short; 0 for never. `copied` is the text of a copied cell,
    if that of the list is shortened. `usual` is the direction if the rows are in its order before a
    heading is clicked. `is_file` if it holds names of files, whose end is kept.
    """

    title: Text
    text: Callable[[RowT], str]
    sort_key: str = ""
    by: Callable[[RowT], Any] | None = None
    icon: Callable[[RowT], Icon | None] | None = None
    width: int = 0
    least: int = 120
    firm: int = 0
    leaves: int = 0
    copied: Callable[[RowT], str] | None = None
    is_file: bool = False
    usual: Literal["", "rising", "falling"] = ""


def in_order(rows: Sequence[RowT], column: Column[RowT], *, is_descending: bool) -> list[RowT]:
    """Return the rows sorted by a column; equal ones keep their order."""

    def place(row: RowT) -> tuple[bool, Any]:
        value = order_key(column.text(row)) if column.by is None else column.by(row)
        return value is None, value

    lacking = [row for row in rows if place(row)[0]]
    rest = (row for row in rows if not place(row)[0])
    return [*sorted(rest, key=place, reverse=is_descending), *lacking]


def narrowed(widths: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return the widths that fit: the widest columns shrink first, each down to its minimum."""
    cap, fitting = max(widths, default=0), list(widths)
    while sum(fitting) > room and cap > 0:
        cap -= 1
        fitting = [max(min(width, cap), floor) for width, floor in zip(widths, least, strict=True)]
    return fitting


def leaving(columns: Sequence[Column[RowT]], widths: Sequence[int], room: int) -> set[int]:
    """Return the indices of the columns to hide, given their minimum widths."""
    gone: set[int] = set()
    order = sorted((column.leaves, place) for place, column in enumerate(columns) if column.leaves)
    for _turn, place in order:
        if sum(width for at, width in enumerate(widths) if at not in gone) <= room:
            break
        gone.add(place)
    return gone
