"""A real server of PostgreSQL, brought up once a run, and databases on it for tests."""

import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from outreach_app.copying import copy_rows
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress, read_address
from outreach_app.key_files import KEY_FILE
from outreach_app.migrations.run import finish, migrate
from outreach_app.progress import Progress
from outreach_app.shared_keys import share

# A test of what a server has not: pages and bytes of a file, SQLite's plans, a store in the folder
# that commands or another process open. It is left out where a run puts all stores on a server.
ON_A_FILE = pytest.mark.parametrize("engine", ["file"], indirect=True)
ASKED = "asked"  # the role that is asked for its password, where a test made it
_SUPERUSER, _DATA = "outreach", "data"
_TRIES = 30  # of a start, a second apart
_FASTER = "-c fsync=off -c full_page_writes=off -c shared_buffers=64MB"
_FASTEST = f"{_FASTER} -c synchronous_commit=off"  # what was committed last may not outlive a kill


@dataclass(frozen=True, slots=True)
class Server:
    """A server that is asked through a socket in a folder of its own, as its superuser."""

    socket: Path
    programs: Path
    settings: str

    def address(self, name: str) -> ServerAddress:
        """Return the address of a database."""
        return read_address(f"postgresql+psycopg://{_SUPERUSER}@/{name}?host={self.socket}")

    def new_database(self, like: str = "template0", name: str | None = None) -> str:
        """Make a database as another is, which nobody may use meanwhile; return its name."""
        name = name or f"t{uuid.uuid4().hex}"
        self.run(f"DROP DATABASE IF EXISTS {name}")
        self.run(f'CREATE DATABASE {name} TEMPLATE {like} LOCALE "C" ENCODING "UTF8"')
        return name

    def start(self) -> None:
        """Bring the server up, also over data that it was killed upon."""
        for left in range(_TRIES, -1, -1):
            try:
                self._control("-l", self.socket / "log", "-o", self._options, "start")
            except subprocess.CalledProcessError:
                if not left:
                    raise
                time.sleep(1)  # what it had begun for its clients ends by itself, but not at once
            else:
                return

    def kill(self) -> None:
        """End the server as a power cut does: it is asked for nothing and says nothing."""
        process = int((self.socket / _DATA / "postmaster.pid").read_text().split()[0])
        os.kill(process, signal.SIGKILL)
        while Path(f"/proc/{process}").exists():
            time.sleep(0.01)

    def stop(self) -> None:
        """End the server at once, in order."""
        self._control("-m", "immediate", "stop")

    @property
    def _options(self) -> str:
        return f"-k {self.socket} -c listen_addresses='' {self.settings}"

    def _control(self, *how: object) -> None:
        program = self.programs / "pg_ctl"
        _run(_owner(self.socket), program, "-D", self.socket / _DATA, "-w", *how)

    def run(self, statement: str, database: str = "postgres") -> None:
        """Run a statement of these tests as the superuser, outside any transaction."""
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


@contextmanager
def running_server(folder: Path, programs: Path, *, is_mortal: bool = False) -> Iterator[Server]:
    """Yield a new server whose data are in a folder, gone with it; a mortal one may be killed."""
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
    """Return what a command begins with: the server refuses to run as root."""
    if os.geteuid() != 0:
        return ()
    shutil.chown(folder, "postgres")
    return ("runuser", "-u", "postgres", "--")


def _run(owner: tuple[str, ...], *command: object) -> None:
    subprocess.run([*owner, *map(str, command)], check=True, stdout=subprocess.DEVNULL)


@dataclass(frozen=True, slots=True)
class Copied:
    """A database that tests have copies of."""

    server: Server
    like: str

    def make(self) -> ServerAddress:
        """Return the address of a copy."""
        return self.server.address(self.server.new_database(self.like))

    def make_anew(self, address: ServerAddress) -> None:
        """Put a fresh copy in the place of one that nobody uses."""
        assert address.url.database is not None
        self.server.new_database(self.like, address.url.database)


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
