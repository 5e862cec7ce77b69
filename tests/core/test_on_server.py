"""Headquarters' register in a database of PostgreSQL: made, opened, shared, moved."""

import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from outreach_app import register_moves, startup, store_copies
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.address import ServerAddress, read_address
from outreach_app.database.statements import defer_references, go_on_after
from outreach_app.errors import Conflict, OutreachError
from outreach_app.exchange.importing.bulk_sql import write_rows
from outreach_app.integrity import check_store
from outreach_app.models import JournalEvent, Office, Partner
from outreach_app.paths import SERVER_FILE, STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.partners import list_partners
from outreach_app.queries.search_results import search_everything
from outreach_app.search import upkeep
from outreach_app.services.partners import change_partner, register_partner
from tests import makers
from tests.core.exchange import network
from tests.opened import leave_unsaved
from tests.servers import Server


@pytest.fixture
def address(server: Server) -> ServerAddress:
    """Return the address of an empty database."""
    return server.address(server.new_database())


@pytest.fixture
def folder(address: ServerAddress, tmp_path: Path) -> Path:
    """Return the folder of headquarters' new store, which is on the server."""
    folder = tmp_path / "headquarters"
    makers.create_store(folder, makers.headquarters_draft(), server=address)
    return folder


def refusal(attempt: Callable[[], object]) -> str:
    with pytest.raises(OutreachError) as refused:
        attempt()
    return refused.value.code


def test_a_register_is_made_on_a_server_and_opened_by_its_passphrase(folder: Path) -> None:
    assert not (folder / STORE_FILE).exists()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database, actor=Actor.HEADQUARTERS)
        assert not office.has_changed
    assert all(check.is_sound for check in startup.check(folder, makers.PASSPHRASE))
    assert refusal(lambda: startup.open_office(folder, "another passphrase")) == "wrong_passphrase"


def test_the_address_never_holds_a_password_and_a_network_is_used_over_tls_alone() -> None:
    named = "postgresql+psycopg://outreach@db.example/register"
    assert read_address(named).url.query["sslmode"] == "verify-full"
    assert "sslmode" not in read_address("postgresql+psycopg:///register?host=/run").url.query
    refused = {
        "postgresql+psycopg://outreach:secret@db.example/register": "server_password",
        f"{named}?sslmode=require": "server_without_tls",
        f"{named}?password=secret": "server_password",
        f"{named}?port=5433": "server_address",
        f"{named}?host=other.example": "server_address",
        f"{named}?sslrootcert=a&sslrootcert=b": "server_address",
        f"{named}%00": "server_address",
        "postgresql+psycopg://db.example": "server_address",
        "postgresql+psycopg://db.example:port/register": "server_address",
        "postgresql+psycopg://db.example:99999/register": "server_address",
        "sqlite:///register": "server_address",
        "register": "server_address",
    }
    assert {each: refusal(partial(read_address, each)) for each in refused} == refused


def test_only_an_empty_database_of_headquarters_is_taken(
    server: Server, folder: Path, tmp_path: Path
) -> None:
    def make(place: ServerAddress, precinct: bool = False) -> str:
        draft = makers.office_draft() if precinct else makers.headquarters_draft()
        return refusal(lambda: makers.create_store(tmp_path / "other", draft, server=place))

    empty = server.address(server.new_database())
    assert make(empty, precinct=True) == "server_for_headquarters"
    assert make(ServerAddress((folder / SERVER_FILE).read_text())) == "server_not_empty"
    server.run('CREATE DATABASE of_another_order TEMPLATE template0 LOCALE "C" ENCODING "LATIN1"')
    assert make(server.address("of_another_order")) == "server_locale"
    assert make(server.address("no_such_database")) == "no_database"
    assert make(ServerAddress("postgresql+psycopg:///a?host=/nowhere")) == "server_not_reached"
    assert not any((tmp_path / "other").glob("outreach.*[!k]"))


def test_the_keys_of_another_register_open_nothing(
    server: Server, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    place = server.address(server.new_database())
    makers.create_store(other, makers.headquarters_draft(), server=place)
    (folder / SERVER_FILE).write_text(str(place))
    assert refusal(lambda: startup.open_office(folder, makers.PASSPHRASE)) == "another_database"


def test_two_analysts_see_each_other_and_overwrite_nothing(folder: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        first = office.database
        uid = makers.write_partner(first)
        with closing(Database(first.place, first.key)) as second:
            seen, seen_here = second.changes_by_others(), first.changes_by_others()
            with second.read() as session:
                version = makers.the_partner(session).version
                with first.write() as writing:
                    change_partner(writing, uid, makers.partner_draft(version=version, place="درب"))
                # One read is one snapshot.
                assert makers.the_partner(session).version == version
            assert second.changes_by_others() == seen + 1
            assert first.changes_by_others() == seen_here
            stale = makers.partner_draft(version=version, place="حي")
            with pytest.raises(Conflict), second.write(Actor.HEADQUARTERS) as session:
                change_partner(session, uid, stale)
            with second.read() as session:
                assert makers.the_partner(session).place == "درب"


def test_what_ends_in_the_middle_is_told_and_leaves_nothing(server: Server, folder: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        database = office.database

        def write() -> None:
            with database.write() as session:
                register_partner(session, makers.partner_draft())
                session.flush()
                server.run(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE state = 'idle in transaction'"
                )

        assert refusal(write) == "no_server"
        uid = makers.write_partner(database)  # the next try connects again
        with database.read() as session:
            assert [row.uid for row in list_partners(session)] == [uid]
        database.actor = Actor.PROGRAM
        assert all(check.is_sound for check in check_store(database))


@pytest.mark.both_engines
def test_numbers_go_on_behind_rows_that_were_written_with_theirs(database: Database) -> None:
    """The import assigns ids itself, and so does the server."""
    with database.write(Actor.PROGRAM) as session:
        offices = session.scalars(select(Office.id)).all()
        defer_references(session.connection())
        row = (7, bytes(16), "1@x", False, offices[0], "pt.media", True)
        write_rows(
            session.connection(),
            "INSERT INTO partners (id, uid, version, is_deleted, office_id, category, is_active)"
            " VALUES",
            [row],
        )
        go_on_after(session.connection(), "partners", "id", 7)
    makers.write_partner(database)
    with database.read() as session:
        assert session.scalars(select(Partner.id).order_by(Partner.id)).all() == [7, 8]


def test_the_access_log_keeps_its_rows_on_a_server_too(folder: Path) -> None:
    with startup.opened(folder, makers.PASSPHRASE) as office:
        for change in ("UPDATE access_rows SET verb = 'x'", "DELETE FROM access_rows"):
            with pytest.raises(DatabaseError, match="stay"), office.database.write() as session:
                session.execute(text(change))


def test_a_register_moves_to_a_server_and_back_whole(
    new_headquarters: Path, address: ServerAddress, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    with startup.opened(folder, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database, actor=Actor.HEADQUARTERS)
        makers.write_meeting(
            office.database, actor=Actor.HEADQUARTERS, attendances=((partner, True),)
        )
        before = told_by(office.database)
        leave_unsaved(office)
    rows = register_moves.move_store(folder, makers.PASSPHRASE, None, address, Progress())
    assert rows > 20
    assert not (folder / STORE_FILE).exists()
    assert [path.name for path in folder.glob("moved-*/*")] == [STORE_FILE]
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert told_by(office.database) == before
        upkeep.complete_index(office.database, Progress())
        with office.database.read() as session:
            assert search_everything(session, "دورية").rows
        makers.write_meeting(office.database, actor=Actor.HEADQUARTERS)
        before = told_by(office.database)
    register_moves.move_store(folder, makers.PASSPHRASE, None, None, Progress())
    assert not (folder / SERVER_FILE).exists()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        assert told_by(office.database) == before
    assert all(check.is_sound for check in startup.check(folder, makers.PASSPHRASE))
    with closing(Database(address, office.database.key)) as left:
        assert not left.is_readable()  # what is no longer written there is not read either


def test_a_copy_that_differs_moves_nothing(
    new_headquarters: Path, address: ServerAddress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    digest = store_copies.digest_of
    monkeypatch.setattr(
        store_copies,
        "digest_of",
        lambda connection, table: (digest(connection, table)[0] + 1, ""),
    )
    move = partial(register_moves.move_store, folder, makers.PASSPHRASE, None, address, Progress())
    assert refusal(move) == "not_the_same"
    assert not (folder / SERVER_FILE).exists()
    with startup.opened(folder, makers.PASSPHRASE) as office:
        leave_unsaved(office)


def told_by(database: Database) -> dict[str, object]:
    """Return all events of a store, and the content of its records."""
    told = network.state(database)
    with database.read() as session:
        lines = session.scalars(select(JournalEvent.line).order_by(JournalEvent.seq))
        return told | {"lines": lines.all()}
