"""What a transaction that writes many rows asks of the interpreter."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the garbage collector during a bulk write, and leave it as it was.

    Every row written stays referenced until its portion is flushed: the collector would walk all of
    them again and again and free none, a sixth of an import's time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
