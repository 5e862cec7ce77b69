"""The register is locked when the user's session is locked or switched."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from ctypes import wintypes

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from ui.unlock.session_lock import SessionLock, _WindowsMessages

_DAEMON = shutil.which("dbus-daemon")
Say = Callable[[str], None]


@pytest.fixture
def bus() -> Iterator[tuple[QDBusConnection, Say]]:
    """Yield a private bus with a stand-in logind, and a function that sends events to it."""
    if _DAEMON is None:
        pytest.skip("there is no dbus-daemon here")
    command = (_DAEMON, "--session", "--nofork", "--print-address=1")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        command = (sys.executable, "-m", "tests.ui.unlock.logind", address)
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as logind:
            assert logind.stdin is not None
            assert logind.stdout is not None
            logind.stdout.readline()

            def say(line: str) -> None:
                print(line, file=logind.stdin, flush=True)

            yield QDBusConnection.connectToBus(address, "of a test"), say
            QDBusConnection.disconnectFromBus("of a test")
            logind.stdin.close()
            logind.wait(30)
        daemon.terminate()


def test_a_session_that_is_left_locks_the_register(
    qtbot: QtBot, bus: tuple[QDBusConnection, Say]
) -> None:
    connection, say = bus
    lock = SessionLock()
    lock.listen(connection)
    for left, back in (
        ("Active false", "Active true"),  # another person's session is shown
        ("LockedHint true", "LockedHint false"),
        ("Lock", "Active true"),
    ):
        with qtbot.waitSignal(lock.left, timeout=30_000):
            say(left)
        with qtbot.assertNotEmitted(lock.left, wait=300):
            say(back)


def test_without_logind_nothing_is_told_and_nothing_fails(qtbot: QtBot) -> None:
    lock = SessionLock()
    with qtbot.assertNotEmitted(lock.left):
        lock.listen(QDBusConnection("no bus"))
        lock.look()


@pytest.mark.parametrize(("reason", "is_left"), [(7, True), (2, True), (8, False), (1, False)])
def test_windows_says_why_a_session_changed(qtbot: QtBot, reason: int, is_left: bool) -> None:
    """The messages of Windows: locked and disconnected, then unlocked and connected."""
    lock, told = SessionLock(), list[bool]()
    lock.left.connect(lambda: told.append(True))
    message = wintypes.MSG(message=0x02B1, wParam=reason)
    _WindowsMessages(lock).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    assert bool(told) is is_left
