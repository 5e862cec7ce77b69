"""Work that a form starts and waits for, such as opening a store."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from outreach_app.progress import Progress
from ui.tasks import Tasks
from ui.widgets.progress_line import ProgressLine

T = TypeVar("T")


class BusyWork:
    """Runs one piece of work at a time away from the screen, with the form disabled meanwhile.

    `set_enabled` enables or disables what the person could press; the line of progress, which can
    cancel the work, stays outside of it.
    """

    def __init__(
        self,
        owner: QWidget,
        tasks: Tasks,
        line: ProgressLine,
        *,
        set_enabled: Callable[[bool], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._owner = owner
        self._tasks = tasks
        self._line = line
        self._set_enabled = set_enabled
        self._failed = failed
        self._running: Progress | None = None
        line.stopped.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether work was started that has not ended."""
        return self._running is not None

    def start(self, what: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        """Run `work`, named `what` on the line, then call `done`; ignored while other work runs."""
        if self.is_running:
            return
        self._set_enabled(False)
        self._line.begin(what)

        def finish(answer: T) -> None:
            self._end()
            done(answer)

        def fail(error: Exception) -> None:
            self._end()
            self._failed(error)

        self._running = self._tasks.start(
            self._owner,
            work,
            done=finish,
            failed=fail,
            progressed=self._line.advance,
            cancelled=self._end,
        )

    def cancel(self) -> None:
        """Ask the work to stop, if any runs."""
        if self._running is not None:
            self._running.cancel()

    def _end(self) -> None:
        self._running = None
        self._line.end()
        self._set_enabled(True)
