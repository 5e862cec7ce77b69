"""One task of a widget at a time: how far it is, how it ends, what is said where it fails."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from outreach_app.errors import OutreachError
from outreach_app.progress import Progress
from ui.tasks import Tasks
from ui.widgets.progress_line import ProgressLine

T = TypeVar("T")


class OneTask:
    """Runs work of its owner away from the screen, with `progress`, which also stops it.

    `follow` is called whenever work has begun or is over, before its answer is shown: the owner
    then allows what `is_running` allows. A refusal is said with `say`; anything else is raised.
    """

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        progress: ProgressLine,
        say: Callable[[str], None],
        follow: Callable[[], None],
    ) -> None:
        self._tasks, self._owner, self._progress = tasks, owner, progress
        self._say, self._follow = say, follow
        self._running: Progress | None = None
        progress.stopped.connect(self.cancel)

    @property
    def is_running(self) -> bool:
        """Whether work has begun that is not over."""
        return self._running is not None

    def start(
        self,
        what: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        cancelled: Callable[[], None] | None = None,
    ) -> None:
        """Begin work that is called `what`; nothing where other work is still running."""
        if self.is_running:
            return
        self._progress.begin(what)

        def finish(answer: T) -> None:
            self._end()
            done(answer)

        def give_up() -> None:
            self._end()
            if cancelled is not None:
                cancelled()

        self._running = self._tasks.start(
            self._owner,
            work,
            done=finish,
            failed=self._fail,
            progressed=self._progress.advance,
            cancelled=give_up,
        )
        self._follow()

    def cancel(self) -> None:
        """Ask what is running to stop; `cancelled` is called once it has."""
        if self._running is not None:
            self._running.cancel()

    def _end(self) -> None:
        self._running = None
        self._progress.end()
        self._follow()

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, OutreachError):
            raise error
        self._say(error.message)
