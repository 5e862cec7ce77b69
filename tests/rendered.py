"""One rendering process for all tests of a run: its start costs half a second."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from unittest.mock import patch

from outreach_app.documents import worker
from outreach_app.documents.worker import DocumentWorker


@contextmanager
def rendered_by_one() -> Iterator[None]:
    """Make all workers share a child, which outlives them; a dead one is replaced."""
    make = worker._new_pool
    pools: list[ProcessPoolExecutor] = []

    def shared() -> ProcessPoolExecutor:
        if not pools or pools[-1]._broken:
            pools.append(make())
        return pools[-1]

    with (
        patch.object(worker, "_new_pool", shared),
        patch.object(DocumentWorker, "close", lambda _worker: None),
    ):
        yield
    for pool in pools:
        pool.shutdown(cancel_futures=True)
