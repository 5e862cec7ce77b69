"""A child that reads untrusted bytes answers, or is stopped; its parent continues."""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from outreach_app.child_limits import MAX_WORK
from outreach_app.reading_child import ReadingChild, TooCostly

SOON, LONG = 0.3, 600.0  # seconds
_SHARES = {b"work": 0.45, b"overwork": 2, b"spin": LONG}  # of the time that a file may take


def work(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def _core_limit() -> int:
    import resource  # Windows has none

    return resource.getrlimit(resource.RLIMIT_CORE)[1]


def read(request: bytes) -> bytes:
    """Behave like a library with a malicious file."""
    match request:
        case b"spin" | b"work" | b"overwork":
            work(_SHARES[request] * MAX_WORK)
        case b"sleep":
            time.sleep(LONG)
        case b"bomb":
            return str(len(bytes(1 << 30))).encode()
        case b"print":
            os.write(1, b"printed")
            os.write(2, b"note: run with a backtrace")
        case b"die":
            os.abort()
        case b"write":
            with tempfile.TemporaryFile() as file:
                file.write(b"kept")
                file.flush()
        case b"core":
            return str(_core_limit()).encode()
        case b"modules":
            return " ".join(sys.modules).encode()
        case b"who":
            return str(os.getpid()).encode()
        case _:
            pass
    return request


@pytest.fixture(scope="module")
def child() -> Iterator[ReadingChild]:
    with closing(ReadingChild(read)) as child:
        yield child


def who(child: ReadingChild) -> bytes:
    return child.ask(b"who", LONG)


def test_many_requests_are_answered_by_one_child(child: ReadingChild) -> None:
    first = who(child)
    large = os.urandom(20 << 20)
    assert child.ask(large, LONG) == large
    assert who(child) == first != str(os.getpid()).encode()


def test_what_a_library_prints_in_the_child_is_on_no_screen(
    child: ReadingChild, capfd: pytest.CaptureFixture[str]
) -> None:
    child.close()  # another starts, whose streams are those of this test
    assert child.ask(b"print", LONG) == b"print"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("request_", [b"spin", b"sleep"])
def test_what_does_not_end_is_ended_and_the_next_is_read(
    child: ReadingChild, request_: bytes
) -> None:
    first = who(child)
    with pytest.raises(TooCostly):
        child.ask(request_, SOON)
    assert who(child) != first


def test_what_works_too_long_is_ended_before_any_deadline(child: ReadingChild) -> None:
    """Unless its work is limited, it answers: it works for a few seconds only."""
    with pytest.raises(TooCostly):
        child.ask(b"overwork", 10 * LONG)
    assert child.ask(b"next", LONG) == b"next"


def test_each_file_may_work_as_long(child: ReadingChild) -> None:
    first = who(child)
    for _file in range(3):
        child.ask(b"work", LONG)
    assert who(child) == first


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")
def test_what_takes_all_memory_is_refused_and_the_next_is_read(child: ReadingChild) -> None:
    with pytest.raises(TooCostly):
        child.ask(b"bomb", LONG)
    assert child.ask(b"next", LONG) == b"next"


def test_what_breaks_its_reader_breaks_nothing_else(child: ReadingChild) -> None:
    with pytest.raises(TooCostly):
        child.ask(b"die", LONG)
    assert child.ask(b"next", LONG) == b"next"


def test_a_child_that_ended_while_it_was_idle_is_started_anew(child: ReadingChild) -> None:
    first = who(child)
    if sys.platform != "win32":
        os.kill(int(first), 9)
    assert child._running is not None
    while child._running.is_ready():
        time.sleep(0.01)
    assert who(child) != first


@pytest.mark.skipif(sys.platform == "win32", reason="files are limited on POSIX")
def test_it_writes_no_file(child: ReadingChild) -> None:
    with pytest.raises(TooCostly):
        child.ask(b"write", LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_crash_leaves_no_core_file_of_what_was_read(child: ReadingChild) -> None:
    assert child.ask(b"core", LONG) == b"0"


def test_neither_a_window_nor_a_store_is_loaded_with_it(child: ReadingChild) -> None:
    loaded = set(child.ask(b"modules", LONG).decode().split())
    assert not loaded & {"PySide6", "sqlalchemy", "sqlcipher3", "outreach_app.vault"}
