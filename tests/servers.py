"""A real PostgreSQL server, started once per run, with databases for tests."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from outreach_app.database import Database
from outreach_app.database.address import ServerAddress, read_address
from outreach_app.migrations.run import finish, migrate
from outreach_app.paths import KEY_FILE
from outreach_app.progress import Progress
from outreach_app.server_key_file import share
from outreach_app.store_copies import copy_rows

# A test of what only a file has: its pages and bytes, SQLite's plans, a store in the folder
# that commands or another process open. It is skipped in runs with all stores on a server.
ON_A_FILE = pytest.mark.parametrize("engine", ["file"], indirect=True)
ASKED = "asked"  # the role with a password, if a test created it
_SUPERUSER, _DATA = "outreach", "data"
_TRIES = 30  # of a start, a second apart
# A database is 660 files: to make and remove one costs a disk ten times as much as memory.
_MEMORY = Path("/dev") / "shm"
_ROOM = 1 << 30  # bytes free there: more than a run holds at once
_FASTER = "-c fsync=off -c full_page_writes=off -c shared_buffers=64MB"
_FASTEST = f"{_FASTER} -c synchronous_commit=off"  # the last commit may be lost by a kill


@dataclass(frozen=True, slots=True)
class Server:
    """A server reached through a socket in its own folder, as superuser."""

    socket: Path
    programs: Path
    settings: str

    def address(self, name: str) -> ServerAddress:
        """Return the address of a database."""
        return read_address(f"postgresql+psycopg://{_SUPERUSER}@/{name}?host={self.socket}")

    def new_database(self, like: str = "template0", name: str | None = None) -> str:
        """Copy a database, which nobody may use meanwhile; return the new name."""
        if name is None:
            name = free_name()
        else:
            self.drop(name)
        how = 'STRATEGY FILE_COPY LOCALE "C" ENCODING "UTF8"'  # by the log it takes twice as long
        self.run(f"CREATE DATABASE {name} TEMPLATE {like} {how}")
        return name

    def drop(self, name: str) -> None:
        """Drop a database if it is there, also from under a connection."""
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def start(self) -> None:
        """Start the server, also after a kill."""
        for left in range(_TRIES, -1, -1):
            try:
                self._control("-l", self.socket / "log", "-o", self._options, "start")
            except subprocess.CalledProcessError:
                if not left:
                    raise
                time.sleep(1)  # its client processes end by themselves, but not at once
            else:
                return

    def kill(self) -> None:
        """Kill the server, as a power cut would."""
        process = int((self.socket / _DATA / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGKILL)
        while Path(f"/proc/{process}").exists():
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop the server at once, cleanly."""
        self._control("-m", "immediate", "stop")

    @property
    def _options(self) -> str:
        return f"-k {self.socket} -c listen_addresses='' {self.settings}"

    def _control(self, *how: object) -> None:
        program = self.programs / "pg_ctl"
        _run(_owner(self.socket), program, "-D", self.socket / _DATA, "-w", *how)

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the superuser, outside any transaction."""
        with psycopg.connect(
            host=str(self.socket), user=_SUPERUSER, dbname=database, autocommit=True
        ) as connection:
            connection.execute(statement.encode())


def find_programs() -> Path | None:
    """Return the folder of the server's programs, if it is installed."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


def make_folder() -> Path:
    """Make a short-named folder for a server and its socket: in memory, where it has room."""
    has_room = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM
    return Path(tempfile.mkdtemp(prefix="outreach-", dir=_MEMORY if has_room else None))


@contextmanager
def running_server(folder: Path, programs: Path, *, is_mortal: bool = False) -> Iterator[Server]:
    """Yield a new server with its data in a temporary folder; a `mortal` one may be killed."""
    init = ("-U", _SUPERUSER, "-A", "trust", "--locale=C", "-E", "UTF8", "--no-sync")
    _run(_owner(folder), programs / "initdb", "-D", folder / _DATA, *init)
    with (folder / _DATA / "pg_hba.conf").open("r+", encoding="utf-8") as rules:
        others = rules.read()
        rules.seek(0)
        rules.write(f"local all {ASKED} scram-sha-256\n{others}")
    server = Server(folder, programs, _FASTER if is_mortal else _FASTEST)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _owner(folder: Path) -> tuple[str, ...]:
    """Return the prefix of commands: the server refuses to run as root."""
    if os.geteuid() != 0:
        return ()
    shutil.chown(folder, "postgres")
    return ("runuser", "-u", "postgres", "--")


def _run(owner: tuple[str, ...], *command: object) -> None:
    subprocess.run([*owner, *map(str, command)], check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class Copied:
    """A template database for tests."""

    server: Server
    like: str

    def make(self) -> ServerAddress:
        """Return the address of a copy."""
        return self.server.address(self.server.new_database(self.like))

    def reserve(self) -> ServerAddress:
        """Return the address of a copy that `make_anew` makes."""
        return self.server.address(free_name())

    def make_anew(self, address: ServerAddress) -> None:
        """Replace an unused copy by a fresh one."""
        self.server.new_database(self.like, _name_of(address))

    def drop(self, address: ServerAddress) -> None:
        """Drop a copy that is no longer used."""
        self.server.drop(_name_of(address))


def free_name() -> str:
    """Return a name that no database has."""
    return f"t{uuid.uuid4().hex}"


def _name_of(address: ServerAddress) -> str:
    assert address.url.database is not None
    return address.url.database


def copy_of_store(server: Server, path: Path, key: bytes) -> str:
    """Copy a store in a file, row by row, into a new database; return its name."""
    name = server.new_database()
    with closing(Database(path, key)) as source, closing(Database(server.address(name), key)) as to:
        migrate(to)
        with source.read() as session:
            copy_rows(session.connection(), to, Progress())
        if (path.parent / KEY_FILE).exists():  # some tests open stores by the data key alone
            share(path.parent, to)
        finish(to)
    return name
