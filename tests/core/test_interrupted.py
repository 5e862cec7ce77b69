"""Killed at any moment of work on a whole store: all is there, and nothing lies about.

The moments are new in every run: any part of the time that the work takes, or just before the
so-and-so-manieth renaming of a file, where a store is half moved in.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import SystemRandom
from typing import Protocol

import pytest

from outreach_app import backup, restoring, startup
from outreach_app.database import Database
from outreach_app.errors import NotFound
from outreach_app.integrity import check_store
from outreach_app.migrations.run import migrate, needs_migration
from outreach_app.paths import STORE_FILE, has_store
from outreach_app.queries.partners import list_partners
from tests import makers

# A process that has everything loaded forks one for each case, which kills itself without a word.
# The first case of a request is let be: the others' moments are parts of the time it takes.
SCRIPT = """
import json, os, signal, sys, threading, time
from pathlib import Path
from contextlib import closing
from alembic import command
from sqlalchemy import select
from outreach_app import backup, restoring, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.migrations.run import migrate
from outreach_app.models import Partner
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.services.merging import MergeDraft, merge_partners
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.partners_import import import_partners
from tests import makers
from tests.migrated import migrated_once

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def arm(kind, moment):
    def wait():
        time.sleep(moment * took)
        die()
    count = 0
    def hear(event, arguments):
        nonlocal count
        if event == "os.rename":
            count += 1
            if count == moment:
                die()
    if kind == "time":
        threading.Thread(target=wait, daemon=True).start()
    else:
        sys.addaudithook(hear)

def run(work, folder, file):
    if work == "init":
        startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
    elif work == "restore":
        restoring.restore(file, folder, makers.PASSPHRASE)
    elif work == "replace":
        restoring.replace(file, folder, makers.PASSPHRASE)
    elif work == "recover":
        startup.open_office(folder, makers.PASSPHRASE).close()
    elif work == "backup":
        with startup.opened(folder, makers.PASSPHRASE) as office:
            office.back_up()
    elif work == "migrate":
        command.upgrade = upgrade
        with closing(Database(folder / STORE_FILE, bytes(32))) as database:
            migrate(database)
    elif work == "merge":
        with startup.opened(folder, makers.PASSPHRASE) as office:
            with office.database.write(Actor.CHIEF) as session:
                one, other = session.scalars(select(Partner).order_by(Partner.id))
                draft = MergeDraft(one.uid, one.version, other.uid, other.version, frozenset())
                merge_partners(session, draft)
    elif work == "table":
        entries = read_partners(file)
        with startup.opened(folder, makers.PASSPHRASE) as office:
            with office.database.write(Actor.CHIEF) as session:
                import_partners(session, entries, file.name, Progress())

