"""Settings of the interpreter for transactions that write many rows."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector during a bulk write, then restore its state.

    Every row written stays referenced until its portion is flushed: the collector would traverse
    all of them repeatedly without freeing any, a sixth of an import's time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
