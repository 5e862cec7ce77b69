"""Blocks that draw figures: a map of tiles, a bar of shares, columns by month."""

from dataclasses import dataclass
from enum import StrEnum

from outreach_app.summaries.prose.spans import Text


@dataclass(frozen=True, slots=True)
class Tile:
    """One area on a map of tiles, `row` from the north, `column` from the west.

    `step` is its shade, 0 the lightest; None where there is nothing to shade.
    """

    row: int
    column: int
    name: Text
    value: Text
    step: int | None


@dataclass(frozen=True, slots=True)
class TileMap:
    """Areas in their geographical order, which is never mirrored; `key` from the darkest shade.

    A key of no shade explains the tiles that have none.
    """

    tiles: tuple[Tile, ...]
    key_title: str
    key: tuple[tuple[int | None, str], ...]
    note: str


class Fill(StrEnum):
    """The fill of a part of a bar; the fills differ in greyscale too."""

    SOLID = "solid"
    MIDDLE = "middle"
    LIGHT = "light"
    PALE = "pale"
    EMPTY = "empty"
    HATCHED = "hatched"
    DOTTED = "dotted"
    HATCHED_BACK = "hatched_back"


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: its name, its figure, how much of the whole it is."""

    name: str
    value: Text
    amount: int
    fill: Fill


@dataclass(frozen=True, slots=True)
class ShareBar:
    """Parts that make one whole, in reading order."""

    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two counts side by side under one name, as figures and as heights."""

    name: Text
    values: tuple[Text, Text]
    amounts: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Two counts over time, the earliest at the start edge; `series` are their names."""

    title: str
    series: tuple[str, str]
    columns: tuple[Columns, ...]
