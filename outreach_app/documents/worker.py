"""Renders documents in a child process kept warm, so that the window never waits for a page."""

import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Lock

from outreach_app.documents import text_layout
from outreach_app.documents.failures import lacking, unexpected
from outreach_app.documents.glyphs import MissingGlyph
from outreach_app.documents.render import Issue, RenderedDocument, render_shortest
from outreach_app.progress import Progress
from outreach_app.summaries.prose.blocks import Realised

# Seconds between two looks at whether the person has cancelled.
PATIENCE = 0.1


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A document to render; `candidates` go from the fullest to the most cut, one at least.

    The first that fits one page is rendered, else the last one, over several pages.
    """

    candidates: tuple[Realised, ...]
    issue: Issue
    title: str


class DocumentWorker:
    """One child process; it starts with the first request and stays until `close`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool = _new_pool()

    def render(
        self, requests: Sequence[RenderRequest], progress: Progress
    ) -> list[RenderedDocument]:
        """Render the documents in order; raises DocumentFailed, or Cancelled within a moment."""
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
        """End the child process, after the page it is at."""
        self._pool.shutdown(cancel_futures=True)

    def _submit(self, request: RenderRequest) -> Future[RenderedDocument]:
        """Hand a request over, to a new child where the last one died while it was idle."""
        with self._lock:
            try:
                return self._pool.submit(_rendered, request)
            except BrokenProcessPool:
                self._pool = _new_pool()
                return self._pool.submit(_rendered, request)


def _result(future: Future[RenderedDocument]) -> RenderedDocument:
    """What the child made; what went wrong there comes back as data, not as a raised error."""
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, MissingGlyph):
        raise lacking(error.characters)
    raise unexpected(error)


def _new_pool() -> ProcessPoolExecutor:
    # Not fork: a child of a process with threads or a window may hang.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_start_child)


def _start_child() -> None:
    """Make the child lay text out alike on every machine, and load its fonts."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8")
    text_layout.warm_up()


def _rendered(request: RenderRequest) -> RenderedDocument:
    return render_shortest(request.candidates, request.issue, request.title)
