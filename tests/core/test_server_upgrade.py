"""Upgrading a register on a server made by an earlier version: by whom, and how."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from outreach_app import accounts, clock, server_connections, startup, vault
from outreach_app.actors import Actor, Role
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress
from outreach_app.errors import OutreachError
from outreach_app.migrations.run import begin
from outreach_app.paths import SERVER_FILE
from outreach_app.queries.partners import list_partners
from tests import makers
from tests.key_files import rewrite
from tests.servers import Server

# A pg_dump of a register with a partner and a meeting by the first version with servers, and
# its key file.
DATA = Path(__file__).parents[1] / "data"
DAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
# The schema, except the order of columns, and defaults needed only by old rows.
SCHEMA = """
SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


@pytest.fixture
def address(server: Server, monkeypatch: pytest.MonkeyPatch) -> ServerAddress:
    """Return the address of a register of the first version, on the day after it was last used."""
    monkeypatch.setattr(clock, "now", lambda: DAY)
    name = server.new_database()
    server.run((DATA / "server_0049.sql").read_text("utf-8"), name)
    return server.address(name)


@pytest.fixture
def folder(address: ServerAddress, tmp_path: Path) -> Path:
    """Return the folder of a computer that opens it."""
    folder = tmp_path / "headquarters"
    folder.mkdir()
    (folder / vault.KEY_FILE).write_bytes((DATA / "server_0049.key").read_bytes())
    (folder / SERVER_FILE).write_text(str(address))
    return folder


def schema_of(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.connection().exec_driver_sql(SCHEMA).scalars())


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(OutreachError) as refused:
        attempt()
    return refused.value.code


def test_the_next_opening_brings_a_register_up_to_date_and_loses_nothing(
    server: Server, folder: Path
) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        upgraded = schema_of(office.database)
        with office.database.read() as session:
            assert len(list_partners(session)) == 1
        makers.write_partner(office.database, actor=Actor.HEADQUARTERS)
    # What this register holds from before was written as by a chief, which headquarters has not.
    checks = startup.check(folder, makers.PASSPHRASE)
    assert [check.name for check in checks if not check.is_sound] == ["accounts"]
    with closing(Database(server.address(server.new_database()), bytes(32))) as new:
        begin(new)
        assert upgraded == schema_of(new)


def test_who_does_not_own_the_tables_or_administer_waits(
    server: Server, folder: Path, address: ServerAddress, tmp_path: Path
) -> None:
    server.run("CREATE ROLE works_only LOGIN")
    server.run("GRANT pg_read_all_data, pg_write_all_data TO works_only")
    owners = str(address)
    (folder / SERVER_FILE).write_text(owners.replace("outreach@", "works_only@"))
    assert refusal(lambda: startup.open_office(folder, makers.PASSPHRASE)) == "upgrade_waits"
    assert refusal(lambda: server_connections.connect(tmp_path / "second", address)) == "no_keys"
    (folder / SERVER_FILE).write_text(owners)
    key = vault.unlock(folder, makers.PASSPHRASE)
    label = vault.list_accounts(folder)[0]
    analyst = vault.AccountLabel(label.uid, Role.ANALYST)
    rewrite(folder, key, partial(vault.with_label, label=analyst))
    assert refusal(lambda: startup.open_office(folder, makers.PASSPHRASE)) == "upgrade_waits"
    rewrite(folder, key, partial(vault.with_label, label=label))
    startup.open_office(folder, makers.PASSPHRASE).close()
    (folder / SERVER_FILE).write_text(owners.replace("outreach@", "works_only@"))
    with startup.opened(folder, makers.PASSPHRASE) as office:  # and nobody waits
        makers.write_partner(office.database)


def test_a_program_that_is_older_than_the_tables_by_now_writes_no_more(
    server: Server, folder: Path, address: ServerAddress
) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        server.run("UPDATE alembic_version SET version_num = '9999'", str(address.url.database))
        assert refusal(lambda: makers.write_partner(office.database)) == "server_upgraded"
        with office.database.read() as session:
            assert len(list_partners(session)) == 1
    assert refusal(lambda: startup.open_office(folder, makers.PASSPHRASE)) == "newer_version"


def test_a_second_computer_connects_and_follows_every_change_of_accounts(
    server: Server, folder: Path, address: ServerAddress, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    with startup.opened(folder, makers.PASSPHRASE) as office:
        server_connections.connect(second, address)
        assert refusal(lambda: server_connections.connect(second, address)) == "store_exists"
        first = accounts.add_account(office.database, folder, Role.ANALYST)
        with startup.opened(second, first.passphrase) as theirs:
            assert theirs.account.role is Role.ANALYST
            accounts.change_own_passphrase(theirs.database, second, "a passphrase of her own")
    with startup.opened(folder, "a passphrase of her own") as office:
        assert office.account.uid == first.account.uid
    with startup.opened(folder, makers.PASSPHRASE) as office:
        accounts.remove_account(office.database, folder, first.account.uid)
    removed = "a passphrase of her own"
    assert refusal(lambda: startup.open_office(second, removed)) == "wrong_passphrase"
    startup.open_office(second, makers.PASSPHRASE).close()
