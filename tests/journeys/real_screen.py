"""A real window system on a virtual screen, with keys to press and a session bus."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

SIZE = 1366, 768
PATIENCE = 120  # seconds, on a busy machine


def wait(condition: Callable[[], bool], missing: Callable[[], str] = lambda: "") -> None:
    """Wait for another process; fail with what was missing."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, missing()
        time.sleep(0.05)


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Run a program, ended with the block."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def real_screen(home: Path) -> Iterator[dict[str, str]]:
    """Yield the environment of programs on a virtual screen, with a window manager."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    with ExitStack() as stack:
        command = ["Xvfb", "-screen", "0", "{}x{}x24".format(*SIZE), "-displayfd"]
        number = stack.enter_context(_told_by(command, environment))
        environment["DISPLAY"] = f":{number}"
        stack.enter_context(running(["openbox"], environment))
        yield environment


@contextmanager
def session_bus(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield that environment with a bus for assistive technology."""
    with _told_by(["dbus-daemon", "--session", "--nofork", "--print-address"], environment) as bus:
        yield {
            **environment,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


@contextmanager
def _told_by(command: list[str], environment: dict[str, str]) -> Iterator[str]:
    """Yield what a server writes to the descriptor in its last argument, while it runs."""
    reader, writer = os.pipe()
    told = [*command[:-1], f"{command[-1]}={writer}"]
    if command[-1] == "-displayfd":
        told = [*command, str(writer)]
    server = subprocess.Popen(told, env=environment, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            yield answer.readline().strip()
    finally:
        server.terminate()
        server.wait()


class Hands:
    """Press the keys of that screen."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def find_window(self, process_id: int) -> None:
        """Wait for the window of a program, and make it the active one."""
        chosen = ("--sync", "--onlyvisible", "--all", "--pid", str(process_id), "")
        self._run("search", *chosen, "windowactivate", "--sync")

    def place_of_window(self) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of the active window."""
        told = self._run("getactivewindow", "getwindowgeometry", "--shell")
        words = dict(line.split("=") for line in told.splitlines())
        left, top = int(words["X"]), int(words["Y"])
        return left, top, left + int(words["WIDTH"]), top + int(words["HEIGHT"])

    def type(self, text: str) -> None:
        self._run("type", "--delay", "20", text)

    def click(self, x: int, y: int) -> None:
        self._run("mousemove", str(x), str(y), "click", "1")

    def press(self, *keys: str) -> None:
        self._run("key", "--delay", "20", *keys)

    def _run(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(
            command,
            env=self._environment,
            check=True,
            timeout=PATIENCE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout
