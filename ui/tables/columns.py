"""A column of a table, declared once per noun."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ui.widgets.translated import Text

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon before the words of a cell, and the colour of both."""

    name: str
    tone: str = "muted"


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Column(Generic[RowT]):
    """What a cell says of a row.

    `sort_key` is what the query sorts by ("" where it cannot); `width` in px, 0 to take the rest.
    """

    title: Text
    text: Callable[[RowT], str]
    sort_key: str = ""
    icon: Callable[[RowT], Icon | None] | None = None
    width: int = 0
