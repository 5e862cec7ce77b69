"""Long work in threads, with its progress and results on the window's thread."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from outreach_app import error_log
from outreach_app.errors import Cancelled, OutreachError
from outreach_app.progress import Progress

T = TypeVar("T")

# Seconds between two reports: a screen shows no more, and its event queue must not fill.
_REPORT_INTERVAL = 0.05


class Tasks(QObject):
    """Runs work in threads and calls back on the thread of the window.

    One bridge for the whole life of the program: one QObject per task ends in a crash.
    """

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The search index may be completed for long: two are left for what is asked for.
        self._pool = ThreadPoolExecutor(max_workers=3, thread_name_prefix="task")
        self._running: set[Progress] = set()
        self._is_over = False
        self._posted.connect(_call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Progress:
        """Run `work` and call one of the rest, unless `owner` is gone by then.

        Cancel with the returned progress. A failure that nobody takes goes to the excepthook.
        Once stopped nothing begins: a clock of a window that is closing may still ask.
        """

        def post(call: Callable[[], None]) -> None:
            self._posted.emit(lambda: call() if shiboken6.isValid(owner) else None)

        report = _Report(post, progressed) if progressed else None
        progress = Progress(report)
        if self._is_over:
            return progress
        context = copy_context()  # carries the language of messages
        self._running.add(progress)

        def run() -> None:
            try:
                result = work(progress)
            except Cancelled:
                post(cancelled or _do_nothing)
            except Exception as error:  # noqa: BLE001  whatever it is, the screen must hear of it
                _post_failure(post, error, failed)
            else:
                post(lambda: done(result))
            finally:
                self._running.discard(progress)

        self._pool.submit(context.run, run)
        return progress

    def stop(self) -> None:
        """Cancel everything and wait for it, before the program ends."""
        self._is_over = True
        for progress in tuple(self._running):
            progress.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)


class _Report:
    """Forwards progress at most twenty times a second, and always the last report."""

    def __init__(
        self,
        post: Callable[[Callable[[], None]], None],
        progressed: Callable[[int, int, str], None],
    ) -> None:
        self._post = post
        self._progressed = progressed
        self._last = 0.0

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if done >= total or now - self._last >= _REPORT_INTERVAL:
            self._last = now
            self._post(lambda: self._progressed(done, total, what))


def _post_failure(
    post: Callable[[Callable[[], None]], None],
    error: Exception,
    failed: Callable[[Exception], None] | None,
) -> None:
    def fail() -> None:
        if failed is None:
            raise error
        if not isinstance(error, OutreachError | OSError):
            error_log.note_error(error, error.__traceback__)
        failed(error)

    post(fail)


def _call(call: Callable[[], None]) -> None:
    call()


def _do_nothing() -> None:
    """Do nothing: the default for a caller that does not handle cancellation."""
