"""The layout of a week's meetings on a grid of hours: pure arithmetic, no widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from itertools import accumulate, groupby
from uuid import UUID

from outreach_app.queries.agenda import USUAL_LENGTH, AgendaDay
from outreach_app.queries.meetings import MeetingRow
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import MeetingStatus
from outreach_app.services.scheduling import ScheduleDraft

PROPOSED = UUID(int=0)  # of a meeting being planned
STEP = 15  # minutes by which a meeting is moved or resized
_FIRST_HOUR, _LAST_HOUR = 8, 18
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Block:
    """A meeting with its start and end minute; overlapping ones share the width.

    `lane` is its place among `lanes`, from the leading side.
    """

    row: MeetingRow
    day: date
    start: int
    end: int
    lane: int = 0
    lanes: int = 1

    @property
    def is_crowded(self) -> bool:
        """Whether another meeting overlaps this one."""
        return self.lanes > 1


def lay_out(days: Mapping[date, AgendaDay], planned: Block | None = None) -> list[Block]:
    """Return the blocks of the meetings with an hour, by day and hour.

    A meeting being planned is laid beside those of its hours and comes last of all.
    """
    blocks = [_block(row, day) for day in days for row in days[day].meetings if row.starts_at]
    if planned is not None:
        blocks.append(planned)
    by_day = groupby(sorted(blocks, key=lambda block: block.day), key=lambda block: block.day)
    placed = [block for _day, of_day in by_day for block in _of_day(list(of_day))]
    return sorted(placed, key=lambda block: block.row.uid == PROPOSED)


def share_width(width: int, needs: Sequence[int]) -> list[int]:
    """Return where columns begin, and where the last ends: equal ones, wider where they must be.

    If there is not enough room for all needs, each is reduced by the same part.
    """
    level, rest, open_ones = 0.0, float(width), sorted(needs, reverse=True)
    for place, need in enumerate(open_ones):
        level = rest / (len(needs) - place)
        if need <= level:
            break
        rest -= need
    wanted = [max(need, level) if level > 0 else need for need in needs]
    reached = [0.0, *accumulate(wanted)]
    return [round(each * width / reached[-1]) for each in reached]


def proposed(draft: ScheduleDraft) -> Block | None:
    """Return the block of a meeting being planned; None without a day or an hour."""
    if draft.held_on is None or draft.starts_at is None:
        return None
    name = Bilingual(draft.subject, draft.subject)
    row = MeetingRow(
        uid=PROPOSED,
        reference=None,
        number="",
        status=MeetingStatus.PLANNED,
        held_on=draft.held_on,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        kind=draft.kind,
        channel=draft.channel,
        place=Bilingual(draft.place, draft.place),
        subject=name,
        headcount=None,
        women=None,
        bodies=None,
        partners=(),
        points=0,
        commitments=0,
        kept=0,
        source=None,
        office=OfficeId(0),
        review="",
        version="",
    )
    return _block(row, draft.held_on)


def begun(day: date, hour: time) -> Block | None:
    """Return an empty block at an hour, to be drawn by the mouse."""
    block = proposed(ScheduleDraft(day, hour))
    return block and replace(block, end=block.start)


def hours_of(blocks: Iterable[Block]) -> range:
    """Return the hours to show: the usual ones, extended by meetings outside them."""
    reached = list(blocks)
    first = min((_FIRST_HOUR, *(block.start // 60 for block in reached)))
    last = max((_LAST_HOUR, *(-(-block.end // 60) for block in reached)))
    return range(first, last)


def moved(block: Block, days: int, minutes: int) -> Block:
    """Return a block moved by days and minutes, rounded to steps and kept within its day."""
    length = block.end - block.start
    start = min(max(_in_steps(block.start + minutes), 0), _DAY - max(length, STEP))
    day = block.day + timedelta(days=days)
    return Block(block.row, day, start, start + length, block.lane, block.lanes)


def stretched(block: Block, minutes: int) -> Block:
    """Return a block whose end is moved by `minutes`; at least one step long."""
    end = min(max(_in_steps(block.end + minutes), block.start + STEP), _DAY - 1)
    return Block(block.row, block.day, block.start, end, block.lane, block.lanes)


def hour_of(minutes: int) -> time:
    """Return the time of day, given minutes after midnight."""
    return time(minutes // 60, minutes % 60)


def minutes_of(hour: time) -> int:
    """Return how many minutes after midnight an hour is."""
    return hour.hour * 60 + hour.minute


def _of_day(blocks: Sequence[Block]) -> list[Block]:
    """Lay out one day: a chain of overlapping meetings makes a group of lanes."""
    placed: list[Block] = []
    group: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        if group and block.start >= max(each.end for each in group):
            placed += _in_lanes(group)
            group = []
        group.append(block)
    return placed + _in_lanes(group)


def _in_lanes(group: Sequence[Block]) -> list[Block]:
    """Give each block of a group the first lane that is free, all lanes the same width."""
    ends: list[int] = []
    lanes: list[int] = []
    for block in group:
        free = next((lane for lane, end in enumerate(ends) if end <= block.start), len(ends))
        ends[free : free + 1] = [block.end]
        lanes.append(free)
    return [
        replace(block, lane=lane, lanes=len(ends)) for block, lane in zip(group, lanes, strict=True)
    ]


def _block(row: MeetingRow, day: date) -> Block:
    start = minutes_of(row.starts_at) if row.starts_at else 0
    end = minutes_of(row.ends_at) if row.ends_at else start + USUAL_LENGTH
    return Block(row, day, start, min(max(end, start + STEP), _DAY - 1))


def _in_steps(minutes: int) -> int:
    return round(minutes / STEP) * STEP
