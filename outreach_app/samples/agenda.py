"""The scheduled actions of a sample year; an action may schedule others."""

from collections.abc import Callable
from datetime import date, time, timedelta
from heapq import heappop, heappush

from outreach_app import clock

Action = Callable[[], None]

# After the last meeting of a day.
_HOUR = time(18)


class Agenda:
    """The scheduled actions, by day and, within a day, in the order they were added."""

    def __init__(self) -> None:
        self._to_come: list[tuple[date, int, Action]] = []
        self._added = 0

    def add(self, day: date, action: Action) -> None:
        """Schedule an action."""
        heappush(self._to_come, (day, self._added, action))
        self._added += 1

    def live_until(self, today: date) -> None:
        """Run the actions due until today, each on its day.

        Later actions are not run.
        """
        done = 0
        while self._to_come and self._to_come[0][0] <= today:
            day, _place, action = heappop(self._to_come)
            if day == today:
                action()
                continue
            # The order of an evening's actions is visible in the journal.
            done += 1
            with clock.at(clock.moment_of(day, _HOUR) + timedelta(seconds=done)):
                action()
