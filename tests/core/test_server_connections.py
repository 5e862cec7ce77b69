"""A computer connects to a register on a server with data from an administrator."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from outreach_app import register_moves, startup
from outreach_app.database.address import ServerAddress, place_of
from outreach_app.database.address_parts import (
    AddressParts,
    compose_address,
    parts_of,
    split_address,
)
from outreach_app.database.postgresql_refusals import problem_of
from outreach_app.errors import Cancelled, InvalidDraft
from outreach_app.paths import AUTHORITY_FILE, PASSWORD_FILE, SERVER_FILE, STORE_FILE
from outreach_app.progress import Progress
from outreach_app.server_connections import connect, reconnect
from tests import makers
from tests.core.test_on_server import refusal
from tests.opened import leave_unsaved
from tests.servers import ASKED, Copied, Server

PASSWORD = "p:\\à word"
_HAVE_ROLE = f"""
DO $$ BEGIN CREATE ROLE {ASKED} SUPERUSER LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$
"""


@pytest.fixture
def asked(server: Server, new_headquarters_on_server: Copied) -> AddressParts:
    """Return the address of headquarters' register for a role with a password."""
    place = new_headquarters_on_server.make()
    name = place.url.database or ""
    server.run(_HAVE_ROLE)
    server.run(f"ALTER ROLE {ASKED} PASSWORD '{PASSWORD}'")
    return AddressParts(str(server.socket), name, ASKED, PASSWORD)


def problems(parts: AddressParts) -> dict[str, str]:
    with pytest.raises(InvalidDraft) as refused:
        compose_address(parts)
    return {problem.field: problem.code for problem in refused.value.problems}


def test_an_address_is_made_of_what_an_administrator_hands_out() -> None:
    whole = AddressParts("db.example:5433", "register", "work@office", "secret")
    address = compose_address(whole)
    assert str(address) == "postgresql+psycopg://work%40office@db.example:5433/register"
    assert "secret" not in repr(address) + repr(whole)
    assert parts_of(address) == AddressParts("db.example:5433", "register", "work@office")
    by_number = compose_address(AddressParts("[fd00::5]", "register", "work", "secret"))
    assert parts_of(by_number).server == "[fd00::5]"
    assert problems(AddressParts("", "", "", "")) == {
        "server": "server",
        "database": "required",
        "user": "required",
        "password": "required",
    }
    for server in ("two words", "db.example:0", "db.example:99999", "user@db.example", "a/b"):
        assert problems(AddressParts(server, "d", "u", "p")) == {"server": "server"}


def test_an_address_in_one_piece_is_taken_apart() -> None:
    pasted = split_address(" postgres://work:se%3Acret@db.example:5433/register ")
    assert pasted == AddressParts("db.example:5433", "register", "work", "se:cret")
    socket = split_address("postgresql+psycopg://work@/register?host=/run/postgresql")
    assert socket == AddressParts("/run/postgresql", "register", "work")
    assert split_address("db.example") is None
    assert split_address("postgres://db.example:port/x") is None


def test_a_certificate_that_was_handed_out_stays_with_the_register(tmp_path: Path) -> None:
    stick = tmp_path / "office.crt"
    stick.write_text("certificate")
    given = compose_address(AddressParts("db.example", "register", "work", "secret", stick))
    assert given.url.query["sslrootcert"] == str(stick)
    assert given.url.query["sslmode"] == "verify-full"


def test_who_was_given_a_password_connects_and_it_lies_in_no_other_file(
    asked: AddressParts, tmp_path: Path
) -> None:
    folder = tmp_path / "second"
    wrong = AddressParts(asked.server, asked.database, asked.user, "another")
    assert refusal(lambda: connect(folder, compose_address(wrong))) == "server_login"
    assert not folder.exists()
    connect(folder, compose_address(asked))
    with startup.opened(folder, makers.PASSPHRASE) as office:
        makers.write_meeting(office.database)
    holding = [path.name for path in folder.rglob("*") if path.is_file() and holds(path)]
    assert holding == [PASSWORD_FILE]
    assert (folder / PASSWORD_FILE).stat().st_mode & 0o077 == 0


def holds(path: Path) -> bool:
    return PASSWORD.encode() in path.read_bytes()


