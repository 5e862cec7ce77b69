"""Progress of long work, and its cancellation."""

from collections.abc import Callable
from threading import Event

from outreach_app.errors import Cancelled


class Progress:
    """Receives the progress of long work; `step` raises `Cancelled` once `cancel` was called.

    `report` receives (done, total, what), where `what` is a translated phrase.
    """

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; safe from any thread."""
        self._cancelled.set()

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress, or raise `Cancelled`, so that the transaction rolls back."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total, what)
