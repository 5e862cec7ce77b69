"""The steps of editing points that can be taken back."""

from collections import deque
from itertools import zip_longest

from ui.drafts.session_sheet import PointLine
from ui.meetings.points_model import PointsModel

_MAX_STEPS = 100


class PointsHistory:
    """Remembers the lines before each edited cell, paste and move.

    It is emptied with other points, and with a removed one, whose Undo is in the status line.
    """

    def __init__(self, points: PointsModel) -> None:
        self.points = points
        self._before: tuple[PointLine, ...] = ()
        self._former: deque[tuple[PointLine, ...]] = deque(maxlen=_MAX_STEPS)
        points.modelReset.connect(self._former.clear)
        points.rowsRemoved.connect(self._former.clear)

    @property
    def has_steps(self) -> bool:
        return bool(self._former)

    def begin(self) -> None:
        """Begin a step."""
        self._before = self.points.lines

    def end(self) -> None:
        """End the step; one that changed nothing is not remembered."""
        if self._before != self.points.lines:
            self._former.append(self._before)

    def take_back(self) -> int:
        """Return to the lines before the last step; return the first row that it changes."""
        after, before = self.points.lines, self._former.pop()
        earlier = tuple(self._former)
        self.points.show_lines(before)
        self._former.extend(earlier)
        self.points.edited.emit()
        pairs = enumerate(zip_longest(before, after))
        return next(row for row, (was, is_now) in pairs if was != is_now)
