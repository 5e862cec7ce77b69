"""Killed during an import or its commit: nothing is lost, duplicated or partial."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.network import KEY, Logged, Network, events, export, state, unsound
from tests.servers import ON_A_FILE

Contents = tuple[list[Logged], dict[str, object]]
STEP = 200  # SQLite instructions between two points at which it may be killed

# Each store has its own process, forked from one with everything loaded. It kills itself
# silently: after a number of SQLite steps, of microseconds into the commit, or before it
# closes the store.
IMPORT = """
import os, signal, sys, threading, time
from pathlib import Path
from sqlalchemy import event
from outreach_app.database import Database
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from outreach_app.search import upkeep
upkeep.keep_current()
step, bundle, key = int(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3])

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def run(path, kind, moment):
    database = Database(path, key)
    steps = 0
    def count():
        nonlocal steps
        steps += 1
        if kind == "step" and steps == moment:
            die()
        return 0
    def connected(bare, record):
        bare.set_progress_handler(count, step)
    def committing(connection):
        def wait():
            time.sleep(moment / 1e6)
            die()
        if kind == "commit":
            threading.Thread(target=wait, daemon=True).start()
    event.listen(database.engine, "connect", connected)
    event.listen(database.engine, "commit", committing)
    import_paths(database, [bundle], Progress())
    if kind == "end":
        die()
    print(steps, flush=True)

for argument in sys.argv[4:]:
    path, kind, moment = argument.split(":")
    child = os.fork()
    if child == 0:
        run(Path(path), kind, int(moment))
        os._exit(0)
    os.waitpid(child, 0)
"""


@ON_A_FILE
def test_an_import_that_is_killed_leaves_the_store_sound(network: Network, tmp_path: Path) -> None:
    kill(network, tmp_path, points=12)


@pytest.mark.long
def test_an_import_that_is_killed_anywhere(network: Network, tmp_path: Path) -> None:
    kill(network, tmp_path, points=500)


def kill(network: Network, folder: Path, points: int) -> None:
    """Kill at points spread over an import, its commit, and after it."""
    for number in range(6):
        makers.write_meeting(network.chief, subject_ar=f"لقاء {number}")
    bundle = folder / "chief.outreach"
    bundle.write_bytes(export(network.chief))
    store = network.headquarters
    store.checkpoint()
    before = contents(store)
    whole = copied(store, folder / "whole.db")
    steps = int(imported(bundle, [f"{whole}:none:0"]))
    after = reopened(whole, bundle)
    half = points // 2
    moments = [("step", 1 + steps * number // half) for number in range(half)]
    moments += [("commit", 3000 * number // half) for number in range(points - half - 1)]
    moments.append(("end", 0))
    paths = [copied(store, folder / f"{number}.db") for number in range(points)]
    arguments = [f"{p}:{kind}:{at}" for p, (kind, at) in zip(paths, moments, strict=True)]
    imported(bundle, arguments)
    found = [contents_of(path) for path in paths]
    assert all(each in (before, after) for each in found)
    assert before in found
    assert after in found
    assert all(reopened(path, bundle) == after for path in paths)


def imported(bundle: Path, arguments: list[str]) -> str:
    command = [sys.executable, "-c", IMPORT, str(STEP), str(bundle), KEY.hex(), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout


def copied(store: Database, path: Path) -> Path:
    return Path(shutil.copy(store.path, path))


def reopened(path: Path, bundle: Path) -> Contents:
    """Return the content of a store after repeating the import after the kill."""
    database = Database(path, KEY)
    import_paths(database, [bundle], Progress())
    assert unsound(database) == []
    found = contents(database)
    database.close()
    return found


def contents_of(path: Path) -> Contents:
    database = Database(path, KEY)
    found = contents(database)
    database.close()
    return found


def contents(store: Database) -> Contents:
    return events(store), state(store)