upgrade = command.upgrade
with migrated_once():
    with closing(Database(Path(sys.argv[1]), bytes(32))) as database:
        migrate(database)
    for line in sys.stdin:
        work, file, cases = json.loads(line)
        began, took = time.monotonic(), None
        for folder, kind, moment in cases:
            child = os.fork()
            if child == 0:
                arm(kind, moment)
                run(work, Path(folder), Path(file))
                os._exit(0)
            _child, status = os.waitpid(child, 0)
            if took is None:
                assert status == 0
                took = time.monotonic() - began
        print("done", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the cases are forked")
RENAMES = 8  # more than any of these needs
NEVER = 10_000


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """The process that forks a case, and kills it."""
    command = [sys.executable, "-c", SCRIPT, str(tmp_path_factory.mktemp("first") / STORE_FILE)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


class Kill(Protocol):
    """Run the work in folders of its own, each killed at another moment; return the folders."""

    def __call__(
        self, work: str, place: Path, begin: Callable[[Path], object], file: Path = ...
    ) -> list[Path]: ...


@pytest.fixture(params=[1, pytest.param(60, marks=pytest.mark.long)])
def killed(request: pytest.FixtureRequest, forks: subprocess.Popen[str]) -> Kill:
    """The cases: so many are killed by the clock, beside those before each renaming."""

    def kill(
        work: str, place: Path, begin: Callable[[Path], object], file: Path = Path()
    ) -> list[Path]:
        moments = [
            ("rename", NEVER),
            *(("time", SystemRandom().random()) for _case in range(request.param)),
        ]
        moments += [("rename", number) for number in range(1, RENAMES + 1)]
        cases = [(str(place / f"{work}-{number}"), *each) for number, each in enumerate(moments)]
        folders = [Path(folder) for folder, _kind, _moment in cases]
        for folder in folders:
            begin(folder)
        assert forks.stdin is not None
        assert forks.stdout is not None
        print(json.dumps([work, str(file), cases]), file=forks.stdin, flush=True)
        assert forks.stdout.readline() == "done\n"
        return folders

    return kill


@pytest.fixture
def held(store: Path, tmp_path: Path) -> Path:
    """A backup of the store, in which one partner is."""
    file = tmp_path / "held.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        backup.back_up(office.database, office.folder, file)
    return file


def test_init(killed: Kill, tmp_path: Path) -> None:
    for folder in killed("init", tmp_path, lambda _folder: None):
        if not has_store(folder):
            with pytest.raises(NotFound):
                startup.open_office(folder, makers.PASSPHRASE)
            startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
        assert partners(folder) == []


def test_restore(killed: Kill, held: Path, tmp_path: Path) -> None:
    for folder in killed("restore", tmp_path, lambda _folder: None, file=held):
        if not has_store(folder):
            restoring.restore(held, folder, makers.PASSPHRASE)
        assert partners(folder) == ["جمعية النخيل"]


def test_a_restore_over_a_store(killed: Kill, held: Path, new_store: Path, tmp_path: Path) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(new_store, folder)

    for folder in killed("replace", tmp_path, begin, file=held):
        was_replaced = partners(folder) == ["جمعية النخيل"]
        assert was_replaced == bool(list(folder.glob("damaged-*")))
        for former in folder.glob(f"damaged-*/{STORE_FILE}"):
            assert former.read_bytes() == (new_store / STORE_FILE).read_bytes()


def test_the_recovery_of_a_damaged_store(
    killed: Kill, held: Path, store: Path, tmp_path: Path
) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)
        (folder / STORE_FILE).write_bytes(b"damaged" * 1000)

    for folder in killed("recover", tmp_path, begin):
        assert partners(folder) == ["جمعية النخيل"]
        [former] = folder.glob(f"damaged-*/{STORE_FILE}")
        assert former.read_bytes() == b"damaged" * 1000


def test_a_backup(
    killed: Kill,
    held: Path,
    store: Path,
    new_store_key: bytes,
    tmp_path: Path,
) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("backup", tmp_path, begin):
        assert partners(folder) == ["جمعية النخيل"]
        for file in backup.newest(folder):
            assert backup.verify(file, new_store_key) > 0


def test_a_migration(killed: Kill, tmp_path: Path) -> None:
    for folder in killed("migrate", tmp_path, Path.mkdir):
        with closing(Database(folder / STORE_FILE, bytes(32))) as database:
            if needs_migration(database):
                migrate(database)
            assert not needs_migration(database)
            assert database.integrity() == "ok"


def test_a_merge(
    killed: Kill,
    held: Path,
    store: Path,
    new_store_key: bytes,
    tmp_path: Path,
) -> None:
    with closing(Database(store / STORE_FILE, new_store_key)) as database:
        makers.write_partner(database, name_ar="جمعية أخرى", name_fr=None, phone=None)

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("merge", tmp_path, begin):
        assert sorted(map(str, partners(folder))) in (
            ["جمعية النخيل"],
            ["جمعية أخرى", "جمعية النخيل"],
        )


def test_an_import_of_a_table(killed: Kill, held: Path, store: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    names = "".join(f"جمعية {number}\n" for number in range(60))
    table.write_text(f"الاسم\n{names}", encoding="utf-8")

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("table", tmp_path, begin, file=table):
        assert len(partners(folder)) in (1, 61)


def partners(folder: Path) -> list[str | None]:
    """Open the store, check it whole and that nothing unfinished is left; return its partners."""
    with startup.opened(folder, makers.PASSPHRASE) as office:
        sound(office.database)
        with office.database.read() as session:
            found = [row.name.ar for row in list_partners(session)]
    assert [path.name for path in folder.rglob(".*")] == []
    return found


def sound(database: Database) -> None:
    assert [check for check in check_store(database) if not check.is_sound] == []
