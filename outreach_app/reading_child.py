"""Untrusted files are read in a child process that can be killed.

A file can be made so that a library which reads it never ends, takes all memory or crashes. Bytes
go in and bytes come out, never pickles: a child that was taken over must not make its parent run
code.
"""

import contextlib
import os
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock, Timer

from outreach_app import child_limits

Read = Callable[[bytes], bytes]

# Wall-clock seconds for one file: a busy computer gives the child little of its processor. The
# limit on CPU time is lower (`child_limits`).
MAX_SECONDS = 20.0
MAX_ANSWER = 80 << 20  # bytes

_WARM = 60  # seconds that a child waits for the next file
_STARTING = 120  # seconds for a child to start, on a busy computer
_PARTING = 5  # seconds for one to end; it cannot while it waits for a disk that does not answer


class TooCostly(Exception):
    """The child exceeded its time or memory limit, or crashed."""


class ReadingChild:
    """A child process that answers requests with `read`, one after another, and stays warm.

    It starts with the first request, and again after it was killed; it ends by itself if there is
    no request for a while. Threads can share it.
    """

    def __init__(self, read: Read) -> None:
        """Take `read`, a module's function; neither it nor its module touches the store."""
        self._read = read
        self._lock = Lock()
        self._running: _Running | None = None

    def ask(self, request: bytes, seconds: float) -> bytes:
        """Return the answer to a request. Raises TooCostly, after `seconds` at the latest."""
        with self._lock:
            running = self._started()
            timer = Timer(seconds, running.kill)
            timer.start()
            try:
                running.connection.send_bytes(request)
                # One that waits for a dead disk is not ended by being killed.
                if not running.connection.poll(seconds):
                    raise TimeoutError
                answer = running.connection.recv_bytes(MAX_ANSWER)
            except (OSError, EOFError) as error:
                running.kill()
                raise TooCostly from error
            finally:
                timer.cancel()
                timer.join()  # else it might kill the child during the next request
            running.asked = time.monotonic()
            return answer

    def close(self) -> None:
        """End the child; the next request starts another."""
        with self._lock:
            if self._running is not None:
                self._running.end()
                self._running = None

    def _started(self) -> "_Running":
        if self._running is None or not self._running.is_ready():
            if self._running is not None:
                self._running.end()
            self._running = _Running(self._read)
        return self._running


class _Running:
    """One child process and the connection to it."""

    def __init__(self, read: Read) -> None:
        # Not fork: a child of a process with threads or a window may hang, and shares its memory.
        context = get_context("spawn")
        self.connection, other = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=_serve, args=(other, read), daemon=True
        )
        self._process.start()
        other.close()
        self._is_killed = False
        self.asked = time.monotonic()
        try:
            if not self.connection.poll(_STARTING):
                raise TimeoutError
            self.connection.recv_bytes(0)
        except (OSError, EOFError) as error:
            self.end()
            raise ChildProcessError("no child process to read files in could be started") from error

    def is_ready(self) -> bool:
        """Return whether the child was not killed, and is not about to time out."""
        is_warm = time.monotonic() - self.asked < _WARM / 2
        # The child sends nothing unasked: data here means that its side is closed.
        is_there = self._process.is_alive() and not self.connection.poll()
        return is_warm and not self._is_killed and is_there

    def kill(self) -> None:
        """Stop the child whatever it is doing."""
        self._is_killed = True
        self._process.kill()

    def end(self) -> None:
        """Stop the child and forget it."""
        self.kill()
        self._process.join(_PARTING)
        self.connection.close()


def _serve(connection: Connection, read: Read) -> None:
    """Answer requests until the parent is gone or sends no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles Ctrl+C
    _silence()
    child_limits.limit_means()
    connection.send_bytes(b"")
    # What the child cannot hold or send ends it silently: the parent sees that it is gone.
    with contextlib.suppress(EOFError, OSError, MemoryError):
        while connection.poll(_WARM):
            request = connection.recv_bytes()
            child_limits.limit_time()
            connection.send_bytes(read(request))


def _silence() -> None:
    """Discard what libraries print before they fail: the parent says what is wrong."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
