"""Columns side by side: their widths, and their positions from the start edge."""

from collections.abc import Sequence

from outreach_app.documents.elements import Row, Stack
from outreach_app.documents.paragraph import Setting
from outreach_app.documents.styles import TEXT_WIDTH


def fitted(widths: Sequence[float], room: float) -> list[float]:
    """Return the widths, the widest reduced to one same width if they exceed the room."""
    share, left = room / len(widths), room
    for waiting, width in zip(range(len(widths), 0, -1), sorted(widths), strict=True):
        share = left / waiting
        if width > share:
            return [min(each, share) for each in widths]
        left -= width
    return list(widths)


def from_start(
    cells: Sequence[tuple[float, Stack]], setting: Setting, space: float = 0.0, above: float = 0.0
) -> Row:
    """Return a row of cells with these widths, one after the other from the start edge."""
    placed, used = [], 0.0
    for width, stack in cells:
        left = TEXT_WIDTH - used - width if setting.is_right_to_left else used
        placed.append((left, stack))
        used += width + space
    return Row(tuple(placed), above=above)
