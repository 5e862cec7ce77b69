"""Rendering of documents in a permanent child process, so that the window never waits."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Lock, Thread

from outreach_app.documents.failures import unexpected
from outreach_app.documents.requests import RenderedDocument, RenderRequest
from outreach_app.progress import Progress

# Seconds between two checks for cancellation.
PATIENCE = 0.1


class DocumentWorker:
    """A child process that starts with the first request and runs until `close`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool = _new_pool()

    def render(
        self, requests: Sequence[RenderRequest], progress: Progress
    ) -> list[RenderedDocument]:
        """Render the documents in order. Raises DocumentFailed, and Cancelled soon after it."""
        rendered = []
        for done, request in enumerate(requests):
            progress.step(done, len(requests), request.title)
            future = self._submit(request)
            while not wait([future], PATIENCE).done:
                progress.step(done, len(requests), request.title)
            rendered.append(_result(future))
        progress.step(len(requests), len(requests))
        return rendered

    def close(self) -> None:
        """End the child process, after its current page."""
        self._pool.shutdown(cancel_futures=True)

    def _submit(self, request: RenderRequest) -> Future[RenderedDocument]:
        """Submit a request, to a new child if the last one died while idle."""
        with self._lock:
            try:
                return self._pool.submit(_rendered, request)
            except BrokenProcessPool:
                self._pool = _new_pool()
                return self._pool.submit(_rendered, request)


def _result(future: Future[RenderedDocument]) -> RenderedDocument:
    """Return the child's result, or raise DocumentFailed with its error."""
    error = future.exception()
    if error is None:
        return future.result()
    raise unexpected(error)


def _new_pool() -> ProcessPoolExecutor:
    # Not fork: a child of a process with threads or a window may deadlock.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_start_child)


def _start_child() -> None:
    """Load the fonts in the child, with the same text layout on every machine."""
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    from outreach_app.documents import text_layout  # noqa: PLC0415  only the child loads Qt

    text_layout.warm_up()


def _end_with_parent() -> None:
    """End once the parent was killed: the pool's child would wait for ever, with its memory."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _rendered(request: RenderRequest) -> RenderedDocument:
    from outreach_app.documents.render import render_shortest  # noqa: PLC0415  as in _start_child

    return render_shortest(request.candidates, request.issue, request.title)
