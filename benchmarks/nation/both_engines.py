"""Run the queries of a country on its file, then on the same register on a server.

Run: python -m benchmarks.nation.both_engines FOLDER [WORD]

FOLDER is a store of `benchmarks.nation.building`, which is not changed: a copy is moved to a server
that is started for it. WORD selects queries by prefix. Each engine is measured as
in `benchmarks.nation.questions`, compared with its own look-up by primary key.
"""

import argparse
import os
import shutil
import tempfile
from pathlib import Path
from time import monotonic

import msgspec

from benchmarks.nation.questions import ask_all
from outreach_app import register_moves, startup
from outreach_app.progress import Progress
from outreach_app.search import upkeep
from tests import makers
from tests.servers import Server, find_programs, running_server


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("word", nargs="?", default="")
    given = parser.parse_args()
    words = msgspec.json.decode(given.folder.with_suffix(".words.json").read_bytes())
    programs = find_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed here")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "register"
        shutil.copytree(given.folder, folder, ignore=shutil.ignore_patterns("*.lock", "backups"))
        print("on a file")
        with startup.opened(folder, makers.PASSPHRASE) as office:
            ask_all(office.database, words, given.word)
        with running_server(Path(tempfile.mkdtemp(prefix="outreach-")), programs) as server:
            _move(folder, server)
            print("on a server")
            with startup.opened(folder, makers.PASSPHRASE) as office:
                ask_all(office.database, words, given.word)


def _move(folder: Path, server: Server) -> None:
    """Move the register to an empty database, complete its index, and run ANALYZE."""
    start, name = monotonic(), server.new_database()
    rows = register_moves.move_store(
        folder, makers.PASSPHRASE, None, server.address(name), Progress()
    )
    print(f"{rows} rows were moved in {monotonic() - start:.0f} s", flush=True)
    start = monotonic()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        upkeep.complete_index(office.database, Progress())
    server.run("VACUUM (ANALYZE)", name)
    print(f"indexed in {monotonic() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
