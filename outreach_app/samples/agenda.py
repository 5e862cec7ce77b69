"""What happens in a sample year, in its order: each thing on its day, which may bring others."""

from collections.abc import Callable
from datetime import date, time, timedelta
from heapq import heappop, heappush

from outreach_app import clock

Action = Callable[[], None]

# After the last meeting of a day.
_HOUR = time(18)


class Agenda:
    """The actions to come, by their day and, within a day, as they were added."""

    def __init__(self) -> None:
        self._to_come: list[tuple[date, int, Action]] = []
        self._added = 0

    def add(self, day: date, action: Action) -> None:
        """Have something done on a day."""
        heappush(self._to_come, (day, self._added, action))
        self._added += 1

    def live_until(self, today: date) -> None:
        """Do what is to be done, on its day each; what is due today is done now.

        What would come after today is left.
        """
        done = 0
        while self._to_come and self._to_come[0][0] <= today:
            day, _place, action = heappop(self._to_come)
            if day == today:
                action()
                continue
            # The journal tells the order of one evening.
            done += 1
            with clock.at(clock.moment_of(day, _HOUR) + timedelta(seconds=done)):
                action()
