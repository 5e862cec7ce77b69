"""Work on whole stores, in a process that kills itself during it.

It has everything loaded and forks a child for each case, which kills itself silently.
"""

import gc
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from alembic import command
from sqlalchemy import select

from outreach_app import accounts, restoring, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.migrations.run import migrate
from outreach_app.models import Partner
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.accounts import find_account
from outreach_app.services.merging import MergeDraft, merge_partners
from outreach_app.transfer.partner_entries import Entries
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.partners_import import import_partners
from tests import makers
from tests.compiled import compiled_once
from tests.migrated import migrated_once

NEW_PASSPHRASE = "another passphrase"
_upgrade = command.upgrade


def main(scratch: Path) -> None:
    """Run the cases read line by line: the work, its file and folder, when to kill it.

    Write a line for each: whether it was killed, and its seconds.
    """
    with migrated_once(), compiled_once(scratch):
        # Shared by all cases: the migrations, the statements of opening and closing.
        startup.create_store(scratch / "store", makers.PASSPHRASE, makers.office_draft())
        startup.open_office(scratch / "store", makers.PASSPHRASE).close()
        gc.freeze()
        for line in sys.stdin:
            work, file, folder, kind, moment = json.loads(line)
            if work == "table":
                _entries(Path(file))
            began = time.monotonic()
            child = os.fork()
            if child == 0:
                _arm(kind, moment)
                WORKS[work](Path(folder), Path(file))
                os._exit(0)
            _child, status = os.waitpid(child, 0)
            assert status in (0, signal.SIGKILL)
            answer = [status == signal.SIGKILL, time.monotonic() - began]
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _arm(kind: str, moment: float) -> None:
    """Kill this process after a number of seconds, or before the given renaming."""
    count = 0

    def wait() -> None:
        time.sleep(moment)
        os.kill(os.getpid(), signal.SIGKILL)

    def hear(event: str, _arguments: object) -> None:
        nonlocal count
        if event == "os.rename":
            count += 1
            if count == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    if kind == "time":
        threading.Thread(target=wait, daemon=True).start()
    else:
        sys.addaudithook(hear)


def _init(folder: Path, _file: Path) -> None:
    startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())


def _recover(folder: Path, _file: Path) -> None:
    startup.open_office(folder, makers.PASSPHRASE).close()


def _back_up(folder: Path, _file: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        office.back_up()


def _migrate(folder: Path, _file: Path) -> None:
    command.upgrade = _upgrade
    with closing(Database(folder / STORE_FILE, bytes(32))) as database:
        migrate(database)


def _change_passphrase(folder: Path, _file: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        accounts.change_own_passphrase(office.database, folder, NEW_PASSPHRASE)


def _remove_account(folder: Path, _file: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, "secretary-1").uid
        accounts.remove_account(office.database, folder, uid)


def _merge(folder: Path, _file: Path) -> None:
    with (
        startup.opened(folder, makers.PASSPHRASE) as office,
        office.database.write(Actor.CHIEF) as session,
    ):
        one, other = session.scalars(select(Partner).order_by(Partner.id))
        draft = MergeDraft(one.uid, one.version, other.uid, other.version, frozenset())
        merge_partners(session, draft)


@cache
def _entries(file: Path) -> Entries:
    """Read a table once for all cases, in the process that forks them: it changes no store."""
    return read_partners(file)


def _import(folder: Path, file: Path) -> None:
    entries = _entries(file)
    with (
        startup.opened(folder, makers.PASSPHRASE) as office,
        office.database.write(Actor.CHIEF) as session,
    ):
        import_partners(session, entries, file.name, Progress())


WORKS: dict[str, Callable[[Path, Path], object]] = {
    "init": _init,
    "restore": lambda folder, file: restoring.restore(file, folder, makers.PASSPHRASE),
    "replace": lambda folder, file: restoring.replace(file, folder, makers.PASSPHRASE),
    "recover": _recover,
    "backup": _back_up,
    "migrate": _migrate,
    "passphrase": _change_passphrase,
    "remove": _remove_account,
    "merge": _merge,
    "table": _import,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]))
