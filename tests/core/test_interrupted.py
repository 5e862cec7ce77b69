"""Killed at any point of work on a whole store: nothing is lost, no leftovers.

The points are before each renaming of a file, when a store is partly moved, and any part of
the time that the work takes, another one in every run.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from random import SystemRandom
from typing import Protocol

import pytest

from outreach_app import accounts, backup, restoring, startup, vault
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.errors import Locked, NotFound
from outreach_app.integrity import check_store
from outreach_app.migrations.run import migrate, needs_migration
from outreach_app.paths import STORE_FILE, has_store, profile
from outreach_app.queries.partners import list_partners
from tests import makers
from tests.core import interrupted_work

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the cases are forked")


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """Yield the process that forks a case, and kills it."""
    scratch = tmp_path_factory.mktemp("scratch")
    command = [sys.executable, "-m", interrupted_work.__name__, str(scratch)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


class Kill(Protocol):
    """Run the work in separate folders, each killed at another point; return the folders."""

    def __call__(
        self, work: str, place: Path, begin: Callable[[Path], object], file: Path = ...
    ) -> Iterable[Path]: ...


# Before how many renamings one is killed, and how many are killed by time.
@pytest.fixture(params=[(5, 1), pytest.param((1, 60), marks=pytest.mark.long)])
def killed(request: pytest.FixtureRequest, forks: subprocess.Popen[str]) -> Kill:
    """Return the cases: before each renaming, one complete, and some killed by time.

    The normal run begins with one of the first five, and tries every fifth.
    """
    stdin, stdout = forks.stdin, forks.stdout
    every, by_time = request.param
    assert stdin is not None
    assert stdout is not None

    def kill(
        work: str, place: Path, begin: Callable[[Path], object], file: Path = Path()
    ) -> Iterable[Path]:
        folders: list[Path] = []

        def carry_out(kind: str, moment: float) -> tuple[bool, float]:
            forget_closings()
            folders.append(place / f"{work}-{len(folders)}")
            begin(folders[-1])
            print(json.dumps([work, str(file), str(folders[-1]), kind, moment]), file=stdin)
            stdin.flush()
            was_killed, seconds = json.loads(stdout.readline())
            return was_killed, seconds

        for number in count(SystemRandom().randint(1, every), every):
            was_killed, took = carry_out("rename", number)
            if not was_killed:
                break
        for _case in range(by_time):
            carry_out("time", SystemRandom().random() * took)
        return each_alone(folders)

    return kill


def each_alone(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield folders, whose stores are copies of one, as if each were on a computer of its own."""
    for folder in folders:
        forget_closings()
        yield folder


def forget_closings() -> None:
    shutil.rmtree(profile() / "marks", ignore_errors=True)


@pytest.fixture
def held(store: Path, tmp_path: Path) -> Path:
    """Return a backup of the store with one partner."""
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
        assert was_replaced == bool(list(folder.glob("set-aside-*")))
        for former in folder.glob(f"set-aside-*/{STORE_FILE}"):
            assert former.read_bytes() == (new_store / STORE_FILE).read_bytes()


def test_the_recovery_of_a_damaged_store(
    killed: Kill, held: Path, store: Path, tmp_path: Path
) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)
        (folder / STORE_FILE).write_bytes(b"damaged" * 1000)

    for folder in killed("recover", tmp_path, begin):
        assert partners(folder) == ["جمعية النخيل"]
        [former] = folder.glob(f"set-aside-*/{STORE_FILE}")
        assert former.read_bytes() == b"damaged" * 1000


def test_a_new_passphrase(killed: Kill, held: Path, store: Path, tmp_path: Path) -> None:
    """One of the two opens the complete store, and the other does not."""

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("passphrase", tmp_path, begin):
        assert opens(folder, makers.PASSPHRASE) != opens(folder, interrupted_work.NEW_PASSPHRASE)
        key_file, copy = (folder / name for name in (vault.KEY_FILE, vault.KEY_FILE_COPY))
        assert key_file.read_bytes() == copy.read_bytes()
        assert not (folder / vault.NEXT_KEY_FILE).exists()


def test_the_removal_of_an_account(killed: Kill, held: Path, store: Path, tmp_path: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, Role.SECRETARY)

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("remove", tmp_path, begin):
        assert partners(folder) == ["جمعية النخيل"]
        is_left = any(label.uid == first.account.uid for label in vault.list_accounts(folder))
        assert opens(folder, first.passphrase) == is_left
        assert not (folder / vault.NEXT_KEY_FILE).exists()
        assert not list(folder.glob("set-aside-*"))


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
    """Open the store, require that it is sound without leftovers; return its partners."""
    with startup.opened(folder, makers.PASSPHRASE) as office:
        sound(office.database)
        with office.database.read() as session:
            found = [row.name.ar for row in list_partners(session)]
    assert [path.name for path in folder.rglob(".*")] == []
    return found


def opens(folder: Path, secret: str) -> bool:
    try:
        startup.open_office(folder, secret).close()
    except Locked:
        return False
    return True


def sound(database: Database) -> None:
    assert [check for check in check_store(database) if not check.is_sound] == []
