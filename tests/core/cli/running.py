"""Run commands as scripts do: apart from the tests, with an exit code."""

import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, TextIO

from outreach_app.documents import worker
from tests import makers
from tests.rendered import rendered_by_one
from ui import start

ROOT = Path(__file__).parents[3]
PRESS = ROOT / "tests" / "data" / "press_meetings.json"
OFFICE = ROOT / "tests" / "data" / "office.json"

# A start loads libraries for a second: commands run one after the other in a process that is forked
# from one that has them loaded. Its own child processes stay too: one reads files, one draws pages.
if sys.platform == "win32":
    _STARTS = get_context("spawn")
else:
    _STARTS = get_context("forkserver")
    _LIBRARIES = (
        "typer._adapters",  # half of the cost of a command: it imports pydantic
        "outreach_app.demo",
        "outreach_app.transfer.partners_file",
        "tests.core.cli.warmed",
    )
    _STARTS.set_forkserver_preload([__name__, *_LIBRARIES])


_ENTERED = ExitStack()  # for good, in the process of the commands


@dataclass(frozen=True)
class Run:
    """A finished command."""

    code: int
    output: str
    said: str

    def __post_init__(self) -> None:
        assert "Traceback" not in self.said, self.said

    @property
    def json(self) -> Any:
        return json.loads(self.output)


def outreach(*arguments: object, folder: Path = ROOT, passphrase: str = makers.PASSPHRASE) -> Run:
    """Run a command in this folder, in the process that cannot import Qt, and return its result."""
    with TemporaryDirectory() as name:
        output, said = Path(name, "output"), Path(name, "said")
        words = list(map(str, arguments))
        code = _commands().submit(_run, words, folder, passphrase, output, said).result()
        answered, told = (path.read_text(encoding="utf-8") for path in (output, said))
        return Run(code, answered, told)


def outreach_anew(
    *arguments: object, passphrase: str = makers.PASSPHRASE, encoding: str = "utf-8"
) -> Run:
    """Run the same in a new Python process, as a person starts it.

    `encoding` is the default encoding of that process for a pipe.
    """
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"OUTREACH_PASSPHRASE": passphrase, "PYTHONIOENCODING": encoding},
        cwd=ROOT,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def enrol(store: Path, other: Path, folder: Path) -> str:
    """Enrol the card of another store; return its device."""
    card = outreach("card", "--out", folder, "--store", other, "--json").json
    typed = card["fingerprint"].replace(" ", "-")
    run = outreach("enrol", card["path"], "--fingerprint", typed, "--store", store, "--json")
    assert (run.code, run.json["device"]) == (0, card["device"])
    return str(card["device"])


@cache
def _commands() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=_STARTS, initializer=_begin_commands)


def _begin_commands() -> None:
    Thread(target=worker._end_with_parent, daemon=True).start()  # a run in parallel ends at once
    # Documents are rendered in a child process: forked too, with all but Qt loaded.
    sys.modules["PySide6"] = None  # type: ignore[assignment]
    if sys.platform != "win32":
        worker._new_pool = _forking_pool
    _ENTERED.enter_context(rendered_by_one())
    Finalize(None, _ENTERED.close, exitpriority=0)  # before this process waits for its children


def _run(words: list[str], folder: Path, passphrase: str, output: Path, said: Path) -> int:
    """Run a command and return its exit code."""
    os.environ["OUTREACH_PASSPHRASE"] = passphrase
    os.chdir(folder)
    sys.argv[1:] = words
    with _redirected(1, output) as sys.stdout, _redirected(2, said) as sys.stderr:
        try:
            start.main()
        except SystemExit as end:
            return int(end.code or 0)
    return 0


def _forking_pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=get_context("fork"), initializer=_start_rendering)


def _start_rendering() -> None:
    del sys.modules["PySide6"]
    worker._start_child()


def _redirected(number: int, path: Path) -> TextIO:
    """Send a standard stream, with all that libraries write to it, to a file."""
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    os.dup2(file, number)
    os.close(file)
    return open(number, "w", encoding="utf-8", closefd=False)
