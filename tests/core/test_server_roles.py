"""Roles of the server, created as in docs/server.md: each has only its rights."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from outreach_app import accounts, startup, vault
from outreach_app.actors import Actor, Role
from outreach_app.database.address import ServerAddress
from outreach_app.errors import OutreachError, StoreFailed
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.progress import Progress
from outreach_app.queries.partner_lists import PartnerFilter
from outreach_app.queries.partners import list_partners
from outreach_app.queries.saved_filters import KeptFilter
from outreach_app.queries.search_results import search_everything
from outreach_app.search import upkeep
from outreach_app.server_connections import connect, require_free
from outreach_app.services.saved_filters import leave_filter
from tests import makers
from tests.core.exchange.network import enrol, new_store
from tests.core.exchange.posts import export
from tests.servers import Server, find_programs

PAGE = Path(__file__).parents[2] / "docs" / "server.md"
RECORDS = "UPDATE partners SET place = 'x'"
# What each role is refused, with any program.
REFUSED = {
    "outreach_work": (
        "DROP TABLE partners",
        "ALTER TABLE access_rows DISABLE TRIGGER ALL",
        "UPDATE alembic_version SET version_num = 'x'",
        "CREATE TABLE mine (a int)",
    ),
    "outreach_analyst": (
        "UPDATE accounts SET role = 'administrator'",
        "INSERT INTO accounts SELECT * FROM accounts",
        "DELETE FROM accounts",
        "UPDATE catalogue_entries SET is_deleted = true",
        "DELETE FROM eliminations",
        "INSERT INTO claims SELECT * FROM claims",
        "DELETE FROM access_rows",
        "UPDATE server_state SET key_mark = ''",
        "DROP TABLE partners",
    ),
    "outreach_read": (
        RECORDS,
        "DELETE FROM meetings",
        "INSERT INTO events SELECT * FROM events",
        "UPDATE accounts SET role = 'administrator'",
        "UPDATE access_rows SET verb = ''",
        "DELETE FROM access_rows",
        "SELECT * FROM station_secrets",
        "UPDATE server_state SET key_mark = ''",
        "DROP TABLE partners",
    ),
}
_ROLES = {Role.ANALYST: "outreach_analyst", Role.READER: "outreach_read"}
ALLOWED = {"outreach_work": RECORDS, "outreach_analyst": RECORDS, "outreach_read": "SELECT 1"}


@dataclass(frozen=True)
class Made:
    """A register made by the owner, and the current passphrase of each role's account."""

    place: ServerAddress
    office: startup.OpenOffice
    secrets: dict[Role, str]

    def change(self, role: Role) -> str:
        self.secrets[role] = f"{role} has words of its own"
        return self.secrets[role]

    def by(self, role: str) -> ServerAddress:
        return ServerAddress(str(self.place).replace("outreach_owner", role))


@pytest.fixture(scope="module")
def made(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Follow the page: create roles, database, register, accounts and rights."""
    before, after = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[:2]
    psql(server, "postgres", before)
    place = ServerAddress(f"postgresql+psycopg://outreach_owner@/register?host={server.socket}")
    folder = tmp_path_factory.mktemp("roles") / "first"
    makers.create_store(folder, makers.headquarters_draft(), server=place)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        first = {
            role: accounts.add_account(office.database, folder, role).passphrase
            for role in (Role.ANALYST, Role.READER)
        }
        makers.write_partner(office.database)
        psql(server, "register", after)
        yield Made(place, office, first)
    server.run("DROP DATABASE register")
    for role in ("outreach_read", "outreach_analyst", "outreach_work", "outreach_owner"):
        server.run(f"DROP ROLE {role}")


def psql(server: Server, database: str, script: str) -> None:
    programs = find_programs()
    assert programs is not None
    command = (programs / "psql", "-v", "ON_ERROR_STOP=1", "-qX", "-h", server.socket)
    subprocess.run(
        [*map(str, command), "-U", "outreach", "-d", database],
        input=script.encode(),
        check=True,
        capture_output=True,
    )


def refused(made: Made, role: str, statement: str) -> bool:
    """Return whether the server refuses a statement to a role for lack of a right."""
    url = made.by(role).url
    with psycopg.connect(host=str(url.query["host"]), user=role, dbname=url.database) as connection:
        try:
            connection.execute(statement.encode())
        except psycopg.errors.InsufficientPrivilege:
            return True
        finally:
            connection.rollback()
    return False


@pytest.mark.parametrize("role", REFUSED)
def test_a_role_is_refused_what_its_accounts_may_not_do(made: Made, role: str) -> None:
    taken = [statement for statement in REFUSED[role] if not refused(made, role, statement)]
    assert taken == []
    assert not refused(made, role, ALLOWED[role])


def test_only_the_owner_may_make_a_register(made: Made) -> None:
    with pytest.raises(OutreachError) as told:
        require_free(made.by("outreach_work"))
    assert told.value.code == "server_forbids"


def open_as(made: Made, role: Role, folder: Path) -> startup.OpenOffice:
    """Open the register on a separate computer as the first account of a role."""
    connect(folder, made.by(_ROLES[role]))
    account = next(it.uid for it in vault.list_accounts(folder) if it.role is role)
    return startup.open_office(folder, made.secrets[role], account)


def test_an_analyst_works_by_its_role(made: Made, tmp_path: Path) -> None:
    office = open_as(made, Role.ANALYST, tmp_path / "analyst")
    with closing(new_store(tmp_path / "precinct.db", "precinct")) as precinct, closing(office):
        store = office.database
        accounts.change_own_passphrase(store, office.folder, made.change(Role.ANALYST))
        for one, other in ((precinct, made.office.database), (made.office.database, precinct)):
            enrol(one, other)
        makers.write_meeting(precinct)
        files = [bundle.path for bundle in export(precinct, tmp_path)]
        assert [file.status for file in import_paths(store, files, Progress()).files] == [
            "imported"
        ]
        makers.write_partner(store, name_ar="جمعية الأمل")
        upkeep.complete_index(store, Progress())
        with store.read() as session:
            assert search_everything(session, "دورية").rows
    open_as(made, Role.ANALYST, tmp_path / "again").close()


def test_a_reader_reads_by_its_role_and_keeps_a_desk(made: Made, tmp_path: Path) -> None:
    with closing(open_as(made, Role.READER, tmp_path / "reader")) as office:
        store = office.database
        accounts.change_own_passphrase(store, office.folder, made.change(Role.READER))
        with store.read() as session:
            assert list_partners(session)
        with store.write() as session:
            leave_filter(session, "partners", KeptFilter(PartnerFilter(text="جمعية")))
        upkeep.complete_index(store, Progress())
        store.actor, store.account = Actor.PROGRAM, None  # as what asks no right would
        with pytest.raises(StoreFailed) as told:
            makers.write_partner(store)
        assert told.value.code == "server_forbids"
