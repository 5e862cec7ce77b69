"""Killed at any moment of work on a whole store: all is there, and nothing lies about.

The moments are new in every run: so many microseconds after the beginning, or just before the
so-and-so-manieth renaming of a file, where a store is half moved in.
"""

import json
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

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
SCRIPT = """
import json, os, signal, sys, threading, time
from pathlib import Path
from contextlib import closing
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

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def arm(kind, moment):
    def wait():
        time.sleep(moment / 1e6)
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

work, file, cases = sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3])
for folder, kind, moment in cases:
    child = os.fork()
    if child == 0:
        began = time.monotonic()
        arm(kind, moment)
        run(work, Path(folder), file)
        print(int((time.monotonic() - began) * 1e6), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the cases are forked")
RENAMES = 8  # more than any of these needs


@pytest.fixture(params=[1, pytest.param(60, marks=pytest.mark.long)])
def by_time(request: pytest.FixtureRequest) -> int:
    """How many cases are killed by the clock, beside those before each renaming."""
    times: int = request.param
    return times


@pytest.fixture
def held(store: Path, tmp_path: Path) -> Path:
    """A backup of the store, in which one partner is."""
    file = tmp_path / "held.outreach-backup"
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        backup.back_up(office.database, office.folder, file)
    return file


def test_init(by_time: int, tmp_path: Path) -> None:
    for folder in killed("init", tmp_path, lambda _folder: None, by_time=by_time):
        if not has_store(folder):
            with pytest.raises(NotFound):
                startup.open_office(folder, makers.PASSPHRASE)
            startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
        assert partners(folder) == []


def test_restore(by_time: int, held: Path, tmp_path: Path) -> None:
    for folder in killed("restore", tmp_path, lambda _folder: None, file=held, by_time=by_time):
        if not has_store(folder):
            restoring.restore(held, folder, makers.PASSPHRASE)
        assert partners(folder) == ["جمعية النخيل"]


def test_a_restore_over_a_store(by_time: int, held: Path, new_store: Path, tmp_path: Path) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(new_store, folder)

    for folder in killed("replace", tmp_path, begin, file=held, by_time=by_time):
        was_replaced = partners(folder) == ["جمعية النخيل"]
        assert was_replaced == bool(list(folder.glob("damaged-*")))
        for former in folder.glob(f"damaged-*/{STORE_FILE}"):
            assert former.read_bytes() == (new_store / STORE_FILE).read_bytes()


def test_the_recovery_of_a_damaged_store(
    by_time: int, held: Path, store: Path, tmp_path: Path
) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)
        (folder / STORE_FILE).write_bytes(b"damaged" * 1000)

    for folder in killed("recover", tmp_path, begin, by_time=by_time):
        assert partners(folder) == ["جمعية النخيل"]
        [former] = folder.glob(f"damaged-*/{STORE_FILE}")
        assert former.read_bytes() == b"damaged" * 1000


def test_a_backup(
    by_time: int, held: Path, store: Path, new_store_key: bytes, tmp_path: Path
) -> None:
    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("backup", tmp_path, begin, by_time=by_time):
        assert partners(folder) == ["جمعية النخيل"]
        for file in backup.newest(folder):
            assert backup.verify(file, new_store_key) > 0


def test_a_migration(by_time: int, tmp_path: Path) -> None:
    for folder in killed("migrate", tmp_path, Path.mkdir, by_time=by_time):
        with closing(Database(folder / STORE_FILE, bytes(32))) as database:
            if needs_migration(database):
                migrate(database)
            assert not needs_migration(database)
            assert database.integrity() == "ok"


def test_a_merge(
    by_time: int, held: Path, store: Path, new_store_key: bytes, tmp_path: Path
) -> None:
    with closing(Database(store / STORE_FILE, new_store_key)) as database:
        makers.write_partner(database, name_ar="جمعية أخرى", name_fr=None, phone=None)

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("merge", tmp_path, begin, by_time=by_time):
        assert sorted(map(str, partners(folder))) in (
            ["جمعية النخيل"],
            ["جمعية أخرى", "جمعية النخيل"],
        )


def test_an_import_of_a_table(by_time: int, held: Path, store: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    names = "".join(f"جمعية {number}\n" for number in range(60))
    table.write_text(f"الاسم\n{names}", encoding="utf-8")

    def begin(folder: Path) -> None:
        shutil.copytree(store, folder)

    for folder in killed("table", tmp_path, begin, file=table, by_time=by_time):
        assert len(partners(folder)) in (1, 61)


def killed(
    work: str,
    place: Path,
    begin: Callable[[Path], object],
    *,
    file: Path = Path(),
    by_time: int,
) -> list[Path]:
    """Run the work in folders of its own, each killed at another moment; return the folders."""
    took = max(measured(work, place / "measured", begin, file), 1)
    moments = [("time", secrets.randbelow(took)) for _case in range(by_time)]
    moments += [("rename", number) for number in range(1, RENAMES + 1)]
    cases = [(place / f"{work}-{number}", *moment) for number, moment in enumerate(moments)]
    for folder, _kind, _moment in cases:
        begin(folder)
    run(work, file, cases)
    return [folder for folder, _kind, _moment in cases]


def measured(work: str, folder: Path, begin: Callable[[Path], object], file: Path) -> int:
    """Return the microseconds that the work takes when nobody ends it."""
    begin(folder)
    return int(run(work, file, [(folder, "rename", 10_000)]))


def run(work: str, file: Path, cases: list[tuple[Path, str, int]]) -> str:
    told = json.dumps([(str(folder), kind, moment) for folder, kind, moment in cases])
    command = [sys.executable, "-c", SCRIPT, work, str(file), told]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


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