def test_a_changed_password_is_typed_anew_and_a_wrong_one_changes_nothing(
    server: Server, asked: AddressParts, tmp_path: Path
) -> None:
    folder = tmp_path / "second"
    connect(folder, compose_address(asked))
    server.run(f"ALTER ROLE {ASKED} PASSWORD 'newer'")
    assert refusal(lambda: startup.open_office(folder, makers.PASSPHRASE)) == "server_login"
    assert refusal(lambda: reconnect(folder, compose_address(asked))) == "server_login"
    newer = AddressParts(asked.server, asked.database, asked.user, "newer")
    reconnect(folder, compose_address(newer))
    with startup.opened(folder, makers.PASSPHRASE):
        assert (folder / PASSWORD_FILE).read_text() == "newer"


def test_another_register_does_not_take_the_place_of_this_one(
    server: Server, asked: AddressParts, tmp_path: Path
) -> None:
    folder, other = tmp_path / "second", server.address(server.new_database())
    makers.create_store(tmp_path / "other", makers.headquarters_draft(), server=other)
    connect(folder, compose_address(asked))
    keys = {path.name: path.read_bytes() for path in folder.glob("outreach.k*")}
    assert refusal(lambda: reconnect(folder, other)) == "another_database"
    empty = server.address(server.new_database())
    assert refusal(lambda: reconnect(folder, empty)) == "no_keys"
    assert {path.name: path.read_bytes() for path in folder.glob("outreach.k*")} == keys
    assert str(place_of(folder)) == str(compose_address(asked))


def test_a_move_with_a_password_goes_there_and_back(
    server: Server, asked: AddressParts, new_headquarters: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    empty = AddressParts(asked.server, server.new_database(), ASKED, PASSWORD)
    move = partial(register_moves.move_store, folder, makers.PASSPHRASE, None)
    move(compose_address(empty), Progress())
    assert (folder / PASSWORD_FILE).read_text() == PASSWORD
    assert refusal(lambda: move(compose_address(empty), Progress())) == "moved_already"
    move(None, Progress())
    left = (SERVER_FILE, PASSWORD_FILE, AUTHORITY_FILE)
    assert not any((folder / name).exists() for name in left)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        leave_unsaved(office)
    assert refusal(lambda: reconnect(folder, compose_address(asked))) == "not_on_server"


def test_a_move_that_is_stopped_moves_nothing(
    server: Server, new_headquarters: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "headquarters"))
    address = server.address(server.new_database())
    seen: list[str] = []

    def stop(_done: int, _total: int, what: str) -> None:
        seen.append(what)
        if what == "devices":
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        register_moves.move_store(folder, makers.PASSPHRASE, None, address, progress)
    assert seen[-1] == "devices"
    assert (folder / STORE_FILE).exists()
    assert not (folder / SERVER_FILE).exists()
    register_moves.move_store(folder, makers.PASSPHRASE, None, address, Progress())
    with startup.opened(folder, makers.PASSPHRASE):
        assert isinstance(place_of(folder), ServerAddress)


class OperationalError(Exception):
    """The error of the driver for a refused connection: only text."""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("failed to resolve host 'db.exemple': [Errno -2] Nom ou service inconnu", "no_host"),
        ("Connection refused\n\tIs the server running on that host?", "no_server"),
        ('FATAL:  password authentication failed for user "work"', "server_login"),
        (
            "FATAL:  authentification par mot de passe échouée pour l'utilisateur  « work »",
            "server_login",
        ),
        ("fe_sendauth: no password supplied", "server_login"),
        ('FATAL:  role "work" is not permitted to log in', "server_login"),
        ("FATAL:  le rôle « work » n'existe pas", "server_login"),
        ('FATAL:  database "registre" does not exist', "no_database"),
        ("FATAL:  la base de données « registre » n'existe pas", "no_database"),
        ('FATAL:  no pg_hba.conf entry for host "1", user "u", SSL encryption', "server_refused"),
        ("FATAL:  aucune entrée dans pg_hba.conf pour l'hôte « 1 »", "server_refused"),
        ('FATAL:  permission denied for database "register"', "server_refused"),
        ("FATAL:  droit refusé pour la base de données register", "server_refused"),
        ("SSL error: certificate verify failed", "server_certificate"),
        ('root certificate file "/root.crt" does not exist', "server_certificate"),
        ('server certificate for "a" does not match host name "b"', "server_certificate"),
        ("server does not support SSL, but SSL was required", "server_certificate"),
        ("FATAL:  sorry, too many clients already", "no_server"),
        ("FATAL:  trop de connexions pour la base de données « register »", "no_server"),
    ],
)
def test_a_refusal_is_told_by_what_it_is(words: str, code: str) -> None:
    assert problem_of(OperationalError(f"connection failed: {words}")) == code
