"""Opening exchange files in the child process, compared with this process.

Run: python -m benchmarks.reading
"""

import os
import secrets
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial

import msgspec

from outreach_app.exchange.format.encryption import encrypt
from outreach_app.exchange.format.foreign_reader import Decrypt, Inflate, read
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.payload import compress
from outreach_app.exchange.format.reading import CHILD
from outreach_app.reading_child import MAX_SECONDS, ReadingChild

FILES = 600
EVENTS = (3, 300, 18_000)  # events of a file: one visit, a week, the maximum of an export
LINE = 500  # bytes
NOTHING = msgspec.msgpack.encode(Inflate(b"", 0))  # per child, once it has started


def main() -> None:
    """Print a line for each size of file."""
    for count in EVENTS:
        measure(count)


def measure(count: int) -> None:
    """Print the cost of reading files of `count` events."""
    files = FILES if count < 1_000 else 20
    requests = made_requests(count)
    start = spent(partial(ask_child, requests, 1))
    apart = spent(partial(ask_child, requests, files + 1)) - start
    begun = time.process_time()
    for _file in range(files):
        for request in requests:
            read(request)
    here = time.process_time() - begun
    print(
        f"{files} files of {count} events: {apart:.2f} s CPU of both processes,"
        f" {apart / here:.1f} times reading them here, {(apart - here) / files * 1000:.2f} ms more"
        f" each; start and first file {start:.2f} s"
    )


def made_requests(count: int) -> list[bytes]:
    """Return the child's requests for a file of `count` events; half of each line is random."""
    lines = [(secrets.token_hex(LINE // 4) + "x" * (LINE // 2)).encode() for _line in range(count)]
    own = StationKeys.generate()
    compressed, sizes = compress(lines)
    requests = (
        Decrypt(encrypt(compressed, [own.public.recipient]), [own.identity]),
        Inflate(compressed, sizes.raw_size),
    )
    return [msgspec.msgpack.encode(request) for request in requests]


def ask_child(requests: list[bytes], files: int) -> None:
    """Have a new child process open `files` files."""
    with closing(ReadingChild(read)) as child:
        for _file in range(files):
            for request in requests:
                child.ask(request, MAX_SECONDS)


def cpu_of_both(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work and of its child process.

    Excludes the child's start: a spawned child loads the main module, which is small in the
    program and here the whole benchmark. This module prints the cost of a start.
    """
    return spent(work) - spent(partial(CHILD.ask, NOTHING, MAX_SECONDS))


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work and of the children it started and ended."""
    CHILD.close()
    start = os.times()
    work()
    CHILD.close()  # a child's time is known after it has ended
    return sum(os.times()[:4]) - sum(start[:4])


if __name__ == "__main__":
    main()
