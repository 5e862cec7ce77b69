"""The meetings of the week that is shown, and the widths of its days."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt

from outreach_app.queries.agenda import AgendaDay
from ui.agenda.block_painter import day_widths
from ui.agenda.week_painter import head_width
from ui.agenda.week_places import Block, hours_of, lay_out, share_width
from ui.agenda.week_shape import HOURS, WeekShape
from ui.fonts import scaled

_NARROW = 480  # px in which the hours of seven days could not be read
_WEEK, _WORKDAYS = 7, 5


class WeekContent:
    """The week from its Monday `first`, with its chosen `day`.

    `proposed` is the meeting being planned, which stands beside the `blocks` of the others.
    """

    def __init__(self) -> None:
        self.first = self.day = date.min
        self.days: Mapping[date, AgendaDay] = {}
        self.blocks: list[Block] = []
        self.proposed: Block | None = None

    def show(self, first: date, days: Mapping[date, AgendaDay], day: date) -> None:
        """Show the week of a Monday."""
        self.first, self.days, self.day = first, days, day
        self._lay_out()

    def propose(self, block: Block | None) -> None:
        """Show the meeting being planned, or none."""
        self.proposed = block
        self._lay_out()

    def block_of(self, former: Block | None) -> Block | None:
        """Return the block of the same meeting as a former one, if it is still there."""
        uid = former.row.uid if former else None
        return next((block for block in self.blocks if block.row.uid == uid), None)

    def shape(self, area: QRect, direction: Qt.LayoutDirection, ghost: Block | None) -> WeekShape:
        """Return the shape: days of meetings at one hour are wider, if they must be.

        A narrow week leaves out an empty week-end; `ghost` is what is being dragged.
        """
        width, days = area.width() - scaled(HOURS), _WEEK
        needs = self._list_needs(days, width)
        is_narrow = area.width() < scaled(_NARROW) or sum(needs) > width
        if is_narrow and not self._has_week_end(ghost):
            needs = self._list_needs(_WORKDAYS, width)
        hours, edges = hours_of(self.blocks), share_width(width, needs)
        return WeekShape(area, direction, self.first, hours, edges)

    def _lay_out(self) -> None:
        ends = self.first + timedelta(days=_WEEK)
        placed = lay_out(self.days, self.proposed)
        self.blocks = [block for block in placed if self.first <= block.day < ends]

    def _list_needs(self, days: int, width: int) -> list[int]:
        lanes = [1] * days
        for block in self.blocks:
            place = (block.day - self.first).days
            if place < days:
                lanes[place] = max(lanes[place], block.lanes)
        least = head_width(self.first + timedelta(days=place) for place in range(days))
        return day_widths(lanes, least, width)

    def _has_week_end(self, ghost: Block | None) -> bool:
        wanted = [day for day, content in self.days.items() if content != AgendaDay()]
        wanted += [self.day, *(it.day for it in (ghost, self.proposed) if it)]
        return any(day >= self.first + timedelta(days=_WORKDAYS) for day in wanted)
